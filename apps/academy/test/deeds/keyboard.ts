import type { ElementHandle, Locator } from 'playwright-core';
import { isActive, places, standing, type Standing } from './focus.js';
import { Hand, seen } from './hand.js';

/** So many presses of a key are patience enough for any control of the academy. */
const patience = 150;

/** Keys alone: Tab and Shift+Tab until a control has the focus, then Enter, the space bar or the arrows. Never a click, never a script. */
export class Keyboard extends Hand {
  protected async toPress(control: Locator): Promise<void> {
    await this.reach(control);
    await this.page.keyboard.press('Enter');
  }

  protected async toType(field: Locator, text: string): Promise<void> {
    await this.reach(field);
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.type(text);
  }

  protected async toChoose(list: Locator, words: string): Promise<void> {
    await this.reach(list);
    const find = (): Promise<{ from: number; to: number }> => seen(list).evaluate(places, words);
    // what a list offers may depend on what was just chosen in another
    await seen(list).locator('option', { hasText: words }).first().waitFor({ state: 'attached' });
    const begun = await find();
    if (begun.to < 0) throw new Error('the list has no such option that may be chosen');
    // far down a list people type how the word begins
    if (Math.abs(begun.to - begun.from) > 6) for (const letter of words.slice(0, 4)) await this.page.keyboard.press(letter);
    for (let presses = 0; presses < patience; presses++) {
      const { from, to } = await find();
      if (from === to) return;
      await this.page.keyboard.press(to > from ? 'ArrowDown' : 'ArrowUp');
    }
    throw new Error(`the arrows do not come to it in ${String(patience)} presses`);
  }

  protected async toMark(box: Locator): Promise<void> {
    await this.reach(box);
    const target = seen(box);
    for (let presses = 0; presses < 20; presses++) {
      if (await target.evaluate(isActive)) break;
      await this.page.keyboard.press('ArrowDown');
    }
    if (!(await target.isChecked())) await this.page.keyboard.press('Space');
    if (!(await target.isChecked())) throw new Error('the space bar does not mark it');
  }

  protected async toTake(field: Locator, text: string, proposal: Locator): Promise<void> {
    await this.toType(field, text);
    const option = seen(proposal);
    await option.waitFor();
    for (let presses = 0; presses < 20; presses++) {
      const active = await seen(field).getAttribute('aria-activedescendant'); // where the arrows are; what is chosen is selected
      if (active === (await option.getAttribute('id')) || (await option.getAttribute('aria-selected')) === 'true')
        return this.page.keyboard.press('Enter');
      await this.page.keyboard.press('ArrowDown');
    }
    throw new Error('the arrows do not come to the proposal');
  }

  protected async toGive(field: Locator, path: string): Promise<void> {
    await this.reach(field);
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), this.page.keyboard.press('Enter')]);
    await chooser.setFiles(path);
  }

  /** Moves the focus to a control, forwards or back, whichever way it lies. What is passed by must be seen, and the way must not turn twice. */
  private async reach(control: Locator): Promise<void> {
    const look = this.lookout(control);
    const trail: string[] = [];
    const lost = (why: string): Error => new Error(`${why}; the focus went: ${trail.slice(-8).join(' → ')}`);
    let turns = 0;
    let back = false;
    for (let presses = 0; presses <= patience; presses++) {
      const now = await look();
      trail.push(now.where);
      if (now.covered) throw lost('something covers what has the focus');
      if (now.here) return;
      if (now.behind !== back) turns++;
      back = now.behind;
      if (turns > 3) throw lost('Tab passes it by');
      await this.page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    }
    throw lost(`Tab does not come to it in ${String(patience)} presses`);
  }

  /** Says how the focus stands to a control; a window that has just come takes the focus in a moment, and a page may be drawn anew. */
  private lookout(control: Locator): () => Promise<Standing> {
    const find = () => seen(control).elementHandle();
    let element: ElementHandle | undefined;
    return async () => {
      for (let tries = 0; ; tries++) {
        element ??= await find();
        const now = await element.evaluate(standing);
        if (!now.there) element = undefined;
        else if (!now.covered || tries > 40) return now;
        else await this.page.waitForTimeout(25);
      }
    };
  }
}
