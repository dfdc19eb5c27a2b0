import fc from 'fast-check';
import { expect, test } from 'vitest';
import { remembered } from '../../../domain/capture/remembered.ts';

const texts = fc.array(
  fc.oneof(fc.constantFrom('a', 'b', 'c', 'd', '__proto__', ''), fc.string(), fc.constant('x'.repeat(300))),
);

test('whatever was asked before, the answer is that of the function itself', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 5 }), (asked, most) => {
      const read = (text: string) => (text.length > 1 ? undefined : `${text}!`);
      const known = remembered(read, most);
      for (const text of asked) expect(known(text)).toBe(read(text));
    }),
  );
});

test('what is asked again and again is read once, and what nobody asks for any more is not kept', () => {
  const read: string[] = [];
  const known = remembered((text) => read.push(text), 3);
  for (let at = 0; at < 50; at++) {
    known('Name');
    known(`person ${at}`);
  }
  expect(read.filter((text) => text === 'Name')).toHaveLength(1);
  known('person 0');
  expect(read.filter((text) => text === 'person 0')).toHaveLength(2);
});

test('a message is never kept', () => {
  let reads = 0;
  const known = remembered(() => ++reads, 3);
  const message = 'Unser Bad soll erneuert werden. '.repeat(10);
  known(message);
  known(message);
  expect(reads).toBe(2);
});
