/** Senders say things twice: by labels, by ids, and once more as a contact. */
import type { Found } from './form-answer.ts';

/** Below it an equal text is chance: "ja", "Bad". */
const minRepeatedLength = 4;
/** As many last digits are the same telephone, with or without its country. */
const comparedDigits = 8;

const compare = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ');
const digits = (text: string): string => text.replace(/\D/g, '').slice(-comparedDigits);

/** @returns the same answers, marked as machinery what an earlier group has said in the same words. */
export function dropRepeats(all: readonly Found[]): Found[] {
  const said = new Map<string, Found[]>();
  const note = (key: string, one: Found) => said.set(key, [...(said.get(key) ?? []), one]);
  return all.map((one) => {
    if (one.machinery) return one;
    const keys = keysOf(one);
    const isRepeated = keys.some((key) => said.get(key)?.some((earlier) => isSame(earlier, one)));
    if (isRepeated) return { ...one, machinery: true };
    for (const key of keys) note(key, one);
    return one;
  });
}

function keysOf(one: Found): string[] {
  const number = one.role === 'phone' ? digits(one.value) : '';
  return [compare(one.value), ...(number.length === comparedDigits ? [number] : [])];
}

function isSame(earlier: Found, later: Found): boolean {
  if (earlier.group === later.group) return false;
  const [before, now] = [earlier.role, later.role];
  if (before === now && before !== undefined) return true;
  return later.value.length >= minRepeatedLength && (before === undefined || now === undefined);
}
