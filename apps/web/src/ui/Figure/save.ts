/** Gives a file to the reader, as a download. */
const saveAs = (href: string, name: string): void => {
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
};

export const saveText = (text: string, name: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  saveAs(address, name);
  setTimeout(() => {
    URL.revokeObjectURL(address); // after the browser has taken it
  }, 10_000);
};

/** A picture of what stands on the page, twice as fine, on the colour that lies behind it. */
export const savePicture = async (element: HTMLElement, name: string): Promise<void> => {
  const { toPng } = await import('html-to-image');
  const backgroundColor = getComputedStyle(element).backgroundColor;
  saveAs(await toPng(element, { pixelRatio: 2, backgroundColor, skipFonts: true }), name);
};
