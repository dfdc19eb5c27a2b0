import { describe, expect, test } from 'vitest';
import { notesOf } from '../../../domain/lead/private-note.ts';
import { aDelivery, aRawMail } from '../../support/a-raw-mail.ts';
import { erika, load, owner, receive, sentTo, withErika } from './a-mailbox.ts';

const fromOwner = { From: `Martin Muster <${owner}>`, Subject: 'Re: Neue Anfrage' };
const ownersEnvelope = { envelopeFrom: owner };

const quoted = `

Am 23.11.2026 um 09:00 schrieb Muster Haustechnik:
> Neue Anfrage von Erika Muster`;

describe('the owner notes something by mail', () => {
  test.each(['new', 'quoted', 'won', 'lost', 'service-done'] as const)(
    'it stays with us, of a request in stage %s, and nothing else changes',
    async (stage) => {
      const { world, lead, address } = await withErika(stage);
      const text = `Notiz: zahlt schlecht${quoted}`;
      const record = await receive(
        world,
        aRawMail({ headers: { ...fromOwner, To: address }, text }),
        ownersEnvelope,
      );
      expect(record).toMatchObject({ outcome: 'reply-appended', leadId: lead.id });
      expect(world.mailer.sent).toEqual([]);
      const after = await load(world, lead.id);
      expect(notesOf(after).map((note) => note.text)).toEqual(['zahlt schlecht']);
      expect(after).toMatchObject({ stage, generation: lead.generation, waitsFor: lead.waitsFor });
    },
  );

  test('delivered twice it stands once', async () => {
    const { world, lead, address } = await withErika();
    const raw = aRawMail({ headers: { ...fromOwner, To: address }, text: 'Notiz: zahlt schlecht' });
    await receive(world, raw, ownersEnvelope);
    await receive(world, raw, ownersEnvelope);
    expect(notesOf(await load(world, lead.id))).toHaveLength(1);
  });

  test('a year after the request was closed too', async () => {
    const { world, lead, address } = await withErika('won');
    world.clock.set('2027-11-23T09:00:00.000Z');
    const raw = aRawMail({ headers: { ...fromOwner, To: address }, text: 'Notiz: Wartung im Herbst' });
    await receive(world, raw, ownersEnvelope);
    expect(notesOf(await load(world, lead.id)).map(({ text }) => text)).toEqual(['Wartung im Herbst']);
    expect(world.mailer.sent).toEqual([]);
  });

  test.each([
    ['among words for her', 'Gern, ich komme am Donnerstag.\n\nNotiz: zahlt schlecht', 'zwei E-Mails'],
    ['without a word', 'Notiz:', 'kein Text'],
  ])('%s: nothing goes out, nothing is noted, and he is asked', async (_, text, asks) => {
    const { world, lead, address } = await withErika();
    await receive(world, aRawMail({ headers: { ...fromOwner, To: address }, text }), ownersEnvelope);
    expect(sentTo(world, erika)).toEqual([]);
    expect(sentTo(world, owner)[0]?.text).toContain(asks);
    expect(notesOf(await load(world, lead.id))).toEqual([]);
  });

  test('without the proof that it is his it is none', async () => {
    const { world, lead, address } = await withErika();
    const raw = aRawMail({ headers: { ...fromOwner, To: address }, text: 'Notiz: zahlt schlecht' });
    await receive(world, raw, {
      ...ownersEnvelope,
      verdicts: { ...aDelivery('x').verdicts, dmarc: 'fail' },
    });
    expect(notesOf(await load(world, lead.id))).toEqual([]);
    expect(sentTo(world, erika)).toEqual([]);
  });

  test('of the customer it is an answer like any other', async () => {
    const { world, lead, address } = await withErika();
    const headers = { From: `Erika Muster <${erika}>`, Subject: 'Re: Ihr Angebot', To: address };
    await receive(world, aRawMail({ headers, text: 'Notiz: Bitte erst im Mai.' }));
    const after = await load(world, lead.id);
    expect(notesOf(after)).toEqual([]);
    expect(after.waitsFor).toBe('owner');
  });
});
