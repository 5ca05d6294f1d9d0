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

/** The places beginning with `start` under which this device keeps something. */
export const placesFrom = (start: string): string[] => {
  try {
    return Object.keys(localStorage).filter((place) => place.startsWith(start));
  } catch {
    return [];
  }
};
