/** The parameters of a statement that is put together from parts, and a function that places one more and says where it stands. */
export const parametersFrom = (first: readonly unknown[]): { parameters: unknown[]; place: (value: unknown) => string } => {
  const parameters = [...first];
  return { parameters, place: (value) => `$${parameters.push(value)}` };
};

/** SQL: the text without accents and capitals. No function of ours around it: a call per row costs five times the work itself. */
export const folded = (text: string): string => `lower(public.unaccent('public.unaccent'::regdictionary, ${text}))`;

/** SQL: each word of `q` is somewhere in the text expression, without accents and capitals; nothing asked, nothing demanded. */
export const likeWords = (q: string | undefined, text: string, place: (value: unknown) => string): string[] =>
  (q ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8)
    .map((word) => `${folded(text)} like '%' || ${folded(place(word.replace(/[\\%_]/g, '\\$&')))} || '%'`);
