import fc from 'fast-check';
import { expect, test } from 'vitest';
import { networkOf } from '../../../domain/limits/network.ts';

test.each([
  ['203.0.113.7', '203.0.113.7'],
  [' 203.0.113.7 ', '203.0.113.7'],
  ['203.0.113.7:51234', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['::FFFF:cb00:7107', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::1', '2001:db8:1:2::/64'],
  ['[2001:db8:1:2::1]:443', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::', '2001:db8:1:2::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['64:ff9b::203.0.113.7', '64:ff9b:0:0::/64'],
])('%s is of the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test.each([
  '',
  'unknown',
  '203.0.113',
  '203.0.113.256',
  '1:2:3',
  '1::2::3',
  'g::1',
  '1:2:3:4:5:6:7:8:9',
  ':1',
  `${'1:'.repeat(500)}1`,
])('%j is no address', (text) => {
  expect(networkOf(text)).toBeUndefined();
});

test('whatever somebody does with the last 64 bits of his IPv6 address, he stays in his network', () => {
  const group = fc.integer({ min: 0, max: 0xffff }).map((number) => number.toString(16));
  fc.assert(
    fc.property(
      // Beginning as global addresses do: the block of zeros has meanings of its own.
      fc.tuple(group, group, group),
      fc.array(group, { minLength: 4, maxLength: 4 }),
      fc.array(group, { minLength: 4, maxLength: 4 }),
      (prefix, one, other) => {
        const address = (rest: readonly string[]) => ['2a02', ...prefix, ...rest].join(':');
        expect(networkOf(address(one))).toBe(networkOf(address(other)));
        expect(networkOf(address(one))).toMatch(/^2a02:.*::\/64$/);
      },
    ),
  );
});

test('no text, however long, keeps anybody waiting or fails', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 200, unit: fc.constantFrom(':', '.', '1', 'f', '[', ']', '%', ' ') }),
      (text) => {
        expect(['string', 'undefined']).toContain(typeof networkOf(text));
      },
    ),
  );
});
