import { describe, expect, test } from 'vitest';
import { flatten } from '../../../domain/capture/form-fields.ts';
import { isCall, outcomeOfCall, readCallEvent, splitCalls } from '../../../domain/inbound/call-event.ts';
import { aCompany } from '../../support/company.ts';

const company = aCompany();
const caller = '+491715550123';
const fieldsOf = (told: object) => flatten(told) ?? [];
const event = (told: object) => readCallEvent(fieldsOf(told), company);
const outcome = (told: object) => {
  const read = event(told);
  return read && outcomeOfCall(read, undefined);
};

const aircall = {
  direction: 'inbound',
  status: 'done',
  raw_digits: '+49 171 5550123',
  number: { name: 'Zentrale', digits: '+49 89 5550199' },
  contact: { first_name: 'Lena' },
};

describe('a missed call waits for a call back, whatever words its system has', () => {
  test.each<[string, object]>([
    ['a type of call', { CallType: 'missed-call', CallerNumber: caller }],
    ['a status', { Status: 'Missed', Caller: caller }],
    ['a status in capitals', { status: 'NOANSWER', src: caller }],
    ['a status with a hyphen', { Status: 'no-answer', From: caller }],
    ['a status with an underscore', { callee: '+4989555', caller, status: 'CALL_MISSED' }],
    ['an end by the caller', { Status: 'Cancelled', from: caller, direction: 'Inbound' }],
    ['a type beside the status', { CallType: 'Inbound', Status: 'Missed', CallerID: caller }],
    ['a state', { CallState: 'Missed', CallerNumber: caller }],
    ['groups', { call: { status: 'Missed Call', type: 'Incoming', from: { number: caller, name: 'Lena' } } }],
    [
      'deep groups',
      { notification: { payload: { Call: { Result: 'MISSED', Party: { From: { PhoneNumber: caller } } } } } },
    ],
    [
      'an event that it came in, and how that ended',
      { event: 'incoming_call', status: 'missed', from: caller },
    ],
    [
      'RingCentral',
      {
        event: '/restapi/v1.0/account/1/presence',
        body: {
          telephonyStatus: 'NoCall',
          direction: 'Inbound',
          result: 'Missed',
          from: { phoneNumber: caller },
        },
      },
    ],
    [
      'RingCentral, by its type',
      {
        body: {
          type: 'Inbound',
          result: 'Missed',
          from: { phoneNumber: caller, name: 'Lena' },
          to: { phoneNumber: '+498955' },
        },
      },
    ],
    [
      'RingCentral, a status alone',
      { body: { telephonyStatus: 'Missed', direction: 'Inbound', from: { phoneNumber: caller } } },
    ],
    [
      'RingCentral, its sessions',
      {
        body: {
          telephonySessionId: 's1',
          parties: [
            {
              direction: 'Inbound',
              from: { phoneNumber: caller },
              status: { code: 'Disconnected', reason: 'NoAnswer' },
              missedCall: true,
            },
          ],
        },
      },
    ],
    ['Aircall', { event: 'call.ended', data: { ...aircall, missed_call_reason: 'out_of_opening_hours' } }],
    ['Aircall, an event of its own', { event: 'call.missed', data: aircall }],
    [
      'Zadarma',
      {
        event: 'NOTIFY_END',
        caller_id: '491715550123',
        called_did: '498955501',
        duration: '0',
        disposition: 'no answer',
      },
    ],
    [
      'Vonage',
      {
        from: '491715550123',
        to: '498955501',
        status: 'unanswered',
        direction: 'inbound',
        conversation_uuid: 'CON-1',
      },
    ],
    [
      'Vonage, it rang too long',
      { from: '491715550123', to: '498955501', status: 'timeout', direction: 'inbound' },
    ],
    ['easybell', { event: 'missed_call', caller: '01715550123', called: '08955501' }],
    [
      'a list of calls of a FRITZ!Box',
      { Typ: 'verpasst', Name: 'Lena Vogt', Rufnummer: '01715550123', Dauer: '0:00' },
    ],
    [
      'Twilio, of the call it passed on',
      { DialCallStatus: 'no-answer', CallStatus: 'completed', From: caller, Direction: 'inbound' },
    ],
    [
      'CallRail',
      {
        answered: false,
        direction: 'inbound',
        customer_phone_number: caller,
        tracking_phone_number: '+49 30 1',
        duration: 12,
      },
    ],
    [
      'Dialpad',
      { state: 'missed', direction: 'inbound', external_number: caller, target: { phone: '+498955' } },
    ],
    [
      'Zoom',
      {
        event: 'phone.callee_missed',
        payload: { object: { caller: { phone_number: caller }, callee: { phone_number: '+498955' } } },
      },
    ],
    [
      'Telnyx',
      {
        data: {
          event_type: 'call.hangup',
          payload: { direction: 'incoming', from: caller, hangup_cause: 'timeout' },
        },
      },
    ],
    ['German words', { Ergebnis: 'Nicht erreicht', Richtung: 'Eingehend', Rufnummer: caller }],
    ['a German event', { Aktion: 'Anruf verpasst', Anrufer: caller }],
    ['a German status', { status: 'nicht angenommen', anrufer: caller }],
    ['a German group', { anruf: { typ: 'Entgangener Anruf', von: caller } }],
  ])('%s', (_, told) => {
    expect(outcome(told)).toBe('missed-call');
    expect(event(told)?.caller.phoneE164).toBe(caller);
  });
});

describe('nobody waits for a call back', () => {
  test.each<[string, object]>([
    ['whom we called by Aircall', { event: 'call.ended', data: { ...aircall, direction: 'outbound' } }],
    [
      'whom we called by RingCentral',
      { body: { direction: 'Outbound', result: 'Missed', from: { phoneNumber: caller } } },
    ],
    [
      'whom we called by Zadarma',
      { event: 'NOTIFY_OUT_END', disposition: 'no answer', caller_id: '100', internal: '100' },
    ],
    ['whom we called by a FRITZ!Box', { Typ: 'ausgehend', Rufnummer: caller, Dauer: '0:00' }],
    [
      'who was talked to by Aircall',
      { event: 'call.ended', data: { ...aircall, answered_at: 1_795_000_000, duration: 20 } },
    ],
    [
      'who was talked to by RingCentral',
      { body: { direction: 'Inbound', result: 'Accepted', from: { phoneNumber: caller } } },
    ],
    [
      'who was talked to by Zadarma',
      { event: 'NOTIFY_END', caller_id: caller, disposition: 'answered', duration: '30' },
    ],
    ['whose call was taken in German', { Ereignis: 'Angenommener Anruf', Nummer: caller, Dauer: '0:30' }],
  ])('%s', (_, told) => {
    expect(['nothing', 'wait']).toContain(outcome(told));
  });

  test.each<[string, object]>([
    ['Aircall', { event: 'call.created', data: { ...aircall, status: 'initial' } }],
    ['Aircall, one of several telephones', { event: 'call.agent_declined', data: aircall }],
    [
      'RingCentral',
      { body: { telephonyStatus: 'Ringing', direction: 'Inbound', from: { phoneNumber: caller } } },
    ],
    ['Zadarma', { event: 'NOTIFY_START', caller_id: caller, called_did: '498955501' }],
  ])('as long as it rings at %s', (_, told) => {
    expect(outcome(told)).toBe('wait');
  });
});

test.each<[string, object]>([
  ['an event', { event: 'seltsam', from: caller }],
  ['a status', { status: 'grün', caller }],
  ['a direction alone', { direction: 'inbound', caller: { number: caller } }],
])('a caller beside %s that nobody knows is unclear, and no form', (_, told) => {
  expect(outcome(told)).toBe('unclear');
});

describe('a call is known as one where forms come in too', () => {
  test.each<[string, object]>([
    ['Aircall', { event: 'call.created', data: aircall }],
    ['3CX', { CallType: 'Missed', Number: caller }],
    ['Twilio', { CallSid: 'CA1', CallStatus: 'no-answer', From: caller }],
    ['a missed call', { event: 'missed-call', from: caller }],
  ])('%s', (_, told) => {
    expect(isCall(fieldsOf(told), company)).toBe(true);
  });

  test.each<[string, object]>([
    ['a form', { name: 'Lena', phone: caller, message: 'Bad neu', type: 'Anfrage' }],
    ['a call that somebody asks for', { event: 'callback.requested', name: 'Lena', phone: caller }],
    ['a call that was booked', { event: 'call.booked', name: 'Lena', phone: caller }],
    ['a message', { From: caller, Body: 'Bad neu', SmsStatus: 'received', direction: 'inbound' }],
    ['a status of a lead', { name: 'Lena', phone: caller, status: 'missed', source: 'Messe' }],
  ])('but %s is none', (_, told) => {
    expect(isCall(fieldsOf(told), company)).toBe(false);
  });
});

describe('a list of calls', () => {
  const other = '+491715550124';
  test.each<[string, object]>([
    [
      'as it is',
      [
        { CallType: 'Missed', Number: caller },
        { CallType: 'Missed', Number: other },
      ],
    ],
    [
      'in a group',
      {
        records: [
          { result: 'Missed', from: { phoneNumber: caller } },
          { result: 'Missed', from: { phoneNumber: other } },
        ],
      },
    ],
    ['with the event beside it', { event: 'missed', calls: [{ caller }, { caller: other }] }],
  ])('is read call by call: %s', (_, told) => {
    const calls = splitCalls(fieldsOf(told), company).map((fields) => readCallEvent(fields, company));
    expect(calls.map((call) => call?.caller.phoneE164)).toEqual([caller, other]);
  });

  test('of legs is one call', () => {
    const parties = [
      { direction: 'Inbound', from: { phoneNumber: caller } },
      { from: { phoneNumber: other } },
    ];
    expect(splitCalls(fieldsOf({ parties, result: 'Missed' }), company)).toHaveLength(1);
  });
});
