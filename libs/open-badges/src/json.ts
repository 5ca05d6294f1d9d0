/** A JSON value (RFC 8259). */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
/** A JSON object; an absent property and `undefined` are the same. */
export interface JsonObject {
  readonly [name: string]: JsonValue | undefined;
}
