import { Observed } from '../lib/observed.js';

const hour = 3_600_000;

/**
 * The shell that is kept on this device, and whether a newer one waits to take its place. It takes it when the person says so, or by
 * itself when the last window of the application was closed: never under somebody's hands.
 */
class Release extends Observed {
  private waiting: ServiceWorker | undefined;
  private accepted = false;

  /** True while a newer release is on the device and not in use. */
  get offered(): boolean {
    return this.waiting !== undefined;
  }

  /** Keeps the shell from now on. Browsers offer workers on HTTPS and on this very machine only; elsewhere nothing is kept. */
  async keep(): Promise<void> {
    if (!('serviceWorker' in navigator)) return;
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      if (this.accepted) location.reload();
    });
    const registration = await navigator.serviceWorker.register('/shell-worker.js', { updateViaCache: 'none' });
    this.look(registration);
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', () => {
        this.look(registration);
      });
    });
    const ask = () => {
      void registration.update().catch(() => undefined); // without a line: next time
    };
    setInterval(ask, hour);
    addEventListener('online', ask);
  }

  /** The person takes the newer release: this window is loaded afresh with it. */
  accept(): void {
    this.accepted = true;
    this.waiting?.postMessage('take-over');
  }

  private look({ waiting }: ServiceWorkerRegistration): void {
    // the very first shell waits for nobody and is no news
    this.waiting = navigator.serviceWorker.controller ? (waiting ?? undefined) : undefined;
    this.changed();
  }
}

export const release = new Release();
