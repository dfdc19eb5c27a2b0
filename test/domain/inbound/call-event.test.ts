import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flatten } from '../../../domain/capture/form-fields.ts';
import { isCall, outcomeOfCall, readCallEvent } from '../../../domain/inbound/call-event.ts';
import type { KnownCall } from '../../../domain/ports/hook-store.ts';
import { aCompany } from '../../support/company.ts';

const company = aCompany();
const event = (told: object) => readCallEvent(flatten(told) ?? [], company);
const outcome = (told: object, known?: KnownCall) => {
  const read = event(told);
  return read && outcomeOfCall(read, known);
};

const sipgate = { direction: 'in', from: '491715550123', to: '498955501', callId: '7', user: 'Sabine' };
const placetel = { from: '01715550123', to: '08955501', call_id: 'f459', direction: 'in' };

/** As OpenPhone (Quo) and others write: a call is completed, and the time at which somebody took it says whether anybody did. */
const completed = (answeredAt: string | null, more: object = {}) => ({
  object: 'event',
  type: 'call.completed',
  data: {
    object: {
      id: 'AC1',
      direction: 'incoming',
      from: '+491715550123',
      to: '+498955501',
      status: 'completed',
      voicemail: null,
      answeredAt,
      completedAt: '2026-11-23T09:00:00Z',
      ...more,
    },
  },
});

describe('a call that was answered at no time', () => {
  test.each([
    completed(null),
    {
      ...completed(null),
      data: { object: { ...completed(null).data.object, answeredAt: undefined, answered_at: null } },
    },
    { event: 'call.ended', call: { from: '+491715550123', direction: 'inbound', picked_up_at: null } },
  ])('was missed: %j', (told) => {
    expect(outcome(told)).toBe('missed-call');
  });

  test('was none once somebody took it, or another word says that he did', () => {
    expect(outcome(completed('2026-11-23T08:59:10Z'))).toBe('nothing');
    expect(outcome({ event: 'hangup', from: '+491715550123', status: 'answered', answeredAt: null })).toBe(
      'nothing',
    );
    expect(outcome(completed(null, { direction: 'outgoing' }))).toBe('nothing');
    expect(outcome({ ...completed(null), type: 'call.ringing' })).toBe('wait');
  });
});

test('a body that says call.completed tells of a call at whatever address', () => {
  expect(isCall(flatten(completed(null)) ?? [], company)).toBe(true);
  expect(
    isCall(flatten({ type: 'call back please', name: 'Ida', phone: '0171 5550123' }) ?? [], company),
  ).toBe(false);
});

describe('a call that nobody took', () => {
  test.each<[string, object, KnownCall | undefined]>([
    ['sipgate, the caller gave up', { ...sipgate, event: 'hangup', cause: 'cancel' }, {}],
    ['sipgate, all were talking', { ...sipgate, event: 'hangup', cause: 'busy' }, {}],
    ['sipgate, nobody wanted to', { ...sipgate, event: 'hangup', cause: 'noAnswer' }, undefined],
    ['sipgate, no telephone was on', { ...sipgate, event: 'hangup', cause: 'notFound' }, undefined],
    ['sipgate, the line was down', { ...sipgate, event: 'hangup', cause: 'congestion' }, {}],
    ['Placetel', { ...placetel, event: 'HungUp', type: 'missed', duration: '0' }, {}],
    ['the plain shape', { event: 'missed-call', from: '+49 171 5550123' }, undefined],
    ['the plain shape in German', { event: 'verpasst', anrufer: '0171 5550123' }, undefined],
    ['3CX', { CallType: 'Missed', Number: '01715550123', Name: 'Lena Vogt', Duration: '00:00' }, undefined],
    ['Asterisk', { event: 'hangup', DIALSTATUS: 'NOANSWER', callerid: '"Lena" <01715550123>' }, undefined],
    ['a record of calls of Asterisk', { disposition: 'NO ANSWER', src: '01715550123' }, undefined],
    ['a script that tells of each step', { event: 'disconnect', callId: '1', from: '01715550123' }, {}],
    [
      'a flag beside the type of call',
      { call_type: 'Inbound', missed: true, external_number: '01715550123', contact_name: 'Lena' },
      undefined,
    ],
    ['a flag of a number', { call_type: 'Inbound', missed: 1, number: '01715550123' }, undefined],
    ['a flag in German', { richtung: 'eingehend', verpasst: 'ja', rufnummer: '01715550123' }, undefined],
    [
      'nobody answered',
      { direction: 'inbound', answered: false, from: '01715550123', to: '08955501' },
      undefined,
    ],
    [
      'why it was missed',
      {
        event: 'call.ended',
        data: {
          direction: 'inbound',
          raw_digits: '+49 171 5550123',
          missed_call_reason: 'no_available_agent',
          answered_at: null,
          duration: 0,
        },
      },
      undefined,
    ],
    ['an end after no time', { event: 'call.ended', from: '01715550123', duration: 0 }, undefined],
    [
      'a word of its own, and a flag',
      { event: 'call.logged', is_missed: true, from: '01715550123' },
      undefined,
    ],
    ['Twilio', { CallSid: 'CA1', CallStatus: 'no-answer', From: '01715550123' }, undefined],
    ['a list around it', { calls: [{ event: 'missed', caller: { number: '01715550123' } }] }, undefined],
  ])('waits for a call: %s', (_, told, known) => {
    expect(outcome(told, known)).toBe('missed-call');
    expect(event(told)?.caller.phoneE164).toBe('+491715550123');
  });
});

describe('a message on the answering machine', () => {
  test.each<[string, object, KnownCall | undefined]>([
    ['Placetel', { ...placetel, event: 'HungUp', type: 'voicemail' }, undefined],
    [
      'sipgate, the machine took it',
      { ...sipgate, event: 'hangup', cause: 'normalClearing' },
      { answeredBy: 'machine' },
    ],
    ['the plain shape', { event: 'voicemail', from: '0171 5550123', voicemail: 'Bitte melden' }, undefined],
    ['the plain shape without a word for it', { from: '0171 5550123', transcript: 'Rohrbruch' }, undefined],
  ])('waits for a call: %s', (_, told, known) => {
    expect(outcome(told, known)).toBe('voicemail');
  });

  test('brings what was said and where it can be heard', () => {
    const told = {
      event: 'voicemail',
      from: '0171 1',
      transcript: 'Hallo',
      recordingUrl: 'https://tel.test/1',
    };
    expect(event(told)?.said).toBe('Hallo\nhttps://tel.test/1');
  });

  test('took the call, if sipgate names it as who answered', () => {
    expect(event({ ...sipgate, event: 'answer', user: ['voicemail'] })?.byMachine).toBe(true);
    expect(event({ ...sipgate, event: 'answer', user: ['Sabine'] })?.byMachine).toBe(false);
  });
});

describe('nobody waits for a call', () => {
  test.each<[string, object, KnownCall | undefined]>([
    ['who was talked to', { ...sipgate, event: 'hangup', cause: 'normalClearing' }, { answeredBy: 'person' }],
    [
      'who was talked to, as far as is known',
      { ...sipgate, event: 'hangup', cause: 'normalClearing' },
      undefined,
    ],
    ['who was talked to before', { ...sipgate, event: 'hangup', cause: 'cancel' }, { answeredBy: 'person' }],
    ['who was talked to by Placetel', { ...placetel, event: 'HungUp', type: 'accepted', duration: '31' }, {}],
    ['whom the business blocked', { ...placetel, event: 'HungUp', type: 'blocked' }, {}],
    ['who was passed on', { ...sipgate, event: 'hangup', cause: 'forwarded' }, {}],
    ['whom we called', { ...sipgate, event: 'hangup', cause: 'noAnswer', direction: 'out' }, {}],
    ['whom we called by Placetel', { ...placetel, event: 'HungUp', type: 'busy', direction: 'out' }, {}],
    ['whom we reached by 3CX', { CallType: 'Outbound', Number: '01715550123' }, undefined],
    ['whom we called by 3CX', { CallType: 'Notanswered', Number: '01715550123' }, undefined],
    ['the office itself', { ...sipgate, event: 'hangup', cause: 'cancel', from: '49891234560' }, {}],
    ['a colleague on his mobile', { event: 'missed-call', from: '+49 171 1234567' }, undefined],
    ['a colleague in the next room', { event: 'missed-call', from: '12' }, undefined],
    ['who talked for a while', { event: 'hangup', callId: '1', from: '01715550123', duration: '12' }, {}],
    ['whose call was taken', { direction: 'inbound', answered: true, from: '01715550123' }, undefined],
    ['whose call was not missed', { call_type: 'Inbound', missed: false, number: '01715550123' }, undefined],
    ['who talked for minutes', { event: 'call.ended', from: '01715550123', duration: '00:02:10' }, undefined],
    ['whom we missed to reach', { direction: 'outbound', missed: true, number: '01715550123' }, undefined],
  ])('%s', (_, told, known) => {
    expect(outcome(told, known)).toBe('nothing');
  });

  test.each([
    ['as long as a status says that it rings', { status: 'ringing', answered: false, from: '01715550123' }],
    ['as long as a status says that they talk', { CallStatus: 'in-progress', From: '01715550123' }],
    ['as long as it rings', { ...sipgate, event: 'newCall' }],
    ['as long as it rings at Placetel', { ...placetel, event: 'IncomingCall' }],
    ['as long as they talk', { ...sipgate, event: 'answer' }],
    ['as long as they talk at Placetel', { ...placetel, event: 'CallAccepted', peer: '7@fpbx.test' }],
  ])('%s', (_, told) => {
    expect(outcome(told)).toBe('wait');
  });
});

test.each([
  ['that it ended', { event: 'hangup', callId: '1', from: '01715550123' }],
  ['an end that we have no word for', { event: 'hangup', cause: 'seltsam', from: '01715550123' }],
  ['that it ended, and where it went', { event: 'call.ended', direction: 'inbound', from: '01715550123' }],
])('whether a call was taken is unclear if all that is told is %s', (_, told) => {
  expect(outcome(told)).toBe('unclear');
});

test('with a flag for a missed call and a message, it is the message that counts', () => {
  expect(outcome({ status: 'voicemail', missed: true, from: '01715550123' })).toBe('voicemail');
});

describe('who called', () => {
  test.each([
    ['4930 as sipgate writes it', '493055501230', '+493055501230'],
    ['an Austrian', '436641234567', '+436641234567'],
    ['somebody from France', '33612345678', '+33612345678'],
    ['a national number', '030 55501230', '+493055501230'],
    ['a number from abroad', '004917155501230', '+4917155501230'],
    ['an address of SIP', 'sip:+4917155501230@sip.example;user=phone', '+4917155501230'],
    ['a name with it', '"Vogt, Lena" <017155501230>', '+4917155501230'],
  ])('%s', (_, from, e164) => {
    expect(event({ event: 'missed-call', from })?.caller.phoneE164).toBe(e164);
  });

  test('is a number within the town, where the telephone shows no more', () => {
    expect(event({ event: 'missed-call', from: '5550123' })?.caller).toEqual({ phone: '5550123' });
  });

  test.each([
    'anonymous',
    'Anonym',
    'unterdrückt',
    '',
    'unknown',
    'anonymous@anonymous.invalid',
    '0',
    'Restricted',
  ])('is not known: %j', (from) => {
    const read = event({ event: 'missed-call', from });
    expect(read?.caller.phone).toBeUndefined();
    expect(read?.isOurs).toBe(false);
  });

  test('has a name if the telephone knows one', () => {
    const named = (told: object) => event({ event: 'missed', from: '017155501230', ...told })?.caller.name;
    expect(named({ callerName: 'Lena Vogt' })).toBe('Lena Vogt');
    expect(named({ name: '017155501230' })).toBeUndefined();
    expect(named({ name: 'Unbekannt' })).toBeUndefined();
    expect(event({ event: 'missed', callerid: 'Lena Vogt <017155501230>' })?.caller.name).toBe('Lena Vogt');
  });
});

test.each([
  ['a form', { name: 'Lena Vogt', email: 'lena@kunde.test', nachricht: 'Bad' }],
  ['a key that somebody pressed', { event: 'dtmf', dtmf: '1', callId: '1' }],
  ['nothing', {}],
])('%s is no call', (_, told) => {
  if ('nachricht' in told) return expect(event(told)?.caller.phone).toBeUndefined();
  expect(event(told)).toBeUndefined();
});

test('whatever is told, it is read', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('event', 'from', 'cause', 'user', 'voicemail'), fc.string()),
      (told) => {
        event(told);
        return true;
      },
    ),
  );
});
