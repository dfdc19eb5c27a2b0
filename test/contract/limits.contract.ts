import { beforeEach, describe, expect, test } from 'vitest';
import { limits as figures } from '../../domain/limits/figures.ts';
import type { Limits } from '../../domain/ports/limits.ts';
import { addDays, addMinutes } from '../../domain/time/local-time.ts';

const at = '2026-11-23T08:00:00.000Z';
const network = '203.0.113.7';
const oneADay = { answers: 1, withinHours: 24 };
const date = '2026-11-23';
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

/** What every counter of strangers does. */
export function limitsContract(name: string, makeLimits: () => Limits | Promise<Limits>): void {
  describe(`limits in ${name}`, () => {
    let limits: Limits;
    beforeEach(async () => {
      limits = await makeLimits();
    });

    test('a network is counted by the people it wrote for, each once', async () => {
      expect(await limits.countContact(network, 'a@kunde.test', at)).toEqual({ lastHour: 1, today: 1 });
      expect(await limits.countContact(network, 'a@kunde.test', at)).toEqual({ lastHour: 1, today: 1 });
      expect(await limits.countContact(network, 'b@kunde.test', addMinutes(at, 9))).toEqual({
        lastHour: 2,
        today: 2,
      });
      expect(await limits.countContact('198.51.100.1', 'a@kunde.test', at)).toEqual({
        lastHour: 1,
        today: 1,
      });
    });

    describe('reminders to one person', () => {
      const person = { kind: 'email', value: 'a@kunde.test' } as const;
      const mail = (leadId: string, number = 1) => ({ leadId, key: `g1#quoted#${number}` });
      const company = { timeZone: 'Europe/Berlin' };
      const days = (count: number) => addMinutes(at, count * 24 * 60);
      const claim = (one: ReturnType<typeof mail>, when: string) =>
        limits.claimReminder(person, one, when, company);

      test('are at most three in seven days, over all requests', async () => {
        for (const day of [0, 1, 2]) expect(await claim(mail(`LEAD${day}`), days(day))).toBeUndefined();
        expect(await claim(mail('LEAD4'), days(3))).toEqual({ reason: 'week-full', until: days(7) });
        expect(await claim(mail('LEAD4'), days(7))).toBeUndefined();
        expect(await claim(mail('LEAD5'), days(7.5))).toEqual({ reason: 'week-full', until: days(8) });
        const other = { kind: 'email', value: 'b@kunde.test' } as const;
        expect(await limits.claimReminder(other, mail('LEAD6'), days(7.5), company)).toBeUndefined();
      });

      test('of two requests are not on the same local day', async () => {
        expect(await claim(mail('LEAD1'), at)).toBeUndefined();
        expect(await claim(mail('LEAD2'), addMinutes(at, 60))).toEqual({
          reason: 'other-reminded',
          until: '2026-11-23T23:00:00.000Z',
        });
        expect(await claim(mail('LEAD2'), '2026-11-23T23:00:00.000Z')).toBeUndefined();
      });

      test('count once each, however often they are claimed, and from the last time on', async () => {
        for (const minutes of [0, 1, 2, 3]) {
          expect(await claim(mail('LEAD1'), addMinutes(at, minutes))).toBeUndefined();
        }
        expect(await claim(mail('LEAD1', 2), days(3))).toBeUndefined();
        expect(await claim(mail('LEAD1', 3), days(5))).toBeUndefined();
        expect(await claim(mail('LEAD1', 4), days(6))).toEqual({
          reason: 'week-full',
          until: addMinutes(days(7), 3),
        });
      });

      test('that do not go out are given back', async () => {
        expect(await claim(mail('LEAD1'), at)).toBeUndefined();
        await limits.releaseReminder(person, mail('LEAD1'), at);
        expect(await claim(mail('LEAD2'), at)).toBeUndefined();
      });

      test('can be looked at, and looking claims none', async () => {
        expect(await limits.listReminders(person, at)).toEqual([]);
        await claim(mail('LEAD1'), at);
        expect(await limits.listReminders(person, days(6))).toEqual([{ ...mail('LEAD1'), at }]);
        expect(await limits.listReminders(person, days(7))).toEqual([]);
      });

      test('that ask in the same moment are not more than one', async () => {
        const asked = await Promise.all(numbers(6).map((index) => claim(mail(`LEAD${index}`), at)));
        expect(asked.filter((why) => why === undefined)).toHaveLength(1);
      });
    });

    test('an address that was disowned is known as such for thirty days, and from the last time on', async () => {
      expect(await limits.isDisowned('a@kunde.test', at)).toBe(false);
      await limits.noteDisowned('a@kunde.test', at);
      expect(await limits.isDisowned('a@kunde.test', addDays(at.slice(0, 10), 29) + at.slice(10))).toBe(true);
      expect(await limits.isDisowned('a@kunde.test', addDays(at.slice(0, 10), 30) + at.slice(10))).toBe(
        false,
      );
      expect(await limits.isDisowned('b@kunde.test', at)).toBe(false);
      await limits.noteDisowned('a@kunde.test', addMinutes(at, 60));
      expect(await limits.isDisowned('a@kunde.test', addDays(at.slice(0, 10), 30) + at.slice(10))).toBe(true);
    });

    test('after an hour nothing of it is left in the hour, and after a day nothing in the day', async () => {
      await limits.countContact(network, 'a@kunde.test', at);
      expect(await limits.countContact(network, 'b@kunde.test', addMinutes(at, 54))).toEqual({
        lastHour: 2,
        today: 2,
      });
      expect(await limits.countContact(network, 'c@kunde.test', addMinutes(at, 60))).toEqual({
        lastHour: 2,
        today: 3,
      });
      expect(await limits.countContact(network, 'd@kunde.test', addMinutes(at, 24 * 60))).toEqual({
        lastHour: 1,
        today: 1,
      });
    });

    test('many at the same instant are all counted', async () => {
      await Promise.all(numbers(15).map((index) => limits.countContact(network, `${index}@kunde.test`, at)));
      expect(await limits.countContact(network, 'last@kunde.test', at)).toEqual({ lastHour: 16, today: 16 });
    });

    test('a flood is counted no further than it takes to know it', async () => {
      for (const index of numbers(80)) await limits.countContact(network, `${index}@kunde.test`, at);
      const { lastHour, today } = await limits.countContact(network, 'last@kunde.test', at);
      expect(lastHour).toBeGreaterThan(figures.network.contactsAnHour);
      expect(today).toBe(figures.network.contactsADay + 1);
      expect(limits.isSpent(network, addMinutes(at, 60))).toBe(true);
      expect(limits.isSpent('198.51.100.1', at)).toBe(false);
      expect(limits.isSpent(network, addMinutes(at, 24 * 60))).toBe(false);
    });

    test('an address gets one automatic answer in 24 hours, of the lead that claimed it', async () => {
      const claim = (address: string, leadId: string, minutes: number) =>
        limits.claimAnswer(address, leadId, addMinutes(at, minutes), oneADay);
      expect(await claim('a@kunde.test', 'lead-1', 0)).toBe(true);
      expect(await claim('a@kunde.test', 'lead-1', 5)).toBe(true);
      expect(await claim('a@kunde.test', 'lead-2', 23 * 60)).toBe(false);
      expect(await claim('b@kunde.test', 'lead-2', 0)).toBe(true);
      expect(await claim('a@kunde.test', 'lead-3', 24 * 60)).toBe(true);
    });

    test('of twenty claims at the same instant one may answer', async () => {
      const answers = await Promise.all(
        numbers(20).map((index) => limits.claimAnswer('a@kunde.test', `lead-${index}`, at, oneADay)),
      );
      expect(answers.filter(Boolean)).toHaveLength(1);
    });

    test('where three are allowed, the fourth lead waits', async () => {
      const threeADay = { answers: 3, withinHours: 24 };
      const answers: boolean[] = [];
      for (const index of numbers(4)) {
        answers.push(await limits.claimAnswer('a@kunde.test', `lead-${index}`, at, threeADay));
      }
      expect(answers).toEqual([true, true, true, false]);
      expect(await limits.claimAnswer('a@kunde.test', 'lead-2', at, threeADay)).toBe(true);
      expect(await limits.claimAnswer('a@kunde.test', 'lead-3', at, oneADay)).toBe(false);
    });

    test('fifty unproven confirmations a day, each lead once, and tomorrow again', async () => {
      for (const index of numbers(50)) {
        expect(await limits.countAcknowledgement(date, `lead-${index}`, false)).toBe(true);
      }
      expect(await limits.countAcknowledgement(date, 'lead-50', false)).toBe(false);
      expect(await limits.countAcknowledgement(date, 'lead-7', false)).toBe(true);
      expect(await limits.countAcknowledgement(date, 'lead-51', true)).toBe(true);
      expect(await limits.countAcknowledgement(addDays(date, 1), 'lead-50', false)).toBe(true);
    });

    test('a business that has nine requests a day may confirm ninety', async () => {
      for (const day of numbers(20)) {
        for (const index of numbers(9)) {
          await limits.countAcknowledgement(addDays(date, day - 20), `lead-${day}-${index}`, index % 2 === 0);
        }
      }
      const answers: boolean[] = [];
      for (const index of numbers(95)) {
        answers.push(await limits.countAcknowledgement(date, `today-${index}`, false));
      }
      expect(answers.filter(Boolean)).toHaveLength(90);
      expect(answers.slice(0, 90)).not.toContain(false);
    });

    test('five hundred proven ones a day', async () => {
      for (const index of numbers(500)) {
        expect(await limits.countAcknowledgement(date, `lead-${index}`, true)).toBe(true);
      }
      expect(await limits.countAcknowledgement(date, 'lead-500', true)).toBe(false);
    });
  });
}
