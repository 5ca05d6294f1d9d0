import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext } from 'playwright-core';
import { generator } from '../chaos.ts';
import type { Device } from './device.ts';
import { partsOf, type Make } from './driver.ts';
import type { House } from './house.ts';
import { Ledger } from './ledger.ts';
import { wrongs } from './verify.ts';
import { Window } from './window.ts';

/** What one run is, drawn from the seed alone, so that it can be repeated alone. */
export interface Plan {
  number: number;
  seed: number;
  make: Make;
  faults: readonly Fault[];
}

/** What happens to a learner at work. When it is over, the learner has a window in which the work goes on. */
export type Fault = (run: Run) => Promise<void>;

/** One learner from the first launch to the completed course, with what happens on the way. */
export class Run {
  readonly random: () => number;
  /** Where the learner works now. */
  window!: Window;
  private readonly ledger = new Ledger();
  private readonly learner: ReturnType<House['learner']>;
  private readonly others: BrowserContext[] = [];

  constructor(
    readonly house: House,
    private readonly device: Device,
    private readonly plan: Plan,
  ) {
    this.random = generator(plan.seed);
    this.learner = house.learner(plan.number, plan.make);
  }

  /** Plays and compares. Returns what is wrong, in words; nothing when all is well. */
  async play(): Promise<string[]> {
    try {
      this.window = await this.open(this.device.context);
      for (const [at, fault] of this.plan.faults.entries()) {
        await this.work();
        await sleep(this.random() * 500);
        await fault(this);
        await this.window.idle();
        if (at === 0) await this.onToTheLast();
      }
      await this.finish();
      return await wrongs(this.house, this.learner, this.ledger);
    } catch (error) {
      return [...this.ledger.faults, String(error)];
    } finally {
      await Promise.all(this.others.map((context) => context.close().catch(() => undefined)));
      await Promise.all(this.device.context.pages().map((page) => page.close().catch(() => undefined)));
    }
  }

  /** The learner opens the course in a new window of a browser. */
  open(context: BrowserContext): Promise<Window> {
    return Window.open(context, this.ledger, () => this.house.launch(this.learner));
  }

  /** The window is gone: the learner opens the course again on the same computer. */
  async reopen(): Promise<void> {
    this.window = await this.open(this.device.context);
  }

  async otherDevice(): Promise<BrowserContext> {
    const context = await this.device.other();
    this.others.push(context);
    return context;
  }

  /** The browser dies at once: its own profile stays, and what other computers it stood in for is lost. */
  async killBrowser(): Promise<void> {
    const lost = this.device.context;
    await this.device.crash();
    this.ledger.killed(lost, this.device.context);
    this.others.splice(0);
  }

  /** How long a spell of bad luck takes, in ms. */
  readonly spell = (): number => 400 + this.random() * 1_400;

  /** Lets the content go to work, at a pace of its own. */
  work(status?: 'completed' | 'incomplete'): Promise<void> {
    const steps = status ? 2 : 4 + Math.floor(this.random() * 16);
    return this.window.work({
      steps,
      pace: Math.floor(5 + this.random() * 80),
      seed: Math.floor(this.random() * 1e9),
      ...(status && { status }),
    });
  }

  /** A take-over may lead back to a part whose end another device still has for itself. */
  private async onToTheLast(): Promise<void> {
    const last = partsOf(this.plan.make).at(-1);
    while (this.window.part !== last) {
      await this.work('completed');
      await this.window.idle();
      await this.window.goOn();
    }
  }

  /** Completes, leaves, lets every device hand in what it has, and comes back once more with a status that goes back. */
  private async finish(): Promise<void> {
    await this.onToTheLast();
    await this.work('completed');
    await this.window.idle();
    await this.window.saved();
    if (this.random() < 0.5) await this.window.suspend();
    else await this.window.close();
    for (const context of this.others) await (await this.open(context)).saved();
    await this.reopen();
    await this.work('incomplete');
    await this.window.idle();
    await this.window.suspend();
  }
}
