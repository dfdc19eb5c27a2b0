import { describe, expect, test } from 'vitest';
import type { Lead } from '../../../domain/lead/lead.ts';
import { followUpLead } from '../../../functions/follow-up-lead/follow-up-lead.ts';
import { aLeadIn, monday10 } from '../../support/a-walk.ts';
import { aWorld } from '../../support/a-world.ts';
import { aHookedWorld, asForm, asJson } from './a-hook.ts';

const caller = '+491715550123';
const sipgate = { direction: 'in', from: '491715550123', to: '498955501', callId: 'c1' };
const missed = { event: 'missed-call', from: '0171 5550123' };
const words = 'Anruf in Abwesenheit von 0171 5550123. Bitte zurückrufen.';
const later = (minutes: number) => new Date(Date.parse(monday10) + minutes * 60_000).toISOString();

/** A customer with this number, whose request stands there. */
async function customerIn(stage: Lead['stage']) {
  const lead = aLeadIn(stage);
  const known = { ...lead, contact: { ...lead.contact, phone: '0171 5550123', phoneE164: caller } };
  const world = await aWorld({ leads: [known] });
  await world.contacts.linkLead({ kind: 'phone', value: caller }, lead.id);
  return { ...(await aHookedWorld({ sender: 'telephone' }, world)), known };
}

describe('a missed call', () => {
  test('by sipgate is a request to call back, once the caller has given up', async () => {
    const { send, leads, hook } = await aHookedWorld({ sender: 'sipgate' });
    const ringing = await send(asForm({ ...sipgate, event: 'newCall', 'user[]': 'Sabine' }));
    expect(ringing.headers['content-type']).toMatch(/^application\/xml/);
    expect(ringing.body).toContain(`<Response onAnswer="https://`);
    const path = new URL(hook.address).pathname;
    expect(ringing.body.match(new RegExp(`="[^"]+${path}"`, 'g'))).toHaveLength(2);
    expect(leads()).toEqual([]);
    await send(asForm({ ...sipgate, event: 'hangup', cause: 'cancel' }));
    expect(leads()).toMatchObject([
      {
        stage: 'new',
        source: 'phone',
        proof: 'hook',
        contact: { phone: caller, phoneE164: caller },
        request: { message: `Anruf in Abwesenheit von ${caller}. Bitte zurückrufen.` },
      },
    ]);
  });

  test('by Placetel, by the plain shape and by 3CX too, with the name the telephone knows', async () => {
    const placetel = { from: '01715550123', to: '08955501', call_id: 'f459', direction: 'in' };
    const { send, leads } = await aHookedWorld({ sender: 'placetel' });
    await send(asForm({ ...placetel, event: 'IncomingCall' }));
    await send(asForm({ ...placetel, event: 'HungUp', type: 'missed', duration: '0' }));
    expect(leads()).toMatchObject([{ source: 'phone', contact: { phoneE164: caller } }]);
    const plain = await aHookedWorld({ sender: 'telephone' });
    await plain.json(missed);
    await plain.json({ CallType: 'Missed', Number: '03055501230', Name: 'Lena Vogt' });
    expect(plain.leads().map(({ contact, request }) => [contact.name, request.message])).toEqual([
      [undefined, words],
      ['Lena Vogt', 'Anruf in Abwesenheit von Lena Vogt, 03055501230. Bitte zurückrufen.'],
    ]);
  });

  test('tells the owner, and writes to nobody else', async () => {
    const { json, world, leads } = await aHookedWorld({ sender: 'telephone' });
    await json(missed);
    await followUpLead({ leadId: leads()[0]?.id ?? '', generation: 1 }, world);
    expect(world.mailer.sent.map(({ to }) => to.join())).toEqual([
      'chef@muster-haustechnik.example',
      'buero@muster-haustechnik.example',
    ]);
    expect(world.mailer.sent[0]?.text).toContain(words);
  });

  test('several times within minutes is one request', async () => {
    const { json, leads, world } = await aHookedWorld({ sender: 'telephone' });
    const first = await json(missed);
    world.clock.set(later(2));
    expect(await json({ ...missed, callId: '2' })).toEqual(first);
    world.clock.set(later(4));
    await json({ event: 'missed', from: '+49 171 5550123' });
    expect(leads()).toHaveLength(1);
  });

  test('of another number is another request', async () => {
    const { json, leads } = await aHookedWorld({ sender: 'telephone' });
    await json(missed);
    await json({ ...missed, from: '0171 5550124' });
    expect(leads()).toHaveLength(2);
  });

  test('brings what was said on the answering machine, and rings if that cannot wait', async () => {
    const { json, leads } = await aHookedWorld({ sender: 'telephone' });
    await json({
      event: 'voicemail',
      from: '0171 5550123',
      voicemail: 'Rohrbruch im Keller, bitte schnell!',
    });
    expect(leads()).toMatchObject([
      {
        stage: 'service',
        request: {
          message:
            'Nachricht auf dem Anrufbeantworter von 0171 5550123. Bitte zurückrufen.\n\nRohrbruch im Keller, bitte schnell!',
        },
      },
    ]);
  });

  test('of whom sipgate gave to the answering machine is told as such', async () => {
    const { send, leads } = await aHookedWorld({ sender: 'sipgate' });
    await send(asForm({ ...sipgate, event: 'newCall' }));
    await send(asForm({ ...sipgate, event: 'answer', user: 'voicemail' }));
    await send(asForm({ ...sipgate, event: 'hangup', cause: 'normalClearing' }));
    expect(leads()[0]?.request.message).toMatch(/^Nachricht auf dem Anrufbeantworter/);
  });

  test('without a number is nobody to call back: it is noted', async () => {
    const { json, leads, notices } = await aHookedWorld({ sender: 'telephone' });
    expect(await json({ event: 'missed-call', from: 'anonymous' })).toEqual({ kept: true });
    expect(leads()).toEqual([]);
    expect(await notices()).toMatchObject([
      { reason: 'withheld-number', subject: 'Anruf in Abwesenheit, Nummer unterdrückt.' },
    ]);
  });

  test('is found although the store forgot that it rang', async () => {
    const { send, leads, world } = await aHookedWorld({ sender: 'sipgate' });
    const down = () => Promise.reject(new Error('down'));
    const hooks = { ...world.hooks, noteCall: down, findCall: down };
    const ringing = await send(asForm({ ...sipgate, event: 'newCall' }), { hooks });
    expect(ringing.body).toContain('onHangup');
    await send(asForm({ ...sipgate, event: 'hangup', cause: 'noAnswer' }), { hooks });
    expect(leads()).toHaveLength(1);
  });
});

describe('whatever a telephone system calls it, a call is never answered as received and lost', () => {
  test.each([
    { call_type: 'Inbound', missed: true, external_number: '0171 5550123', contact_name: 'Lena Vogt' },
    { direction: 'inbound', missed: true, from: '0171 5550123', to: '089 55501' },
    {
      event: 'call.ended',
      data: { direction: 'inbound', raw_digits: caller, missed_call_reason: 'no_agent' },
    },
    { direction: 'inbound', answered: false, from: '0171 5550123' },
  ])('a request to call back: %j', async (told) => {
    const { json, leads } = await aHookedWorld({ sender: 'telephone' });
    expect(await json(told)).toMatchObject({ acknowledged: true });
    expect(leads()).toMatchObject([
      { contact: { phoneE164: caller }, request: { message: expect.stringContaining('Bitte zurückrufen') } },
    ]);
  });

  test.each([
    { event: 'hangup', callId: 'c9', from: '0171 5550123' },
    { event: 'call.ended', direction: 'inbound', from: '0171 5550123' },
    { event: 'hangup', cause: 'seltsam', from: '0171 5550123' },
  ])('or named in the digest, where nobody says whether it was taken: %j', async (told) => {
    const { json, leads, notices } = await aHookedWorld({ sender: 'telephone' });
    expect(await json(told)).toEqual({ kept: true });
    expect(leads()).toEqual([]);
    expect(await notices()).toMatchObject([
      { reason: 'unclear-call', subject: expect.stringContaining('0171 5550123. Bitte zurückrufen.') },
    ]);
  });
});

describe('a call that was no request', () => {
  test.each([
    ['was taken', { event: 'answer', user: 'Sabine' }, 'normalClearing'],
    ['was taken, and ended in an odd way', { event: 'answer', user: 'Sabine' }, 'cancel'],
  ])('it %s', async (_, answer, cause) => {
    const { send, leads, notices } = await aHookedWorld({ sender: 'sipgate' });
    await send(asForm({ ...sipgate, event: 'newCall' }));
    await send(asForm({ ...sipgate, ...answer }));
    expect(JSON.parse((await send(asForm({ ...sipgate, event: 'hangup', cause }))).body)).toEqual({
      received: true,
    });
    expect([leads(), await notices()]).toEqual([[], []]);
  });

  test('we called ourselves', async () => {
    const { json, leads } = await aHookedWorld({ sender: 'telephone' });
    await json({ ...missed, direction: 'out' });
    await json({ ...missed, from: '+49 89 1234560' });
    await json({ ...missed, from: '+49 171 1234567' });
    expect(leads()).toEqual([]);
  });
});

describe('a customer who is known calls in vain', () => {
  test.each(['new', 'needs-analysis', 'quoted'] as const)('about his open request in %s', async (stage) => {
    const { json, world, known } = await customerIn(stage);
    expect(await json(missed)).toMatchObject({ id: known.id });
    const lead = await world.leads.load(known.id);
    expect(lead?.timeline.at(-1)).toMatchObject({ type: 'customer-replied', text: words, called: true });
    expect(lead).toMatchObject({ waitsFor: 'owner', cadence: { name: 'replied' } });
    expect(world.leads.all()).toHaveLength(1);
  });

  test('several times within minutes: it is noted once, and again an hour later', async () => {
    const { json, world, known } = await customerIn('quoted');
    const calls = async () =>
      (await world.leads.load(known.id))?.timeline.filter(({ type }) => type === 'customer-replied').length;
    await json(missed);
    world.clock.set(later(3));
    await json({ ...missed, callId: 'c2' });
    expect(await calls()).toBe(1);
    world.clock.set(later(63));
    await json({ ...missed, callId: 'c3' });
    expect(await calls()).toBe(2);
  });

  test('and is told to the owner as a call', async () => {
    const { json, world, known } = await customerIn('quoted');
    await json(missed);
    const lead = await world.leads.load(known.id);
    await followUpLead({ leadId: known.id, generation: lead?.generation ?? 0 }, world);
    expect(world.mailer.sent.at(-1)).toMatchObject({
      subject: expect.stringContaining('hat angerufen'),
      text: expect.stringContaining('Bitte zurückrufen'),
    });
    expect(world.mailer.sent.at(-1)?.text).not.toContain('geantwortet');
  });

  test.each(['won', 'lost'] as const)(
    'after his request ended (%s): a new one, that knows the old',
    async (stage) => {
      const { json, world, known } = await customerIn(stage);
      await json(missed);
      const [added] = world.leads.all().filter(({ id }) => id !== known.id);
      expect(added).toMatchObject({ stage: 'new', relatedTo: known.id });
    },
  );

  test('about an emergency: a request of its own, of which the owner hears', async () => {
    const { json, world, known } = await customerIn('service');
    await json(missed);
    expect(world.leads.all().filter(({ id }) => id !== known.id)).toMatchObject([{ relatedTo: known.id }]);
  });

  test('and speaks of an emergency: it rings', async () => {
    const { json, world, known } = await customerIn('quoted');
    await json({ ...missed, event: 'voicemail', voicemail: 'Wasser kommt durch die Decke, Rohrbruch!' });
    expect(world.leads.all().filter(({ id }) => id !== known.id)).toMatchObject([
      { stage: 'service', relatedTo: known.id },
    ]);
  });

  test('while nobody can look him up, he is a caller like any other', async () => {
    const { send, world, known } = await customerIn('quoted');
    const contacts = { ...world.contacts, load: () => Promise.reject(new Error('down')) };
    await send(asJson(missed), { contacts });
    expect(world.leads.all().filter(({ id }) => id !== known.id)).toHaveLength(1);
  });
});

describe('a telephone at an address that was made for forms', () => {
  const aircall = {
    direction: 'inbound',
    raw_digits: caller,
    number: { name: 'Zentrale', digits: '+49 89 5550199' },
  };

  test('brings who called in vain as a call, not as a form', async () => {
    const { json, leads } = await aHookedWorld({ sender: 'webhook' });
    await json({ event: 'call.ended', data: { ...aircall, missed_call_reason: 'no_available_agent' } });
    expect(leads()).toMatchObject([
      {
        source: 'phone',
        contact: { phoneE164: caller },
        request: { message: `Anruf in Abwesenheit von ${caller}. Bitte zurückrufen.` },
      },
    ]);
  });

  test.each([
    ['whom we called', { event: 'call.ended', data: { ...aircall, direction: 'outbound' } }],
    ['who still waits', { event: 'call.created', data: aircall }],
    ['who was talked to', { CallSid: 'CA1', CallStatus: 'completed', From: caller, CallDuration: '20' }],
  ])('makes no lead of %s', async (_, told) => {
    const { json, leads } = await aHookedWorld({ sender: 'webhook' });
    expect(await json(told)).toEqual({ received: true });
    expect(leads()).toEqual([]);
  });
});

test('several calls in one body are called back each', async () => {
  const { json, leads } = await aHookedWorld({ sender: 'ringcentral' });
  const records = ['+491715550123', '+491715550124'].map((phoneNumber) => ({
    direction: 'Inbound',
    result: 'Missed',
    from: { phoneNumber },
  }));
  await json({ records });
  await json({ records });
  expect(leads().map(({ contact }) => contact.phoneE164)).toEqual(['+491715550123', '+491715550124']);
});

test('that a message of ours was read makes no lead, and is noted', async () => {
  const { json, leads, notices } = await aHookedWorld({ sender: 'whatsapp' });
  const statuses = [{ id: 'wamid.1', status: 'read', recipient_id: '491715550123' }];
  const metadata = { display_phone_number: '4989555010' };
  expect(await json({ entry: [{ changes: [{ value: { metadata, statuses } }] }] })).toEqual({
    received: true,
  });
  expect([leads(), await notices()]).toEqual([[], []]);
});
