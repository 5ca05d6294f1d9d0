/** Red, green and blue, 0 to 255. */
type Rgb = readonly [number, number, number];

/** The least contrast of text on its ground (WCAG 2.2, 1.4.3). */
export const leastRatio = 4.5;

/**
 * Relative luminances (WCAG 2.2) of the ten shades of "Bahía", the look that Aula comes with, light to dark. Shades of another hue with
 * the same luminances stand out from white, from the night's ground and from one another as those do, which the tests of the screens see.
 */
const luminances = [0.894, 0.774, 0.593, 0.436, 0.295, 0.195, 0.134, 0.094, 0.06, 0.035] as const;
/** The shade of buttons and links by day: the chosen colour itself. */
const chosenShade = 8;

const rgbOf = (color: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)) as unknown as Rgb;
const colorOf = (rgb: Rgb): string => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

const linear = (part: number): number => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
const luminance = ([red, green, blue]: Rgb): number => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
const contrast = (a: number, b: number): number => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);

/** How a colour stands out on white, 1 to 21. */
export const ratioOnWhite = (color: string): number => contrast(luminance(rgbOf(color)), 1);

const mixed = (from: Rgb, to: Rgb, share: number): Rgb => from.map((part, at) => part + (to[at]! - part) * share) as unknown as Rgb;

/** The colour, lightened or darkened until it has the luminance. */
const withLuminance = (color: Rgb, wanted: number): Rgb => {
  const end: Rgb = luminance(color) < wanted ? [255, 255, 255] : [0, 0, 0];
  let [least, most] = [0, 1];
  for (let step = 0; step < 24; step++) {
    const middle = (least + most) / 2;
    const beyond = end[0] === 255 ? luminance(mixed(color, end, middle)) > wanted : luminance(mixed(color, end, middle)) < wanted;
    if (beyond) most = middle;
    else least = middle;
  }
  return mixed(color, end, (least + most) / 2);
};

/** The nearest colour of the same hue that can be read on white. */
export const nearestReadable = (color: string): string => {
  if (ratioOnWhite(color) >= leastRatio) return color;
  return colorOf(withLuminance(rgbOf(color), 1.05 / (leastRatio + 0.05) - 0.05));
};

/** Ten shades, light to dark, of which the ninth is the colour itself; darker than it when it is darker than its neighbour would be. */
export const paletteOf = (color: string): string[] => {
  const rgb = rgbOf(color);
  const own = luminance(rgb);
  return luminances.map((wanted, shade) => {
    if (shade === chosenShade) return color;
    if (shade > chosenShade) return colorOf(withLuminance(rgb, Math.min(wanted, own * 0.6)));
    return colorOf(withLuminance(rgb, Math.max(wanted, own + (luminances[0] - own) * 0.02 * (chosenShade - shade))));
  });
};
