/**
 * What a page can make of the one colour a business has: readable on light and on dark ground, whatever the colour is.
 * Contrast as WCAG 2.2 reckons it (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). Colours are `#rrggbb`.
 */

/** Of text and its ground. */
export const readable = 4.5;
/** Of a surface and its ground. */
export const visible = 3;

/** From 1, the same, to 21, black and white. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** White where it can be read, else black: one of the two reaches 4.58 on any colour. */
export function inkOn(ground: string): string {
  return contrast('#ffffff', ground) >= readable ? '#ffffff' : '#000000';
}

/**
 * The colour itself if it stands out from each of the grounds, else the nearest darker one (on light grounds) or lighter
 * one (on dark grounds) of the same hue that does.
 * @param grounds all light or all dark.
 */
export function standOut(color: string, grounds: readonly string[], ratio: number): string {
  const dark = grounds.every((ground) => inkOn(ground) === '#ffffff');
  // Lighter at full strength first: mixed with white from the start, a dark green is a grey.
  const stations = dark ? [color, brightest(color), '#ffffff'] : [color, '#000000'];
  const [end = color] = stations.slice(-1);
  const steps = stations.slice(1).flatMap((to, index) => between(stations[index] ?? color, to));
  return steps.find((step) => grounds.every((ground) => contrast(step, ground) >= ratio)) ?? end;
}

const between = (from: string, to: string): string[] =>
  Array.from({ length: 101 }, (_, percent) => mix(from, to, percent / 100));

/** The colour with as much light as it can have without white in it. */
function brightest(color: string): string {
  const strongest = Math.max(...channels(color));
  return strongest === 0 ? color : hex(channels(color).map((value) => (value * 255) / strongest));
}

/** So much of the second colour in the first: 0 for none, 1 for all. */
export function mix(color: string, other: string, share: number): string {
  const others = channels(other);
  return hex(channels(color).map((value, index) => value + ((others[index] ?? 0) - value) * share));
}

function hex(values: readonly number[]): string {
  return `#${values.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color)
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(color: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}
