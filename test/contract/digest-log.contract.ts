import { beforeEach, describe, expect, test } from 'vitest';
import type { DigestLog } from '../../domain/ports/digest-log.ts';

const date = '2026-11-23';
const at = '2026-11-23T05:30:00.000Z';

/** What every log of digests does. */
export function digestLogContract(name: string, makeLog: () => DigestLog | Promise<DigestLog>): void {
  describe(`digests in ${name}`, () => {
    let log: DigestLog;
    beforeEach(async () => {
      log = await makeLog();
    });

    async function sent(day: string, moment: string): Promise<void> {
      await log.claim(day, moment, []);
      await log.markSent(day, moment);
    }

    test('the digest of a day is claimed once', async () => {
      expect(await log.claim(date, at, [])).toBe(true);
      expect(await log.claim(date, at, [])).toBe(false);
      expect(await log.claim('2026-11-24', at, [])).toBe(true);
    });

    test('of twenty claims at the same instant exactly one counts', async () => {
      const answers = await Promise.all(Array.from({ length: 20 }, () => log.claim(date, at, [])));
      expect(answers.filter(Boolean)).toHaveLength(1);
    });

    test('a released digest can be claimed again, a sent one cannot be released', async () => {
      await log.claim(date, at, []);
      await log.release(date);
      expect(await log.claim(date, at, [])).toBe(true);
      await log.markSent(date, at);
      await log.release(date);
      expect(await log.claim(date, at, [])).toBe(false);
    });

    test('a digest that nobody claimed cannot be marked as sent or released', async () => {
      await log.release(date);
      await expect(log.markSent(date, at)).rejects.toThrow('never claimed');
      expect(await log.claim(date, at, [])).toBe(true);
    });

    test('a claim tells when it was made and which lead has which number, a sent digest also when it went out', async () => {
      expect(await log.find(date)).toBeUndefined();
      const leadIds = ['7K2M9QX4TD', '7K2M9QX4TE'];
      await log.claim(date, at, leadIds);
      await log.claim(date, '2026-11-23T09:00:00.000Z', ['7K2M9QX4TF']);
      expect(await log.find(date)).toEqual({ claimedAt: at, leadIds });
      await log.markSent(date, '2026-11-23T05:30:01.000Z');
      expect(await log.find(date)).toEqual({ claimedAt: at, leadIds, sentAt: '2026-11-23T05:30:01.000Z' });
      expect(await log.find('2026-11-24')).toBeUndefined();
    });

    test('tens of thousands of numbers are kept, each in its place, whoever claims it again after it was given back', async () => {
      const ids = (from: number, count: number) =>
        Array.from({ length: count }, (_, at) => `7K${String(from + at).padStart(8, '0')}`);
      await log.claim(date, at, ids(0, 40_000));
      expect((await log.find(date))?.leadIds).toEqual(ids(0, 40_000));
      await log.release(date);
      for (const count of [1_100, 101, 100]) {
        expect(await log.claim(date, at, ids(50_000, count))).toBe(true);
        expect((await log.find(date))?.leadIds).toEqual(ids(50_000, count));
        await log.release(date);
      }
    });

    test('a day on which there was nothing to say is noted, unless its digest is claimed', async () => {
      await log.markEmpty(date, at);
      await log.markEmpty(date, '2026-11-23T05:35:00.000Z');
      expect(await log.find(date)).toEqual({ claimedAt: at, leadIds: [], emptyAt: at });
      expect(await log.claim(date, at, [])).toBe(false);
      expect(await log.lastSentBefore('2026-11-24')).toBeUndefined();
      await log.release(date);
      expect(await log.claim(date, at, ['7K2M9QX4TD'])).toBe(true);
      await log.markEmpty(date, at);
      expect(await log.find(date)).toEqual({ claimedAt: at, leadIds: ['7K2M9QX4TD'] });
    });

    test('before the first digest none was sent', async () => {
      expect(await log.lastSentBefore(date)).toBeUndefined();
      await sent(date, at);
      expect(await log.lastSentBefore(date)).toBeUndefined();
    });

    test('the last one sent is found over the end of the year and after long holidays', async () => {
      await sent('2026-12-11', '2026-12-11T05:30:00.000Z');
      await sent('2026-12-18', '2026-12-18T05:30:00.000Z');
      await sent('2027-01-21', '2027-01-21T05:30:00.000Z');
      expect(await log.lastSentBefore('2027-01-20')).toBe('2026-12-18T05:30:00.000Z');
      expect(await log.lastSentBefore('2026-12-18')).toBe('2026-12-11T05:30:00.000Z');
      expect(await log.lastSentBefore('2027-01-22')).toBe('2027-01-21T05:30:00.000Z');
    });

    test('one that somebody else of the business alone had to read counts, a mail about what is due does not', async () => {
      await sent('2026-11-20-0-k3y', '2026-11-20T05:30:00.000Z');
      await sent('2026-11-21-2-k3y', '2026-11-21T12:30:00.000Z');
      expect(await log.lastSentBefore(date)).toBe('2026-11-20T05:30:00.000Z');
    });

    test('a digest that was claimed and never sent does not count', async () => {
      await sent('2026-11-20', '2026-11-20T05:30:00.000Z');
      await log.claim('2026-11-22', '2026-11-22T05:30:00.000Z', []);
      expect(await log.lastSentBefore(date)).toBe('2026-11-20T05:30:00.000Z');
    });
  });
}
