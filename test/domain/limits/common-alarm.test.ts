import { describe, expect, test } from 'vitest';
import { ringsAgainAt, ringsAlone, ringsNext } from '../../../domain/limits/common-alarm.ts';
import { addMinutes, millisecondsBetween } from '../../../domain/time/local-time.ts';
import { aCompany } from '../../support/company.ts';

const at = '2026-11-23T08:00:00.000Z';
const ringing = (trusted: readonly boolean[]) =>
  trusted.map((one, index) => ({ leadId: `lead-${index}`, since: at, trusted: one }));

describe('emergencies', () => {
  test('ring each by itself up to three, and as one above', () => {
    expect(ringsAlone('lead-2', ringing([false, false, false]))).toBe(true);
    expect(ringsAlone('lead-3', ringing([false, false, false, false]))).toBe(false);
    expect(ringsAlone('lead-0', ringing([false, false, false, false]))).toBe(false);
  });

  test('of somebody proven or known rings by itself in any flood of strangers', () => {
    const flood = ringing([true, ...Array.from({ length: 1000 }, () => false)]);
    expect(ringsAlone('lead-0', flood)).toBe(true);
    expect(ringsAlone('lead-1', flood)).toBe(false);
  });

  test('of proven ones, too, more than three are one alarm', () => {
    expect(ringsAlone('lead-3', ringing([true, true, true, true]))).toBe(false);
  });
});

describe('the one alarm', () => {
  const company = aCompany();

  /** The minutes at which it rings in a day, if it is asked each minute. */
  function rings(newestAt: (minute: number) => string): number[] {
    const heard: number[] = [];
    let alarm: { rings: number; rangAt: string } | undefined;
    for (let minute = 0; minute < 24 * 60; minute++) {
      const now = addMinutes(at, minute);
      if (ringsAgainAt(company, alarm, newestAt(minute), now) > now) continue;
      alarm = ringsNext(alarm, newestAt(minute), now);
      heard.push(minute);
    }
    return heard;
  }

  test('rings as a single one: within a quarter, each quarter up to two hours, hourly up to twelve, and no more that day', () => {
    const heard = rings(() => addMinutes(at, -1));
    expect(heard.slice(0, 11)).toEqual([0, 5, 10, 15, 30, 45, 60, 75, 90, 105, 120]);
    expect(heard.slice(11)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((hours) => hours * 60));
  });

  test('while new ones come in, none waits longer than a quarter of an hour', () => {
    const heard = rings((minute) => addMinutes(at, minute));
    for (const [index, minute] of heard.entries()) {
      if (index > 0) expect(minute - (heard[index - 1] ?? 0)).toBeLessThanOrEqual(15);
    }
    expect(heard.length).toBeLessThanOrEqual(100);
  });

  test('has news only of what came after it rang', () => {
    const alarm = { rings: 12, rangAt: at };
    const wait = (newest: string) =>
      millisecondsBetween(at, ringsAgainAt(company, alarm, newest, at)) / 60_000;
    expect(wait(at)).toBe(60);
    expect(wait(addMinutes(at, 1))).toBe(15);
  });
});
