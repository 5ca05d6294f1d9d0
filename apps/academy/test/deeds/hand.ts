import type { Locator, Page } from 'playwright-core';
import { standing } from './focus.js';

/** What is there for the eye of what the words name: the menu of a phone and that of a desk bear the same names. */
export const seen = (named: Locator): Locator => named.filter({ visible: true }).first();

/** How a person works a page. What they do is written once, over this; each hand does it in its own way, and only in ways people have. */
export abstract class Hand {
  constructor(protected readonly page: Page) {}

  /** Works a button, a link, something that folds. */
  press(control: Locator): Promise<void> {
    return this.doing(`press ${String(control)}`, () => this.toPress(control));
  }
  /** Writes into a field, in place of what stands there. */
  type(field: Locator, text: string): Promise<void> {
    return this.doing(`type "${text}" into ${String(field)}`, () => this.toType(field, text));
  }
  /** Chooses what begins with these words from a list; from one that is searched, after writing them. */
  choose(list: Locator, words: string): Promise<void> {
    return this.doing(`choose "${words}" in ${String(list)}`, async () => {
      await seen(list).waitFor();
      const searched = (await seen(list.and(this.page.locator('input'))).count()) > 0;
      const proposal = this.page.locator('[role=option]').filter({ hasText: words });
      await (searched ? this.toTake(list, words, proposal) : this.toChoose(list, words));
    });
  }
  /** Chooses a radio button or ticks a box. */
  mark(box: Locator): Promise<void> {
    return this.doing(`mark ${String(box)}`, () => this.toMark(box));
  }
  /** Writes into a field that proposes, and takes a proposal. */
  take(field: Locator, text: string, proposal: Locator): Promise<void> {
    return this.doing(`take ${String(proposal)} for "${text}"`, () => this.toTake(field, text, proposal));
  }
  /** Gives a file of this device to a file field. */
  give(field: Locator, path: string): Promise<void> {
    return this.doing(`give ${path} to ${String(field)}`, () => this.toGive(field, path));
  }

  /** What has the focus, in words; `nothing` for none. */
  readonly focus = async (): Promise<string> => (await this.page.locator('body').evaluate(standing)).where;

  protected abstract toPress(control: Locator): Promise<void>;
  protected abstract toType(field: Locator, text: string): Promise<void>;
  protected abstract toChoose(list: Locator, words: string): Promise<void>;
  protected abstract toMark(box: Locator): Promise<void>;
  protected abstract toTake(field: Locator, text: string, proposal: Locator): Promise<void>;
  protected abstract toGive(field: Locator, path: string): Promise<void>;

  /** A step that fails says which it was, why, and where the focus was. */
  private async doing(step: string, act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      const focus = await this.focus().catch(() => 'unknown');
      const why = (error as Error).message;
      throw new Error(`could not ${step}\n${why}\nfocus: ${focus}\npage: ${this.page.url()}`, { cause: error });
    }
  }
}
