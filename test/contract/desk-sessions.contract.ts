import { beforeEach, describe, expect, test } from 'vitest';
import type { DeskSession, DeskSessions } from '../../domain/ports/desk-sessions.ts';
import { addDuration, addMinutes } from '../../domain/time/local-time.ts';

const at = '2026-11-23T09:00:00.000Z';
const phone: DeskSession = {
  id: 'PHONE00001',
  person: 'anna',
  email: 'anna@example.de',
  userAgent: 'Mozilla/5.0 (iPhone)',
  createdAt: at,
  seenAt: at,
  expiresAt: addDuration(at, 'P30D'),
};
const laptop: DeskSession = { ...phone, id: 'LAPTOP0001', seenAt: addMinutes(at, 5), userAgent: '' };
const other: DeskSession = { ...phone, person: 'bert', email: 'bert@example.de' };

/** What every store of sessions does. */
export function deskSessionsContract(
  name: string,
  makeSessions: () => DeskSessions | Promise<DeskSessions>,
): void {
  describe(`sessions of the desk in ${name}`, () => {
    let sessions: DeskSessions;
    beforeEach(async () => {
      sessions = await makeSessions();
    });

    test('are found by person and id, and listed, the last seen first', async () => {
      for (const one of [phone, laptop, other]) await sessions.add(one);
      expect(await sessions.find('anna', phone.id, at)).toEqual(phone);
      expect(await sessions.find('bert', laptop.id, at)).toBeUndefined();
      expect(await sessions.listOf('anna', at)).toEqual([laptop, phone]);
    });

    test('are over when their time is, whether they are deleted yet or not', async () => {
      await sessions.add(phone);
      expect(await sessions.find('anna', phone.id, addDuration(at, 'P29D'))).toEqual(phone);
      expect(await sessions.find('anna', phone.id, phone.expiresAt)).toBeUndefined();
      expect(await sessions.listOf('anna', phone.expiresAt)).toEqual([]);
    });

    test('go on as long as somebody comes back', async () => {
      await sessions.add(phone);
      const seenAt = addDuration(at, 'P20D');
      await sessions.prolong('anna', phone.id, seenAt, addDuration(seenAt, 'P30D'));
      expect(await sessions.find('anna', phone.id, addDuration(at, 'P40D'))).toMatchObject({ seenAt });
    });

    test('that were ended are brought back by nobody', async () => {
      await sessions.add(phone);
      await sessions.add(other);
      await sessions.end('anna', phone.id);
      await sessions.prolong('anna', phone.id, at, addDuration(at, 'P60D'));
      expect(await sessions.find('anna', phone.id, at)).toBeUndefined();
      expect(await sessions.find('bert', other.id, at)).toEqual(other);
    });

    test('let only one of two use what may be used once', async () => {
      const claims = await Promise.all([sessions.claimOnce('nonce', at), sessions.claimOnce('nonce', at)]);
      expect(claims.toSorted()).toEqual([false, true]);
      expect(await sessions.claimOnce('another', at)).toBe(true);
    });

    test('tell whoever looks what was used, and use it up by no look', async () => {
      expect(await sessions.isClaimed('nonce')).toBe(false);
      await sessions.claimOnce('nonce', at);
      expect(await sessions.isClaimed('nonce')).toBe(true);
      expect(await sessions.isClaimed('another')).toBe(false);
    });

    test('know until when the links of somebody count no more, beside his sessions', async () => {
      expect(await sessions.linksEndedAt('anna')).toBeUndefined();
      await sessions.add(phone);
      await sessions.endLinks('anna', at, addDuration(at, 'PT15M'));
      await sessions.endLinks('anna', addDuration(at, 'PT1M'), addDuration(at, 'PT16M'));
      expect(await sessions.linksEndedAt('anna')).toBe(addDuration(at, 'PT1M'));
      expect(await sessions.linksEndedAt('bert')).toBeUndefined();
      expect(await sessions.listOf('anna', at)).toEqual([phone]);
    });
  });
}
