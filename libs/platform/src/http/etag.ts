/** True when one of the tags of If-None-Match is this one, weakly compared (RFC 9110, 13.1.2). */
export const matchesTag = (header: string | undefined, tag: string): boolean =>
  (header ?? '').split(',').some((each) => each.trim() === '*' || strong(each.trim()) === strong(tag));

const strong = (tag: string): string => tag.replace(/^W\//, '');
