import { useSyncExternalStore } from 'react';
import { Observed } from './observed.js';

/** Chromium's offer to put the application on the device. */
type Offer = Event & { prompt: () => Promise<unknown> };
/** How the application comes onto this device: by the browser's offer, by hand on iOS, or not from here; or it is there. */
type Way = 'offered' | 'by-hand' | 'none' | 'installed';

class Install extends Observed {
  private offer: Offer | undefined;
  private done = false;

  /** Keeps the browser's offer, which comes once and in its own time, until the person asks for it. */
  follow(): void {
    addEventListener('beforeinstallprompt', (event) => {
      event.preventDefault();
      this.offer = event as Offer;
      this.changed();
    });
    addEventListener('appinstalled', () => {
      this.offer = undefined;
      this.done = true;
      this.changed();
    });
  }

  get way(): Way {
    if (this.done || matchMedia('(display-mode: standalone)').matches) return 'installed';
    if (this.offer) return 'offered';
    return 'standalone' in navigator && navigator.standalone === false ? 'by-hand' : 'none'; // a member that iOS alone has
  }

  /** Shows the browser's own question; an offer can be taken up once. */
  async ask(): Promise<void> {
    const { offer } = this;
    this.offer = undefined;
    await offer?.prompt();
    this.changed();
  }
}

export const install = new Install();

export const useInstallWay = (): Way => useSyncExternalStore(install.subscribe, () => install.way);
