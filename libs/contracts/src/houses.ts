/** The houses, in the order in which their migrations run: a view's owner before its readers. */
export const houses = ['identity', 'catalog', 'content', 'assessment', 'enrollment', 'accreditation', 'insights'] as const;
export type House = (typeof houses)[number];
