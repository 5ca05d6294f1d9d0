import { element } from './dom.js';

const patience = 2_000;

/** Where the content is shown: one frame of the same origin, or a panel with a few words. */
export class Stage {
  readonly element = element('main', { class: 'stage', tabindex: '-1' });
  private frame: HTMLIFrameElement | null = null;
  /** The content's first page has been loaded; an error page in its place does not count. */
  loaded = false;

  /** Opens an address in a new frame; a frame that is navigated would fill the browser's history. */
  show(address: string, title: string): void {
    this.loaded = false;
    this.frame = element('iframe', { title, allow: 'fullscreen; autoplay', src: address, onload: () => (this.loaded ||= this.arrived()) });
    this.element.replaceChildren(this.frame);
  }

  /** Takes the content away so that it may finish: its pages hear beforeunload, pagehide and unload, and the API still answers. */
  async clear(): Promise<void> {
    const { frame } = this;
    if (!frame) return;
    const gone = new Promise<void>((resolve) => {
      frame.addEventListener('load', () => resolve(), { once: true });
      setTimeout(resolve, patience);
    });
    frame.contentWindow?.location.replace('about:blank');
    await gone;
    this.drop();
  }

  /** Takes the content away at once, with the page going: its pages hear pagehide and unload before this returns. */
  drop(): void {
    this.frame?.remove();
    this.frame = null;
  }

  panel(...children: (Node | string)[]): void {
    this.drop();
    this.element.replaceChildren(element('div', { class: 'panel' }, ...children));
  }

  /** What the frame shows is the package's own: a page of the browser is foreign, and one of a server away tells by its status. */
  private arrived(): boolean {
    if (!this.frame?.contentDocument) return false;
    const [navigation] = this.frame.contentWindow?.performance.getEntriesByType('navigation') ?? [];
    const { responseStatus = 0 } = (navigation ?? {}) as { responseStatus?: number };
    return responseStatus < 400; // 0: a browser that does not tell
  }
}
