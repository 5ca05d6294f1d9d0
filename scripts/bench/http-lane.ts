import { connect, type Socket } from 'node:net';

/**
 * One keep-alive connection that sends one request after the other and waits for each answer. Node's own client costs several times
 * what the server does for such a request; a load generator that shares the machine with what it measures must not.
 */
export class HttpLane {
  private readonly socket: Socket;
  private received = '';
  private settle: { resolve: (answer: HttpAnswer) => void; reject: (error: Error) => void } | undefined;

  constructor(port: number) {
    this.socket = connect({ host: '127.0.0.1', port, noDelay: true });
    this.socket.setEncoding('latin1');
    this.socket.on('data', (text: string) => this.take(text));
    this.socket.on('error', (error) => this.settle?.reject(error));
    this.socket.on('close', () => this.settle?.reject(new Error('the academy closed a connection')));
  }

  /** Sends a whole request (RFC 9112) and answers with what came back. */
  send(request: string): Promise<HttpAnswer> {
    this.received = '';
    this.socket.write(request, 'utf8');
    return new Promise((resolve, reject) => (this.settle = { resolve, reject }));
  }

  close(): void {
    this.settle = undefined;
    this.socket.destroy();
  }

  private take(text: string): void {
    this.received += text;
    const end = this.received.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = /content-length: (\d+)/i.exec(this.received);
    if (!length) return this.settle?.reject(new Error(`an answer without a length: ${this.received.slice(0, end)}`));
    if (this.received.length < end + 4 + Number(length[1])) return;
    this.settle?.resolve({ status: Number(this.received.slice(9, 12)), body: this.received.slice(end + 4) });
  }
}

export interface HttpAnswer {
  status: number;
  body: string;
}

/** A request with a JSON body, as text. */
export const jsonRequest = (method: string, path: string, host: string, token: string, body: object): string => {
  const text = JSON.stringify(body);
  const head = `${method} ${path} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\n`;
  return `${head}Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
};
