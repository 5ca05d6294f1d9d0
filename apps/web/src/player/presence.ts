import type { RuntimePresence } from '@aula/contracts';
import type { CommitLoop, Surroundings } from './commit-loop.js';
import type { Outcome } from './protocol.js';

/** ms. The academy holds an attempt for two minutes after it last heard of its learner. */
const every = 50_000;

/**
 * Says to the academy that the learner is still there while the page is seen: a video or a long page records nothing, and the attempt
 * would go to another device without a question. What is answered about the lease, the loop is told.
 */
export class Presence {
  private callOff: () => void = () => undefined;

  constructor(
    private readonly epoch: number,
    private readonly loop: CommitLoop,
    private readonly say: (presence: RuntimePresence) => Promise<Outcome>,
    /** Whether the page is seen and has a line. */
    private readonly isSeen: () => boolean,
    private readonly around: Pick<Surroundings, 'after' | 'nonce'>,
  ) {
    this.wait();
  }

  /** The page is shown again: another device may have the course by now. */
  shown(): void {
    this.callOff();
    void this.turn();
  }

  private wait(): void {
    this.callOff = this.around.after(every, () => void this.turn());
  }

  private async turn(): Promise<void> {
    if (this.loop.state.ended !== null) return;
    this.wait();
    if (this.isSeen()) this.loop.hear(await this.say({ epoch: this.epoch, nonce: this.around.nonce() }));
  }
}
