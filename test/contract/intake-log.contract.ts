import { beforeEach, describe, expect, test } from 'vitest';
import { noteReasons } from '../../domain/inbound/incoming-mail.ts';
import type { IntakeLog, IntakeRecord } from '../../domain/ports/intake-log.ts';
import { addDuration, addMinutes } from '../../domain/time/local-time.ts';

const at = '2026-11-23T08:00:00.000Z';
const sender = 'joerg.weiss@customer.test';

const record = (deliveryId: string, overrides: Partial<IntakeRecord> = {}): IntakeRecord => ({
  deliveryId,
  receivedAt: at,
  outcome: 'lead-created',
  leadId: '7K2M9QX4TD',
  flags: ['virus'],
  sender,
  subject: 'Neues Bad für Jörg',
  ...overrides,
});

/** What every log of incoming mails does. */
export function intakeLogContract(name: string, makeLog: () => IntakeLog | Promise<IntakeLog>): void {
  describe(`outcomes of incoming mails in ${name}`, () => {
    let log: IntakeLog;
    beforeEach(async () => {
      log = await makeLog();
    });

    test('a delivery has the outcome that was stored first', async () => {
      expect(await log.find('a')).toBeUndefined();
      await log.record(record('a'));
      await log.record(record('a', { outcome: 'duplicate' }));
      expect(await log.find('a')).toEqual(record('a'));
    });

    test('an outcome needs neither a lead nor a sender', async () => {
      const bare: IntakeRecord = { deliveryId: 'b', receivedAt: at, outcome: 'unreadable', flags: [] };
      await log.record(bare);
      expect(await log.find('b')).toEqual(bare);
    });

    test.each(noteReasons)(
      'a mail noted as %s keeps why, who wrote and what lies aside of it',
      async (reason) => {
        const noted = record('c', {
          outcome: 'auto-reply-noted',
          reason,
          asideId: '7K2M9QX4TE',
          senderName: 'Jörg Weiß',
        });
        await log.record(noted);
        expect(await log.find('c')).toEqual(noted);
        expect(await log.listSince(at)).toEqual([noted]);
      },
    );

    test('what the owner said of it is kept, the last word counts, and nobody speaks of what never came', async () => {
      const noted = record('d', { outcome: 'form-kept-aside', reason: 'robot' });
      await log.record(noted);
      await log.settle('d', 'dismissed');
      await log.settle('d', 'rescued');
      expect(await log.find('d')).toEqual({ ...noted, settled: 'rescued' });
      expect(await log.listSince(at)).toEqual([{ ...noted, settled: 'rescued' }]);
      await log.settle('never', 'dismissed');
      expect(await log.find('never')).toBeUndefined();
    });

    test('the mails since a moment, over days and months, by the time they came', async () => {
      const times = ['2026-10-20T10:00:00.000Z', '2026-10-31T23:59:59.999Z', '2026-11-01T00:00:00.000Z', at];
      for (const [index, receivedAt] of times.toReversed().entries()) {
        await log.record(record(`mail-${index}`, { receivedAt }));
      }
      const since = async (from: string) => (await log.listSince(from)).map(({ receivedAt }) => receivedAt);
      expect(await since('2026-10-31T00:00:00.000Z')).toEqual(times.slice(1));
      expect(await since(at)).toEqual([at]);
      expect(await since(addDuration(at, 'PT1S'))).toEqual([]);
    });

    test('a content belongs to the delivery that claimed it first, also at the same instant', async () => {
      const owners = await Promise.all(
        Array.from({ length: 20 }, (_, index) => log.claimContent('content', `mail-${index}`, at)),
      );
      expect(new Set(owners).size).toBe(1);
      const [owner = ''] = owners;
      expect(await log.claimContent('content', 'late', addDuration(at, 'P1D'))).toBe(owner);
      expect(await log.claimContent('content', owner, at)).toBe(owner);
      expect(await log.claimContent('other content', 'late', at)).toBe('late');
    });

    test('the same words in a thread belong to who said them first, for a quarter of an hour', async () => {
      const say = (deliveryId: string, words: string, minutes: number, thread = 'a thread') =>
        log.claimSaid({ thread, words, at: addMinutes(at, minutes) }, deliveryId);
      const racing = await Promise.all(['a', 'b', 'c', 'd'].map((id) => say(id, 'yes', 0)));
      expect(new Set(racing).size).toBe(1);
      const [first = ''] = racing;
      expect(await say('e', 'yes', 14)).toBe(first);
      expect(await say('f', 'yes', 14, 'another thread')).toBe('f');
      expect(await say('g', 'yes', 30)).toBe('g');
      expect(await say('e', 'yes', 14)).toBe(first);
    });

    test('whoever says something else in between means it when he says the first again', async () => {
      const say = (deliveryId: string, words: string) =>
        log.claimSaid({ thread: 'a thread', words, at }, deliveryId);
      expect(await say('a', 'Thursday')).toBe('a');
      expect(await say('b', 'Friday')).toBe('b');
      expect(await say('c', 'Thursday')).toBe('c');
      for (const id of ['a', 'b', 'c']) expect(await say(id, 'Thursday')).toBe(id);
    });

    test('the mails of a sender within two hours are counted, each once', async () => {
      expect(await log.countSender(sender, 'a', at)).toBe(1);
      expect(await log.countSender(sender, 'a', at)).toBe(1);
      expect(await log.countSender(sender, 'b', addMinutes(at, 60))).toBe(2);
      expect(await log.countSender('other@customer.test', 'c', at)).toBe(1);
      expect(await log.countSender(sender, 'd', addMinutes(at, 121))).toBe(2);
      expect(await log.countSender(sender, 'e', addMinutes(at, 400))).toBe(1);
    });

    test('no mail of a sender is lost to a race', async () => {
      await Promise.all(
        Array.from({ length: 6 }, (_, index) => log.countSender(sender, `mail-${index}`, at)),
      );
      expect(await log.countSender(sender, 'last', at)).toBe(7);
    });
  });
}
