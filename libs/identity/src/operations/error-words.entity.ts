/**
 * The words of an error without what may be personal: addresses, what stands in quotes or in a database's "(column)=(value)", long
 * numbers. Ids stay, so that the thing can be found.
 */
export const withoutNames = (error: string): string =>
  error
    .replaceAll(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '…@…')
    .replaceAll(/=\([^)]*\)/g, '=(…)')
    .replaceAll(/"[^"\n]{1,200}"|«[^»\n]{1,200}»|“[^”\n]{1,200}”/g, '"…"')
    .replaceAll(/(?<![\da-f-])\d{7,}(?![\da-f-])/g, '…');
