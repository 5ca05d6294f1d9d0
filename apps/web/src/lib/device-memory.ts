/** What this device keeps under `place` over a reload. Where the browser keeps nothing, it lives as long as the page. */
export const memoryAt = (place: string) => ({
  read: () => {
    try {
      return localStorage.getItem(place);
    } catch {
      return null;
    }
  },
  write: (text: string | null) => {
    try {
      if (text === null) localStorage.removeItem(place);
      else localStorage.setItem(place, text);
    } catch {
      // a full or closed storage must not stop the sending
    }
  },
});
