/**
 * The part of a whole answer that a Range header asks for (RFC 9110, 14.1.2): media in a kept course are sought as on the line. Without
 * one range that can be read it is the whole.
 */
export const ranged = async (whole: Response, header: string | null): Promise<Response> => {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return whole;
  const bytes = await whole.blob();
  const start = first === '' ? Math.max(0, bytes.size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? bytes.size - 1 : Math.min(Number(last), bytes.size - 1);
  const headers = new Headers(whole.headers);
  if (start > end) {
    headers.set('content-range', `bytes */${bytes.size}`);
    return new Response(null, { status: 416, headers });
  }
  headers.set('content-range', `bytes ${start}-${end}/${bytes.size}`);
  headers.set('content-length', String(end - start + 1));
  return new Response(bytes.slice(start, end + 1, bytes.type), { status: 206, headers });
};
