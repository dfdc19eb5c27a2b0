import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  changesBetween,
  conflictsOf,
  describeChange,
  reversed,
  withChanges,
} from '../../../domain/business/changes.ts';

/** Objects as files hold them: texts, numbers, lists and fields within fields, never an empty object in the way of one. */
const fields = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.string(),
    fc.integer(),
    fc.array(fc.string(), { maxLength: 3 }),
    tie('fields'),
  ),
  fields: fc.dictionary(fc.constantFrom('a', 'b', 'c', '__proto', 'constructor'), tie('value'), {
    minKeys: 1,
    maxKeys: 4,
  }),
})).fields as fc.Arbitrary<Record<string, unknown>>;

const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

describe('the changes between two versions', () => {
  test('lead from the one to the other, and back', () => {
    fc.assert(
      fc.property(fields, fields, (before, after) => {
        const changes = changesBetween(before, after);
        expect(plain(withChanges(before, changes))).toEqual(plain(after));
        expect(plain(withChanges(after, reversed(changes)))).toEqual(plain(before));
        expect(conflictsOf(before, changes)).toEqual([]);
      }),
    );
  });

  test('made twice change nothing more', () => {
    fc.assert(
      fc.property(fields, fields, (before, after) => {
        const changes = changesBetween(before, after);
        expect(conflictsOf(after, changes)).toEqual([]);
        expect(plain(withChanges(after, changes))).toEqual(plain(after));
      }),
    );
  });

  test('are none between the same, whatever the order of its fields', () => {
    expect(
      changesBetween({ a: 1, b: { c: [1, { d: 2, e: 3 }] } }, { b: { c: [1, { e: 3, d: 2 }] }, a: 1 }),
    ).toEqual([]);
  });

  test('are told by the field, what it was and what it is', () => {
    const before = { digestAt: '06:30', legal: { form: 'GmbH', vatId: 'DE1' }, closedOn: ['2026-12-28'] };
    const after = { digestAt: '07:00', legal: { form: 'GmbH' }, closedOn: [], brand: 'Muster' };
    expect(changesBetween(before, after).map(describeChange)).toEqual([
      'brand: nothing -> "Muster"',
      'closedOn: ["2026-12-28"] -> []',
      'digestAt: "06:30" -> "07:00"',
      'legal.vatId: "DE1" -> nothing',
    ]);
  });
});

describe('changes made to what has changed meanwhile', () => {
  const first = { digestAt: '06:30', phone: '089 1', people: [{ name: 'Anna' }] };

  test('leave alone what they do not speak of', () => {
    const changes = changesBetween(first, { ...first, digestAt: '07:00' });
    const meanwhile = { ...first, phone: '089 2' };
    expect(conflictsOf(meanwhile, changes)).toEqual([]);
    expect(withChanges(meanwhile, changes)).toEqual({ ...first, digestAt: '07:00', phone: '089 2' });
  });

  test('conflict where the same field changed in another way', () => {
    const changes = changesBetween(first, { ...first, digestAt: '07:00', phone: '089 3' });
    expect(conflictsOf({ ...first, digestAt: '08:00' }, changes)).toEqual([
      { path: ['digestAt'], before: '06:30', after: '07:00' },
    ]);
  });
});
