/** `attachment`: to be sent with Content-Disposition: attachment, never shown in place. */
export type ContentType = { type: string; attachment: boolean };

/** Media type by extension from our own list; what is not on it is application/octet-stream. */
export function contentType(path: string): ContentType {
  throw new Error(path);
}
