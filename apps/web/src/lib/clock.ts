/** Difference in milliseconds between the server's clock and this device's, learnt from the `Date` header of answers. */
let offset = 0;

/** Notes the server's `Date` header (whole seconds). Phones run minutes off; deadlines must not. */
export const noteServerDate = (header: string | null): void => {
  const at = header === null ? Number.NaN : Date.parse(header);
  if (Number.isNaN(at)) return;
  const difference = at - Date.now();
  // below two seconds it is the header's own rounding and the way of the answer
  offset = Math.abs(difference) < 2_000 ? 0 : difference;
};

/** The instant now by the server's clock, milliseconds since 1970. */
export const now = (): number => Date.now() + offset;

/** Milliseconds on a clock that never jumps; for timers. */
export const steady = (): number => performance.now();
