/** The body of a letter without the codes in its links. */
export const blotted = String.raw`regexp_replace(body, '([?&]code=)[\w-]+', '\1…', 'g')`;
