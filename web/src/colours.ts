// Colours as `#rrggbb`: how well they can be told apart, and what is between two of them.

export type Colour = string;

export function isColour(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text);
}

/** Red, green and blue, 0 to 255 each. */
function channels(colour: Colour): number[] {
  return [1, 3, 5].map((place) => parseInt(colour.slice(place, place + 2), 16));
}

// WCAG 2.1, "relative luminance".
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast ratio of WCAG 2.1, 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** What text needs to be read against its background. */
export const textContrast = 4.5;

/** White or nearly black, whichever reads better on `background`. */
export function readableOn(background: Colour): Colour {
  const [light, dark] = ['#ffffff', '#111111'] as const;
  return contrast(light, background) >= contrast(dark, background) ? light : dark;
}

/** From `one` (0) towards `other` (1). */
export function mixed(one: Colour, other: Colour, share: number): Colour {
  const to = channels(other);
  const parts = channels(one).map((from, place) => from + ((to[place] ?? from) - from) * share);
  return `#${parts.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}
