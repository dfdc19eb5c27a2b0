import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDuration } from '../../../domain/time/local-time.ts';
import { aLead } from '../../support/a-lead.ts';
import { aRawMail } from '../../support/a-raw-mail.ts';
import { monday10, when } from '../../support/a-walk.ts';
import { erika, fromErika, load, receive, wentOut, withErika } from './a-mailbox.ts';

describe('rule 7: whose mail is it?', () => {
  test.each<[string, (address: string) => { headers: Record<string, string>; envelopeTo?: string[] }]>([
    ['To', (address) => ({ headers: { To: address } })],
    ['Cc', (address) => ({ headers: { Cc: `Büro <${address}>` } })],
    ['Delivered-To', (address) => ({ headers: { 'Delivered-To': address } })],
    ['X-Original-To', (address) => ({ headers: { 'X-Original-To': address } })],
    ['Envelope-To', (address) => ({ headers: { 'Envelope-To': address } })],
    ['the envelope only', (address) => ({ headers: {}, envelopeTo: [address] })],
    ['To in capitals', (address) => ({ headers: { To: address.toUpperCase() } })],
  ])('a token in %s finds the lead', async (_, way) => {
    const { world, lead, address } = await withErika();
    const { headers, envelopeTo } = way(address);
    const record = await receive(world, aRawMail({ headers: { ...fromErika, Subject: 'Ja!', ...headers } }), {
      ...(envelopeTo && { envelopeTo }),
    });
    expect(record).toMatchObject({ outcome: 'reply-appended', leadId: lead.id, flags: [] });
  });

  test('the id that SES gave our mail finds the lead', async () => {
    const { world, lead } = await withErika();
    await wentOut(world, '0107-abc-000000', { leadId: lead.id, key: 'g1#quoted#1' });
    const headers = {
      ...fromErika,
      References: '<other@elsewhere.example> <0107-abc-000000@eu-central-1.amazonses.com>',
      Subject: 'Zum Angebot',
    };
    expect(await receive(world, aRawMail({ headers }))).toMatchObject({
      outcome: 'reply-appended',
      leadId: lead.id,
    });
  });

  test('an answer of somebody with exactly one open request belongs to it', async () => {
    const { world, lead } = await withErika();
    const headers = { ...fromErika, Subject: 'AW: Ihr Angebot' };
    expect(await receive(world, aRawMail({ headers }))).toMatchObject({
      outcome: 'reply-appended',
      leadId: lead.id,
    });
  });

  test('with two open requests it is a new one, linked', async () => {
    const { world } = await withErika();
    const other = aLead({ id: '7K2M9QX4TE' });
    await world.leads.add(other, { contentHash: other.id });
    await world.contacts.linkLead({ kind: 'email', value: erika }, other.id);
    const record = await receive(world, aRawMail({ headers: { ...fromErika, Subject: 'Re: Angebot' } }));
    expect(record.outcome).toBe('lead-created');
  });
});

describe('rule 8: a token proves the thread, not the person', () => {
  test('a forged token makes a new request, flagged', async () => {
    const { world, lead, address } = await withErika();
    const forged = address.replace(/\.(.)/, (_, letter: string) => `.${letter === 'a' ? 'b' : 'a'}`);
    const record = await receive(world, aRawMail({ headers: { To: forged } }));
    expect(record).toMatchObject({ outcome: 'lead-created', flags: ['forged-token'] });
    expect(record.leadId).not.toBe(lead.id);
    expect((await load(world, lead.id)).timeline).toEqual(lead.timeline);
  });

  test('any changed token is forged or none, never that of a lead', async () => {
    const { world, lead, address } = await withErika();
    const at = address.indexOf('+') + 1;
    const end = address.indexOf('@');
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: at, max: end - 1 }),
        fc.constantFrom(...'0123456789abcdefghjkmnpqrstvwxyz.+-'),
        async (position, letter) => {
          const changed = address.slice(0, position) + letter + address.slice(position + 1);
          fc.pre(changed.toLowerCase() !== address.toLowerCase());
          const read = world.replyAddresses.read(changed);
          expect(typeof read === 'object' && read.about === lead.id).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('an unknown sender is appended and flagged, and it is named', async () => {
    const { world, lead, address } = await withErika();
    const record = await receive(
      world,
      aRawMail({ text: 'Hier schreibt ihr Mann: Donnerstag um 10 passt.', headers: { To: address } }),
    );
    expect(record).toMatchObject({ outcome: 'reply-appended', leadId: lead.id, flags: ['unknown-sender'] });
    const reply = (await load(world, lead.id)).timeline.at(-1);
    expect(reply).toMatchObject({ type: 'customer-replied', from: 'joerg.weiss@customer.test' });
    expect((await load(world, lead.id)).contact.email).toBe(erika);
  });
});

describe('rule 9: something new', () => {
  test('a known person who writes about something new is a new lead, linked to the old one', async () => {
    const { world, lead } = await withErika();
    const record = await receive(world, aRawMail({ headers: { ...fromErika, Subject: 'Heizung' } }));
    expect(record.outcome).toBe('lead-created');
    expect((await load(world, record.leadId)).relatedTo).toBe(lead.id);
  });

  test.each([
    ['P89D', 'reply-appended'],
    ['P91D', 'lead-created'],
  ])('an answer to a request that closed %s ago: %s', async (since, outcome) => {
    const { world, lead, address } = await withErika();
    const change = when(lead, { type: 'move', to: 'lost', facts: { reason: 'zu teuer' } });
    await world.leads.save(change.lead);
    world.clock.set(addDuration(monday10, since));
    const record = await receive(world, aRawMail({ headers: { ...fromErika, To: address } }));
    expect(record.outcome).toBe(outcome);
    // Either way it is the owner's turn, of which the workflow tells him.
    const after = await load(world, record.leadId);
    expect(after.waitsFor).toBe('owner');
    if (outcome === 'reply-appended')
      expect(after).toMatchObject({ stage: 'lost', cadence: { name: 'replied' } });
    else expect(after.relatedTo).toBe(lead.id);
  });
});

describe('a stranger in a thread', () => {
  const stranger = { From: 'Bernd Fremd <bernd@customer.test>' };

  test('who wants something himself gets a lead of his own, linked, and the thread goes on as it was', async () => {
    const { world, lead, address } = await withErika();
    const text = 'Ich hätte auch gern ein Angebot für mein Bad. 0171 5550164\n\nBernd Fremd';
    const headers = { ...stranger, To: address, Subject: 'AW: Ihr Angebot' };
    const { outcome, leadId } = await receive(world, aRawMail({ headers, text }));
    expect(outcome).toBe('lead-created');
    expect(await load(world, leadId)).toMatchObject({
      contact: { email: 'bernd@customer.test', name: 'Bernd Fremd' },
      relatedTo: lead.id,
    });
    expect(await load(world, lead.id)).toEqual(lead);
  });

  test('with water in his cellar rings', async () => {
    const { world, address } = await withErika();
    const headers = { ...stranger, To: address, Subject: 'AW: Ihr Angebot' };
    const { leadId } = await receive(
      world,
      aRawMail({ headers, text: 'Rohrbruch im Keller, bitte sofort kommen!' }),
    );
    expect((await load(world, leadId)).stage).toBe('service');
  });

  test('who speaks for the customer is appended, and named', async () => {
    const { world, lead, address } = await withErika();
    const headers = { ...stranger, To: address, Subject: 'AW: Ihr Angebot' };
    const text = 'Hier der Mann von Frau Muster: Donnerstag um 10 passt.';
    expect(await receive(world, aRawMail({ headers, text }))).toMatchObject({
      outcome: 'reply-appended',
      leadId: lead.id,
      flags: ['unknown-sender'],
    });
  });
});

describe('what an answer says of how to reach somebody', () => {
  const answered = async (text: string) => {
    const { world, lead, address } = await withErika();
    await receive(
      world,
      aRawMail({ headers: { ...fromErika, To: address, Subject: 'AW: Ihr Angebot' }, text }),
    );
    return (await load(world, lead.id)).timeline.at(-1);
  };

  test('is there as data, beside the words', async () => {
    const text = `Am besten mobil: 0171 5550193, oder heike@customer.test.\n\nLindenweg 4\n80331 München\n\nAm 23.11.2026 um 10:15 schrieb Muster:\n> Rufen Sie an: 089 1234560`;
    expect(await answered(text)).toMatchObject({
      type: 'customer-replied',
      facts: {
        phones: [{ phone: '0171 5550193', phoneE164: '+491715550193' }],
        emails: ['heike@customer.test'],
        address: 'Lindenweg 4',
        postcode: '80331',
        city: 'München',
      },
    });
  });

  test('is left out where it says nothing of it', async () => {
    expect(await answered('Ja, gern.')).not.toHaveProperty('facts');
  });
});

describe('an emergency in an answer', () => {
  const answer = (address: string, text: string) =>
    aRawMail({
      headers: { ...fromErika, To: address, Subject: 'Re: Ihr Angebot von Muster Haustechnik [7K2M9QX4TD]' },
      text,
    });

  test.each(['quoted', 'won', 'lost', 'new'] as const)(
    'rings as a request of its own, beside the thread: %s',
    async (stage) => {
      const { world, lead, address } = await withErika(stage);
      const text = 'Jetzt steht der Keller unter Wasser, bitte kommen Sie sofort!';
      expect(await receive(world, answer(address, text))).toMatchObject({
        outcome: 'reply-appended',
        leadId: lead.id,
      });
      const [emergency] = (await world.leads.listOpen()).filter(({ stage: open }) => open === 'service');
      const stored = await load(world, emergency?.id);
      expect(stored).toMatchObject({
        relatedTo: lead.id,
        contact: { email: erika },
        request: { message: text },
      });
      expect((await load(world, lead.id)).timeline.at(-1)).toMatchObject({ type: 'customer-replied' });
    },
  );

  test('is answered with what to do about gas, though she was answered today', async () => {
    const { world, address } = await withErika();
    await receive(world, aRawMail({ headers: fromErika, text: 'Wir möchten auch den Keller neu machen.' }));
    await receive(world, answer(address, 'Hilfe, es riecht im Keller nach Gas!'));
    const [emergency] = (await world.leads.listOpen()).filter(({ stage }) => stage === 'service');
    expect((await load(world, emergency?.id)).muted).toBeUndefined();
  });

  test('does not ring twice where it rings already', async () => {
    const { world, address } = await withErika('service');
    await receive(world, answer(address, 'Das Wasser läuft immer noch aus der Decke, bitte schnell!'));
    expect(await world.leads.listOpen()).toHaveLength(1);
  });
});
