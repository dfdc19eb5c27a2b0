import { describe, expect, test } from 'vitest';
import { aRawMail } from '../../support/a-raw-mail.ts';
import { monday10 } from '../../support/a-walk.ts';
import { erika, follow, fromErika, load, owner, receive, sentTo, withErika } from './a-mailbox.ts';

describe('rule 14: three classes', () => {
  test("a person's reply stops the cadence, makes it the owner's turn, and he reads the new text at once", async () => {
    const { world, lead, address } = await withErika();
    const text = `Das Angebot nehmen wir an.

Am 20.11.2026 um 10:00 schrieb Muster Haustechnik:
> Haben Sie noch Fragen zu unserem Angebot?`;
    await receive(world, aRawMail({ headers: { ...fromErika, To: address, Subject: 'AW: Angebot' }, text }));
    const replied = await load(world, lead.id);
    expect(replied).toMatchObject({ waitsFor: 'owner', cadence: { name: 'replied' } });
    expect(replied.generation).toBe(lead.generation + 1);
    expect(replied.timeline.at(-1)).toMatchObject({
      type: 'customer-replied',
      text: 'Das Angebot nehmen wir an.',
    });
    await follow(world, lead.id);
    const [notice] = sentTo(world, owner);
    expect(notice?.text).toContain('Das Angebot nehmen wir an.');
    expect(notice?.text).not.toContain('Haben Sie noch Fragen zu unserem Angebot?');
    expect(sentTo(world, erika)).toEqual([]);
  });

  test('an absence note changes nothing', async () => {
    const { world, lead, address } = await withErika();
    const text = 'Ich bin bis zum 4.12. nicht im Büro. Ihre E-Mail wird nicht weitergeleitet.';
    const record = await receive(world, aRawMail({ headers: { ...fromErika, To: address }, text }));
    expect(record).toMatchObject({ outcome: 'auto-reply-noted', leadId: lead.id });
    const { timeline, version: _, ...after } = await load(world, lead.id);
    const { timeline: before, version: __, ...untouched } = lead;
    expect(after).toEqual(untouched);
    expect(timeline.slice(0, -1)).toEqual(before);
    expect(timeline.at(-1)).toMatchObject({ type: 'mail-noted', what: 'auto-reply' });
  });

  const report = (status: string, action: string) =>
    `--r\r\nContent-Type: text/plain\r\n\r\nUnzustellbar.\r\n--r\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.org\r\n\r\nFinal-Recipient: rfc822; ${erika}\r\nAction: ${action}\r\nStatus: ${status}\r\nDiagnostic-Code: smtp; 550 5.1.1 unknown\r\n\r\n--r\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <0107-quote-000000@eu-central-1.amazonses.com>\r\nSubject: Ihr Angebot\r\n\r\n--r--\r\n`;
  const bounced = (status: string, action: string) =>
    aRawMail({
      headers: {
        From: 'MAILER-DAEMON@mx.example.org',
        Subject: 'Undelivered Mail Returned to Sender',
        'Content-Type': 'multipart/report; report-type=delivery-status; boundary=r',
      },
      text: report(status, action).replaceAll('\r\n', '\n'),
    });
  async function withQuoteMail() {
    const set = await withErika();
    await set.world.mailLog.claim({ leadId: set.lead.id, key: 'g1#quoted#1', to: 'customer' }, monday10);
    await set.world.mailLog.markSent(set.lead.id, 'g1#quoted#1', '0107-quote-000000', monday10);
    return set;
  }

  test('a permanent bounce ends mails to the address and tells the owner to phone', async () => {
    const { world, lead } = await withQuoteMail();
    const record = await receive(world, bounced('5.1.1', 'failed'), { envelopeFrom: '' });
    expect(record).toMatchObject({ outcome: 'bounce-noted', leadId: lead.id });
    expect(await load(world, lead.id)).toMatchObject({ mailsStopped: 'bounced', waitsFor: 'owner' });
    expect((await world.contacts.load({ kind: 'email', value: erika }))?.suppressed?.reason).toBe('bounced');
    await follow(world, lead.id);
    expect(sentTo(world, owner)[0]?.text).toMatch(/anrufen|rufen Sie an/);
  });

  test('a delay is only noted', async () => {
    const { world, lead } = await withQuoteMail();
    await receive(world, bounced('4.4.1', 'delayed'), { envelopeFrom: '' });
    const after = await load(world, lead.id);
    expect(after.mailsStopped).toBeUndefined();
    expect(after.generation).toBe(lead.generation);
  });
});
