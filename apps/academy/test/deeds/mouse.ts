import type { Locator } from 'playwright-core';
import { Hand, seen } from './hand.js';

/** Clicks on what can be seen: scrolled to, at rest, and with nothing over it, or it fails. The keys it touches write into a field. */
export class Mouse extends Hand {
  protected toPress(control: Locator): Promise<void> {
    return seen(control).click();
  }

  protected async toType(field: Locator, text: string): Promise<void> {
    await seen(field).click();
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.type(text);
  }

  protected async toChoose(list: Locator, words: string): Promise<void> {
    const field = seen(list);
    await field.click({ trial: true }); // the list that opens belongs to the browser, not to the page: nobody but a person can click there
    const option = field.locator('option').filter({ hasText: words }).first();
    await field.selectOption(await option.getAttribute('value'));
  }

  protected toMark(box: Locator): Promise<void> {
    return seen(box).check();
  }

  protected async toTake(field: Locator, text: string, proposal: Locator): Promise<void> {
    await this.toType(field, text);
    await seen(proposal).click();
  }

  protected async toGive(field: Locator, path: string): Promise<void> {
    const label = this.page.locator(`label[for="${(await field.getAttribute('id'))!}"]`);
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), seen(label).click()]);
    await chooser.setFiles(path);
  }
}
