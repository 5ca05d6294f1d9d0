import type { RuntimeFiles, RuntimeLaunched } from '@aula/contracts';
import { keepManifest, linkManifest } from './app-manifest.js';
import type { Course } from './course.js';
import { download, missing } from './download.js';
import type { Journal } from './journal.js';
import type { Kept } from './opening.js';
import { Refusal, type Runtime } from './protocol.js';
import { Sheet, type SheetAction } from './sheet.js';
import type { Shell } from './shell.js';
import { filled, type Texts } from './texts.js';
import { cacheName, playerKey } from './worker/kept-files.js';

interface KeepingParts {
  kept: Kept;
  launched: RuntimeLaunched;
  runtime: Runtime;
  course: Course;
  journal: Journal;
  shell: Shell;
  texts: Texts;
}

/** Chromium's offer to put the page on the home screen. */
type InstallOffer = Event & { prompt(): Promise<unknown> };

const worker = '/sw.js';
/** A device needs room for more than the course's own bytes. */
const margin = 1.1;

/** Keeps the course on this device, at the learner's wish, and takes it away again. */
export class Keeping {
  private readonly sheet = new Sheet();
  private stop = new AbortController();
  private lasting = true;
  private install: InstallOffer | null = null;

  constructor(private readonly parts: KeepingParts) {
    window.addEventListener('beforeinstallprompt', (event) => {
      event.preventDefault();
      this.install = event as InstallOffer;
    });
    this.tellShell();
    if (parts.kept.start) void this.freshen();
  }

  private get isKept(): boolean {
    return this.parts.kept.start !== null;
  }

  private tellShell(): void {
    const { shell, texts } = this.parts;
    shell.offerKeeping(this.isKept ? texts.keptLabel : texts.keep, () => void (this.isKept ? this.tellKept() : this.offer()));
    linkManifest(this.isKept);
  }

  /** Says what keeping means and how much it is, before anything is fetched. */
  private async offer(): Promise<void> {
    const { texts, runtime } = this.parts;
    const close = this.action('close', texts.close, () => this.sheet.close());
    this.sheet.show({ title: texts.keepTitle, lines: [texts.keepLooking], actions: [close] });
    try {
      const list = await runtime.files();
      const bytes = list.files.reduce((sum, { size }) => sum + size, 0);
      const lines = [filled(texts.keepText, megabytes(bytes)), texts.keepOwn, texts.keepRule];
      if (!(await this.fits(list))) return this.tell([filled(texts.keepFull, megabytes(bytes * margin))]);
      const keep = this.action('keep', texts.keepNow, () => void this.keep(list, bytes), true);
      this.sheet.show({ title: texts.keepTitle, lines, actions: [keep, this.action('close', texts.cancel, () => this.sheet.close())] });
    } catch (error) {
      this.tell([error instanceof Refusal ? texts.codeText : texts.keepLine]);
    }
  }

  private async fits(list: RuntimeFiles): Promise<boolean> {
    const left = await missing(list, await caches.open(cacheName));
    const { quota = Infinity, usage = 0 } = await navigator.storage.estimate();
    return left.reduce((sum, { size }) => sum + size, 0) * margin <= quota - usage;
  }

  private async keep(list: RuntimeFiles, bytes: number): Promise<void> {
    const { texts } = this.parts;
    this.stop = new AbortController();
    const stop = this.action('stop', texts.keepStop, () => this.stop.abort());
    this.sheet.show({ title: texts.keepTitle, lines: [texts.keepComing], progress: 0, actions: [stop] });
    try {
      this.lasting = await navigator.storage.persist();
      const cache = await caches.open(cacheName);
      let done = bytes - (await missing(list, cache)).reduce((sum, { size }) => sum + size, 0);
      await download(list, cache, this.stop.signal, (piece) => this.sheet.progress(bytes === 0 ? 1 : (done += piece) / bytes));
      await this.begin(cache);
      this.tellKept();
    } catch {
      const on = this.action('keep', texts.keepOn, () => void this.keep(list, bytes), true);
      const drop = this.action('remove', texts.remove, () => void this.remove());
      this.sheet.show({
        title: texts.keepTitle,
        lines: [texts.keepStopped],
        actions: [on, drop, this.action('close', texts.close, () => this.sheet.close())],
      });
    }
  }

  /** Everything is here: from this record on the course can go on without a line. */
  private async begin(cache: Cache): Promise<void> {
    const { kept, launched, course, journal } = this.parts;
    await keepManifest(cache, launched.title);
    await navigator.serviceWorker.register(worker);
    await navigator.serviceWorker.ready;
    const start = { launched, leased: course.standing() };
    journal.log = kept.store; // before anything is awaited: no record after the start is missing
    await kept.store.put(start);
    kept.start = start;
    this.tellShell();
  }

  private tellKept(): void {
    const { texts } = this.parts;
    const { install } = this;
    const put = install && this.action('install', texts.keptInstall, () => void install.prompt());
    this.sheet.show({
      title: texts.keptTitle,
      lines: [texts.keptText, ...(this.lasting ? [] : [texts.keptFragile]), texts.keepRule, texts.keptHow],
      address: new URL(playerKey(''), location.origin).href,
      actions: [
        ...(put ? [put] : []),
        this.action('remove', texts.remove, () => void this.remove()),
        this.action('close', texts.close, () => this.sheet.close(), !put),
      ],
    });
  }

  /** Takes everything away but what waits to be sent: as long as something does, the course stays. */
  private async remove(): Promise<void> {
    const { kept, journal, texts } = this.parts;
    const waiting = journal.waiting().count;
    if (this.isKept && waiting > 0) return this.tell([filled(texts.removeWaiting, waiting)]);
    const registrations = await navigator.serviceWorker.getRegistrations();
    await Promise.all(registrations.map((each) => each.unregister()));
    await kept.store.clear();
    await caches.delete(cacheName);
    kept.start = journal.log = null;
    this.tellShell();
    this.tell([texts.removed]);
  }

  private tell(lines: string[]): void {
    const { texts } = this.parts;
    this.sheet.show({ title: texts.keepTitle, lines, actions: [this.action('close', texts.close, () => this.sheet.close(), true)] });
  }

  private action(value: string, label: string, press: () => void, primary = false): SheetAction {
    return { value, label, press, primary };
  }

  /** While there is a line: a new player, and what the browser may have dropped meanwhile. */
  private async freshen(): Promise<void> {
    try {
      this.lasting = await navigator.storage.persisted();
      const list = await this.parts.runtime.files();
      await download(list, await caches.open(cacheName), this.stop.signal, () => undefined);
    } catch {
      // No line, or a sign-in that has ended: what is kept stays as it is.
    }
  }
}

const megabytes = (bytes: number): number => Math.max(1, Math.ceil(bytes / 1_000_000));
