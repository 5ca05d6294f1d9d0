const names = ['q', 'institutionId', 'country', 'role', 'language', 'state'] as const;

/** What an address says of the filter of a list of people: the known names that have a text. */
export const peopleSearch = (search: Readonly<Record<string, unknown>>): Partial<Record<(typeof names)[number], string>> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = search[name];
      return typeof value === 'string' && value !== '' ? [[name, value]] : [];
    }),
  );
