import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll } from '@jest/globals';
import { freePort } from '../browser.js';

/** A line between browsers and the academy that can be cut: the browser's own switch lets through what leaves with a page. */
export class Line {
  private to = 0;
  private server: Server | null = null;
  private readonly sockets = new Set<Socket>();

  private constructor(readonly port: number) {}

  static async open(): Promise<Line> {
    const line = new Line(await freePort());
    afterAll(() => line.cut());
    await line.restore();
    return line;
  }

  leadTo(port: number): void {
    this.to = port;
  }

  /** Nobody answers any more. */
  async cut(): Promise<void> {
    const { server } = this;
    this.server = null;
    for (const socket of this.sockets) socket.destroy();
    if (server) await new Promise((resolve) => server.close(resolve));
  }

  async restore(): Promise<void> {
    this.server = createServer((near) => this.join(near, connect(this.to, '127.0.0.1'))).listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
  }

  private join(near: Socket, far: Socket): void {
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      // prettier-ignore
      this.sockets.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.sockets.delete(one);
        other.destroy();
      });
    }
  }
}
