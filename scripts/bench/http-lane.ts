import { connect, type Socket } from 'node:net';

/** Bytes of the longest body that is kept; longer ones are counted only. */
const mostKept = 8_192;

export interface HttpAnswer {
  status: number;
  /** Bytes of the body. */
  bytes: number;
  /** Empty when it is longer than 8 KB. */
  body: string;
}

/**
 * One keep-alive connection that sends one request after the other and waits for each answer. Node's own client costs several times
 * what the server does for such a request; a load generator that shares the machine with what it measures must not. So it reads into
 * one buffer, and without a stream.
 */
export class HttpLane {
  private readonly socket: Socket;
  private received = '';
  private answer: HttpAnswer | undefined;
  /** Bytes of the body still to come, once its head is there. */
  private missing = 0;
  private settle: { resolve: (answer: HttpAnswer) => void; reject: (error: Error) => void } | undefined;

  constructor(port: number) {
    const onread = {
      buffer: Buffer.allocUnsafe(262_144),
      callback: (size: number, buffer: Uint8Array) => this.take(buffer as Buffer, size),
    };
    this.socket = connect({ host: '127.0.0.1', port, noDelay: true, onread });
    this.socket.on('error', (error) => this.settle?.reject(error));
    this.socket.on('close', () => this.settle?.reject(new Error('the academy closed a connection')));
  }

  /** Sends a whole request (RFC 9112) and answers with what came back. */
  send(request: string): Promise<HttpAnswer> {
    [this.received, this.answer] = ['', undefined];
    this.socket.write(request, 'utf8');
    return new Promise((resolve, reject) => (this.settle = { resolve, reject }));
  }

  close(): void {
    this.settle = undefined;
    this.socket.destroy();
  }

  private take(buffer: Buffer, size: number): boolean {
    if (this.answer) this.more(buffer, 0, size);
    else this.begin(buffer, size);
    return true;
  }

  private begin(buffer: Buffer, size: number): void {
    const end = buffer.subarray(0, size).indexOf('\r\n\r\n');
    const head = buffer.toString('latin1', 0, end < 0 ? size : end);
    const length = /content-length: (\d+)/i.exec(head);
    if (end < 0 || !length) return this.settle?.reject(new Error(`an answer without a length, or in pieces: ${head}`));
    this.missing = Number(length[1]);
    this.answer = { status: Number(head.slice(9, 12)), bytes: this.missing, body: '' };
    this.more(buffer, end + 4, size);
  }

  private more(buffer: Buffer, from: number, size: number): void {
    const answer = this.answer!;
    if (answer.bytes <= mostKept) this.received += buffer.toString('latin1', from, size);
    this.missing -= size - from;
    if (this.missing === 0) this.settle?.resolve({ ...answer, body: this.received });
  }
}

/** A request with a JSON body, as text. */
export const jsonRequest = (method: string, path: string, host: string, token: string, body: object): string => {
  const text = JSON.stringify(body);
  const head = `${method} ${path} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\n`;
  return `${head}Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
};
