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
