import { describe, expect, test } from 'vitest';
import { aRawMail } from '../../support/a-raw-mail.ts';
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
});

describe('a marked notification of a new case', () => {
  const notified = async (replyTo: string) => {
    const { world } = await withErika();
    const headers = {
      From: 'hausblick <noreply@hausblick.test>',
      'Reply-To': replyTo,
      'Auto-Submitted': 'auto-generated',
      Precedence: 'bulk',
      Subject: 'Neuer Vorgang: Wasserfleck (#4711)',
    };
    const text =
      'Ein neuer Vorgang.\n\nObjekt: Ahornweg 4\nMelder: Familie Demir, 0176 5550333\nBeschreibung: Im Bad ist ein Fleck an der Decke.';
    const { leadId = '' } = await receive(world, aRawMail({ headers, text }));
    await follow(world, leadId);
    return { lead: await load(world, leadId), answers: sentTo(world, replyTo) };
  };

  test.each([
    'vorgang-4711@mail.hausblick.test',
    'reply+ab12cd@hausblick.test',
    'ticket4711@hausblick.test',
    'no-reply@hausblick.test',
  ])('is not acknowledged to where its answers are filed: %s', async (address) => {
    const { lead, answers } = await notified(address);
    expect(answers).toEqual([]);
    expect(lead.contact).toMatchObject({ name: 'Familie Demir', phoneE164: '+491765550333' });
  });

  test.each(['demir.1985@web.test', 'fall@web.test'])('but to a person in Reply-To: %s', async (address) => {
    expect((await notified(address)).answers).toHaveLength(1);
  });
});
