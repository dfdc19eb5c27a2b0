import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contrast, inkOn, mix, standOut } from '../../views/accent.ts';

const channel = fc.integer({ min: 0, max: 255 });
const color = fc
  .tuple(channel, channel, channel)
  .map((channels) => `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`);

/** Degrees on the colour wheel; none for greys. */
function hueOf(hex: string): number | undefined {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const max = Math.max(red, green, blue);
  const range = max - Math.min(red, green, blue);
  // Rounding to whole steps turns the hue of what is nearly grey.
  if (range < 40) return undefined;
  if (max === red) return (((green - blue) / range) * 60 + 360) % 360;
  return max === green ? ((blue - red) / range) * 60 + 120 : ((red - green) / range) * 60 + 240;
}

describe('contrast', () => {
  // As https://webaim.org/resources/contrastchecker and the formula of WCAG have it.
  test.each([
    ['#000000', '#ffffff', 21],
    ['#777777', '#ffffff', 4.48],
    ['#17538f', '#ffffff', 7.85],
    ['#ff0000', '#ffffff', 4],
  ])('of %s and %s is %d', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 1);
    expect(contrast(other, one)).toBe(contrast(one, other));
  });
});

describe('on any colour of a business', () => {
  test('the text of a button can be read, and is white wherever white can be', () => {
    fc.assert(
      fc.property(color, (ground) => {
        expect(contrast(inkOn(ground), ground)).toBeGreaterThanOrEqual(4.5);
        if (contrast('#ffffff', ground) >= 4.5) expect(inkOn(ground)).toBe('#ffffff');
      }),
    );
  });
});

describe.each([
  ['light', ['#ffffff', '#eef1f4'], '#000000'],
  ['dark', ['#1a2129', '#0f1419'], '#ffffff'],
])('a link on %s ground', (_ground, grounds, end) => {
  test('can be read, whatever the colour of the business is', () => {
    fc.assert(
      fc.property(color, (accent) => {
        const link = standOut(accent, grounds, 4.5);
        for (const ground of grounds) expect(contrast(link, ground)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  test('is the colour itself wherever that can be read, else the nearest of the same hue', () => {
    fc.assert(
      fc.property(color, (accent) => {
        const link = standOut(accent, grounds, 4.5);
        if (grounds.every((ground) => contrast(accent, ground) >= 4.5)) {
          expect(link).toBe(accent);
          return;
        }
        const [wanted, got] = [hueOf(accent), hueOf(link)];
        if (wanted === undefined || got === undefined) return;
        const apart = Math.abs(wanted - got);
        expect(Math.min(apart, 360 - apart)).toBeLessThan(3);
        // Not further away than it must be.
        const nearer = mix(link, accent, 0.1);
        if (nearer !== link && link !== end)
          expect(grounds.some((ground) => contrast(nearer, ground) < 4.6)).toBe(true);
      }),
    );
  });
});
