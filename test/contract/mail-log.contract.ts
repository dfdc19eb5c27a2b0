import { beforeEach, describe, expect, test } from 'vitest';
import type { MailFate, MailLog } from '../../domain/ports/mail-log.ts';

const at = '2026-11-23T08:00:00.000Z';
const later = '2026-11-23T08:00:01.000Z';
const leadId = '7K2M9QX4TD';
const key = 'g1#new#1';
const mail = { leadId, key, to: 'customer' } as const;
const claimed = { ...mail, state: 'claimed', claimedAt: at } as const;

/** What every log of mails does. */
export function mailLogContract(name: string, makeLog: () => MailLog | Promise<MailLog>): void {
  describe(`mails in ${name}`, () => {
    let log: MailLog;
    beforeEach(async () => {
      log = await makeLog();
    });

    test('a mail is claimed once; who comes second sees the first claim', async () => {
      expect(await log.claim(mail, at)).toBe('claimed');
      expect(await log.claim({ ...mail, to: 'owner' }, later)).toEqual(claimed);
    });

    test('of twenty claims at the same instant exactly one counts', async () => {
      const answers = await Promise.all(Array.from({ length: 20 }, () => log.claim(mail, at)));
      expect(answers.filter((answer) => answer === 'claimed')).toHaveLength(1);
      expect(answers.filter((answer) => answer !== 'claimed')).toEqual(Array(19).fill(claimed));
    });

    test('each mail of each lead has its own claim', async () => {
      await log.claim(mail, at);
      expect(await log.claim({ ...mail, key: 'g1#new#2' }, at)).toBe('claimed');
      expect(await log.claim({ ...mail, leadId: '0000000001' }, at)).toBe('claimed');
    });

    test('a sent mail stays sent and knows its message', async () => {
      await log.claim(mail, at);
      await log.markSent(leadId, key, 'message-1', later);
      const sent = { ...claimed, state: 'sent', sentAt: later, messageId: 'message-1' };
      expect(await log.claim(mail, later)).toEqual(sent);
      expect(await log.list(leadId)).toEqual([sent]);
    });

    test('the answer to a sent mail finds its lead', async () => {
      await log.claim(mail, at);
      await log.markSent(leadId, key, 'message-1', later);
      expect(await log.findLead('message-1')).toBe(leadId);
      expect(await log.findLead('message-2')).toBeUndefined();
    });

    test('a message names its mail: whose it was, to whom it went, and when', async () => {
      await log.claim(mail, at);
      await log.claim({ ...mail, key: 'g1#new#2', to: 'owner' }, at);
      await log.markSent(leadId, key, 'message-1', later);
      await log.markSent(leadId, 'g1#new#2', 'message-2', later);
      expect(await log.findMail('message-1')).toEqual({ leadId, key, to: 'customer', sentAt: later });
      expect(await log.findMail('message-2')).toMatchObject({ key: 'g1#new#2', to: 'owner' });
      expect(await log.findMail('message-3')).toBeUndefined();
    });

    describe('what became of a mail', () => {
      const sentMail = { leadId, key, to: 'customer' };
      beforeEach(async () => {
        await log.claim(mail, at);
        await log.markSent(leadId, key, 'message-1', at);
      });
      const fate = async () => (await log.list(leadId))[0]?.fate;

      test('is noted with the mail, which is named', async () => {
        expect(await log.recordFate('message-1', 'delivered', later)).toEqual(sentMail);
        expect(await fate()).toBe('delivered');
      });

      test('of an unknown message nothing is noted', async () => {
        expect(await log.recordFate('message-2', 'bounced', later)).toBeUndefined();
        expect(await fate()).toBeUndefined();
      });

      test.each<[MailFate[], MailFate]>([
        [['delayed', 'delivered'], 'delivered'],
        [['delivered', 'delayed'], 'delivered'],
        [['bounced', 'delivered'], 'bounced'],
        [['delivered', 'complained'], 'complained'],
        [['complained', 'bounced', 'delivered', 'delayed'], 'complained'],
        [['delivered', 'delivered'], 'delivered'],
      ])('%j, in this order, is %s', async (fates, last) => {
        for (const one of fates) expect(await log.recordFate('message-1', one, later)).toEqual(sentMail);
        expect(await fate()).toBe(last);
      });
    });

    test('a mail that was sent twice to the owner is found by either answer', async () => {
      await log.claim({ ...mail, to: 'owner' }, at);
      await log.markSent(leadId, key, 'message-1', at);
      await log.markSent(leadId, key, 'message-2', later);
      expect(await log.findLead('message-1')).toBe(leadId);
      expect(await log.findLead('message-2')).toBe(leadId);
      expect(await log.list(leadId)).toMatchObject([{ messageId: 'message-2', sentAt: later }]);
    });

    test('a mail that nobody claimed cannot be marked as sent', async () => {
      await expect(log.markSent(leadId, key, 'message-1', at)).rejects.toThrow('never claimed');
      expect(await log.list(leadId)).toEqual([]);
    });

    test('a released mail can be claimed again', async () => {
      await log.claim(mail, at);
      await log.release({ leadId, key, claimedAt: at });
      expect(await log.list(leadId)).toEqual([]);
      expect(await log.claim(mail, later)).toBe('claimed');
    });

    test('a claim that somebody else has taken since is not given back', async () => {
      await log.claim(mail, at);
      await log.release({ leadId, key, claimedAt: at });
      await log.claim(mail, later);
      await log.release({ leadId, key, claimedAt: at });
      expect(await log.list(leadId)).toMatchObject([{ state: 'claimed', claimedAt: later }]);
    });

    test('a sent mail cannot be released, nor one that was never claimed', async () => {
      await log.release({ leadId, key, claimedAt: at });
      await log.claim(mail, at);
      await log.markSent(leadId, key, 'message-1', later);
      await log.release({ leadId, key, claimedAt: at });
      expect(await log.claim(mail, later)).toMatchObject({ state: 'sent' });
    });

    test('the mails of a lead are listed by when they were claimed', async () => {
      await log.claim({ ...mail, key: 'g2#quoted#1' }, at);
      await log.claim({ ...mail, key: 'g1#new#1' }, later);
      await log.claim({ ...mail, leadId: '0000000001' }, at);
      expect((await log.list(leadId)).map((record) => record.key)).toEqual(['g2#quoted#1', 'g1#new#1']);
    });

    test('a mail that waits to be entered is unsettled until somebody says that it stands there', async () => {
      await log.claim(mail, at);
      await log.markSent(leadId, key, 'message-1', at, { awaitsEntry: true });
      expect(await log.listUnsettled()).toMatchObject([{ key, state: 'sent', sentAt: at }]);
      await log.settle({ leadId, key, state: 'sent' });
      expect(await log.listUnsettled()).toEqual([]);
      expect(await log.find(leadId, key)).toMatchObject({ state: 'sent', messageId: 'message-1' });
    });

    test('who settles a claim of which more became known meanwhile settles nothing', async () => {
      await log.claim(mail, at);
      await log.markSent(leadId, key, 'message-1', at, { awaitsEntry: true });
      await log.settle({ leadId, key, state: 'claimed' });
      expect(await log.listUnsettled()).toMatchObject([{ key, state: 'sent' }]);
    });

    test('a claim that was settled as uncertain stays a claim, and is listed again once it is known to be out', async () => {
      await log.claim(mail, at);
      await log.settle({ leadId, key, state: 'claimed' });
      expect(await log.listUnsettled()).toEqual([]);
      expect(await log.claim(mail, later)).toEqual(claimed);
      await log.markSent(leadId, key, 'message-1', later, { awaitsEntry: true });
      expect(await log.listUnsettled()).toMatchObject([{ key, state: 'sent', sentAt: later }]);
    });

    test('what is settled but was never claimed is not there', async () => {
      await log.settle({ leadId, key, state: 'claimed' });
      expect(await log.find(leadId, key)).toBeUndefined();
      expect(await log.list(leadId)).toEqual([]);
    });

    test('only those are listed that were claimed or sent by a moment', async () => {
      await log.claim({ ...mail, key: 'early' }, at);
      await log.claim({ ...mail, key: 'late' }, later);
      expect((await log.listUnsettled(at)).map((record) => record.key)).toEqual(['early']);
    });

    test('unsettled are claims that nobody marked or released, oldest first', async () => {
      await log.claim({ ...mail, key: 'third' }, '2026-11-23T08:00:03.000Z');
      await log.claim({ ...mail, key: 'first', leadId: '0000000001' }, '2026-11-23T08:00:01.000Z');
      await log.claim({ ...mail, key: 'sent' }, '2026-11-23T08:00:01.500Z');
      await log.claim({ ...mail, key: 'released' }, '2026-11-23T08:00:01.600Z');
      await log.claim({ ...mail, key: 'second' }, '2026-11-23T08:00:02.000Z');
      await log.markSent(leadId, 'sent', 'message-1', later);
      await log.release({ leadId, key: 'released', claimedAt: '2026-11-23T08:00:01.600Z' });
      const unsettled = await log.listUnsettled();
      expect(unsettled.map((record) => record.key)).toEqual(['first', 'second', 'third']);
      expect(unsettled[0]).toEqual({
        leadId: '0000000001',
        key: 'first',
        to: 'customer',
        state: 'claimed',
        claimedAt: '2026-11-23T08:00:01.000Z',
      });
    });
  });
}
