import { createServer } from 'node:net';

/** A mail server as far as a client can tell, on loopback; refuses everybody while `refusing`. */
export class MailStandIn {
  refusing = false;
  /** The letters taken, as they came over the line. */
  readonly received: string[] = [];
  private readonly server = createServer((socket) => {
    let data: string | undefined;
    socket.on('error', () => undefined);
    socket.write(this.refusing ? '421 busy\r\n' : '220 ready\r\n');
    socket.on('data', (chunk) => {
      const said = chunk.toString();
      if (data !== undefined) data += said;
      else if (/^DATA/i.test(said)) {
        data = '';
        socket.write('354 go on\r\n');
      } else socket.write(/^QUIT/i.test(said) ? '221 bye\r\n' : '250 ok\r\n');
      if (!data?.endsWith('\r\n.\r\n')) return;
      this.received.push(data);
      data = undefined;
      socket.write('250 taken\r\n');
    });
  });

  /** Listens; returns the address for `SMTP_URL`. */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `smtp://127.0.0.1:${(this.server.address() as { port: number }).port}`;
  }

  close(): void {
    this.server.close();
  }
}
