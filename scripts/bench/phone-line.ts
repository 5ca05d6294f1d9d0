import { once } from 'node:events';
import { createServer, connect, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Lighthouse's "slow 4G": milliseconds there and back, bytes per second. */
const slow4G = { roundTrip: 150, down: 1_600_000 / 8, up: 750_000 / 8 };
/** Bytes that go over a lane in one piece: connections take turns after each. */
const piece = 2_920;

/** What waits for its turn on one connection: bytes, or their end. */
interface Waiting {
  to: Socket;
  bytes: Buffer | undefined;
}

/** One direction of the line: all connections share its width, and everything arrives half a round trip later. */
class Lane {
  sent = 0;
  private readonly turns: Waiting[][] = [];
  private moving = false;
  private readonly bytesPerSecond: number;

  constructor(bytesPerSecond: number) {
    this.bytesPerSecond = bytesPerSecond;
  }

  /** What comes from one socket and goes to another, in order. */
  carry(from: Socket, to: Socket): void {
    const queue: Waiting[] = [];
    const add = (bytes?: Buffer) => {
      queue.push({ to, bytes });
      if (queue.length === 1) this.turns.push(queue);
      if (!this.moving) void this.move();
    };
    from.on('data', add).on('end', () => add());
    from.on('error', () => to.destroy()).on('close', () => from.readableEnded || to.destroy());
  }

  private async move(): Promise<void> {
    this.moving = true;
    let free = performance.now();
    for (let queue = this.turns.shift(); queue; queue = this.turns.shift()) {
      const { to, bytes } = queue[0]!;
      const part = bytes?.subarray(0, piece);
      const rest = bytes?.subarray(piece);
      if (rest?.length) queue[0]!.bytes = rest;
      else queue.shift();
      if (queue.length > 0) this.turns.push(queue);
      free = Math.max(free, performance.now() - 5) + ((part?.length ?? 0) / this.bytesPerSecond) * 1_000;
      const wait = free - performance.now();
      if (wait > 1) await sleep(wait);
      this.sent += part?.length ?? 0;
      setTimeout(() => (part ? to.write(part) : to.end()), slow4G.roundTrip / 2); // one delay for all: their order stays
    }
    this.moving = false;
  }
}

/**
 * A slow line to an academy: a port that passes on what comes in, with the delay and the width of slow 4G, which all connections share.
 * A new connection costs one more round trip. Also what a service worker asks for goes through it, unlike under DevTools' throttling.
 */
export class PhoneLine {
  connections = 0;
  private readonly down = new Lane(slow4G.down);
  private readonly up = new Lane(slow4G.up);
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;

  private constructor(target: number) {
    this.server = createServer({ pauseOnConnect: true, allowHalfOpen: true }, (browser) => void this.join(browser, target));
  }

  static async open(port: number, target: number): Promise<PhoneLine> {
    const line = new PhoneLine(target);
    await once(line.server.listen(port, '127.0.0.1'), 'listening');
    return line;
  }

  /** Bytes that came down so far. */
  get bytes(): number {
    return this.down.sent;
  }

  close(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
  }

  private async join(browser: Socket, target: number): Promise<void> {
    this.connections++;
    const academy = connect({ port: target, host: '127.0.0.1', allowHalfOpen: true });
    for (const socket of [browser, academy]) {
      this.sockets.add(socket.setNoDelay());
      socket.once('close', () => this.sockets.delete(socket));
    }
    this.up.carry(browser.pause(), academy);
    this.down.carry(academy, browser);
    await sleep(slow4G.roundTrip);
    browser.resume();
  }
}
