/** Who writes that he wants no mails any more gets none, and the owner reads his words. */
import { describe, expect, test } from 'vitest';
import { aLead } from '../../support/a-lead.ts';
import { aRawMail } from '../../support/a-raw-mail.ts';
import {
  dyingAtTheEnd,
  erika,
  follow,
  fromErika,
  load,
  owner,
  receive,
  sentTo,
  withErika,
} from './a-mailbox.ts';

const typesOf = (lead: Awaited<ReturnType<typeof load>>) => lead.timeline.map(({ type }) => type);
const suppressed = async (world: Awaited<ReturnType<typeof withErika>>['world']) =>
  (await world.contacts.load({ kind: 'email', value: erika }))?.suppressed?.reason;

describe('an answer in the thread', () => {
  test.each(['Bitte keine Mails mehr', 'Abmelden', 'Wir haben schon jemanden, bitte keine Mails mehr'])(
    'stops the mails: %s',
    async (text) => {
      const { world, lead, address } = await withErika();
      const headers = { ...fromErika, To: address, Subject: 'AW: Ihr Angebot' };
      const record = await receive(world, aRawMail({ headers, text }));
      expect(record).toMatchObject({ outcome: 'reply-appended', leadId: lead.id });
      const after = await load(world, lead.id);
      expect(typesOf(after).slice(-2)).toEqual(['customer-replied', 'stopped']);
      expect(after.timeline.at(-2)).toMatchObject({ text, stops: true, by: 'customer' });
      expect(after.mailsStopped).toBe('stopped');
      expect(await suppressed(world)).toBe('stopped');
      await follow(world, lead.id);
      const [told] = sentTo(world, owner);
      expect(told?.subject).toContain('möchte keine E-Mails mehr');
      expect(told?.text).toContain(text);
      expect(sentTo(world, erika)).toEqual([]);
    },
  );

  test.each<[string, Record<string, string>, object]>([
    ['a stranger who has the address', { From: 'Bernd Fremd <bernd@customer.test>' }, {}],
    [
      'somebody who claims to be her',
      fromErika,
      { verdicts: { spam: 'pass', virus: 'pass', spf: 'fail', dkim: 'fail', dmarc: 'fail' } },
    ],
    ['her program, by itself', { ...fromErika, 'Auto-Submitted': 'auto-replied', 'X-Autoreply': 'yes' }, {}],
  ])('stops nothing if it is from %s', async (_, from, overrides) => {
    const { world, lead, address } = await withErika();
    const headers = { ...from, To: address, Subject: 'AW: Ihr Angebot' };
    await receive(world, aRawMail({ headers, text: 'Bitte keine Mails mehr' }), overrides);
    const after = await load(world, lead.id);
    expect(after.mailsStopped).toBeUndefined();
    expect(await suppressed(world)).toBeUndefined();
  });

  test('to a closed request is the owner’s turn', async () => {
    const { world, lead, address } = await withErika('won');
    const headers = { ...fromErika, To: address, Subject: 'AW: Danke' };
    await receive(world, aRawMail({ headers, text: 'Danke, bitte keine weiteren Mails.' }));
    expect(await load(world, lead.id)).toMatchObject({
      stage: 'won',
      mailsStopped: 'stopped',
      cadence: { name: 'replied' },
    });
  });

  test('is recorded once, though its delivery is repeated', async () => {
    const { world, lead, address } = await withErika();
    const raw = aRawMail({ headers: { ...fromErika, To: address }, text: 'Bitte keine Mails mehr' });
    await expect(receive(dyingAtTheEnd(world) as typeof world, raw, { id: 'again' })).rejects.toThrow(
      'killed',
    );
    await receive(world, raw, { id: 'again' });
    const types = typesOf(await load(world, lead.id));
    expect(types.filter((type) => type === 'stopped' || type === 'customer-replied')).toEqual([
      'customer-replied',
      'stopped',
    ]);
  });

  test('said again is no wish for an answer', async () => {
    const { world, lead, address } = await withErika();
    const headers = { ...fromErika, To: address, Subject: 'AW: Ihr Angebot' };
    await receive(world, aRawMail({ headers, text: 'Bitte keine Mails mehr' }));
    await receive(world, aRawMail({ headers, text: 'Ich sagte doch: keine Mails mehr!' }));
    const answer = { From: `Max Muster <${owner}>`, To: address, Subject: 'AW: Erika' };
    await receive(world, aRawMail({ headers: answer, text: 'Entschuldigung, das tut uns leid.' }));
    expect(sentTo(world, erika)).toEqual([]);
    expect(typesOf(await load(world, lead.id))).not.toContain('owner-replied');
  });
});

describe('a mail of its own', () => {
  const write = (Subject: string, text: string, headers: Record<string, string> = {}) =>
    aRawMail({ headers: { ...fromErika, Subject, ...headers }, text });

  test.each([
    ['Abmelden', ''],
    ['unsubscribe', 'unsubscribe'],
    ['Bitte keine Mails mehr', ''],
    ['Ihre Mails', 'Wir haben schon jemanden. Bitte keine Mails mehr!'],
  ])('stops the mails of the open request and is no request: %s', async (subject, text) => {
    const { world, lead } = await withErika();
    const record = await receive(world, write(subject, text));
    expect(record).toMatchObject({ outcome: 'reply-appended', leadId: lead.id, flags: [] });
    const after = await load(world, lead.id);
    expect(typesOf(after).slice(-2)).toEqual(['customer-replied', 'stopped']);
    await follow(world, lead.id);
    expect(sentTo(world, erika)).toEqual([]);
    expect(sentTo(world, owner)[0]?.subject).toContain('möchte keine E-Mails mehr');
    expect(await world.leads.listOpen()).toHaveLength(1);
  });

  test('stops all open requests of the person', async () => {
    const { world, lead } = await withErika();
    const other = aLead({ id: '7K2M9QX4TE' });
    await world.leads.add(other, { contentHash: other.id });
    const { contact } = lead;
    await world.leads.save({ ...(await load(world, other.id)), contact });
    await world.contacts.linkLead({ kind: 'email', value: erika }, other.id);
    await receive(world, write('Abmelden', ''));
    for (const id of [lead.id, other.id]) expect((await load(world, id)).mailsStopped).toBe('stopped');
  });

  test('that asks for something is a request too, and the mails about the old one end', async () => {
    const { world, lead } = await withErika();
    const text = 'Bitte keine Mails mehr zum Bad. Aber unsere Gasheizung ist ausgefallen, können Sie kommen?';
    const { outcome, leadId } = await receive(world, write('Heizung', text));
    expect(outcome).toBe('lead-created');
    expect((await load(world, leadId)).request.message).toContain('Gasheizung');
    expect((await load(world, lead.id)).mailsStopped).toBe('stopped');
  });

  test('with an emergency rings', async () => {
    const { world } = await withErika();
    const { leadId } = await receive(
      world,
      write('Hilfe', 'Bitte keine Mails mehr, rufen Sie an: Rohrbruch, der Keller steht unter Wasser!'),
    );
    expect((await load(world, leadId)).stage).toBe('service');
  });

  test.each<[string, Record<string, string>, object]>([
    ['somebody whose address is another', { From: 'Bernd Fremd <bernd@customer.test>' }, {}],
    ['somebody who names her in Reply-To', { From: 'Bernd <bernd@customer.test>', 'Reply-To': erika }, {}],
    [
      'somebody who claims to be her',
      {},
      { verdicts: { spam: 'pass', virus: 'pass', spf: 'fail', dkim: 'fail', dmarc: 'fail' } },
    ],
  ])('of %s stops nothing', async (_, headers, overrides) => {
    const { world, lead } = await withErika();
    await receive(world, write('Abmelden', 'Bitte keine Mails mehr', headers), overrides);
    expect((await load(world, lead.id)).mailsStopped).toBeUndefined();
    expect(await suppressed(world)).toBeUndefined();
  });

  test('that only mentions mails is a request like any other', async () => {
    const { world, lead } = await withErika();
    const { outcome } = await receive(
      world,
      write('Angebot', 'Ich habe leider keine Mail von Ihnen bekommen.'),
    );
    expect(outcome).toBe('lead-created');
    expect((await load(world, lead.id)).mailsStopped).toBeUndefined();
  });
});
