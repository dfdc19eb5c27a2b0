import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBounce } from '../../../domain/inbound/bounce.ts';
import { anIncomingMail } from '../../support/an-incoming-mail.ts';

const erika = 'erika.muster@example.org';

function reported(action: string, status: string, more = '') {
  const text = `Reporting-MTA: dns; mx.example.org\n\nFinal-Recipient: rfc822; ${erika}\nAction: ${action}\nStatus: ${status}\nDiagnostic-Code: smtp; 550 5.1.1 <${erika}>:\n  Recipient unknown\n${more}`;
  const headers =
    'Message-ID: <0107-abc-000000@eu-central-1.amazonses.com>\nX-Nachfass-Mail: 7K2M9QX4TD/g1#quoted#1\n';
  return readBounce(
    anIncomingMail({
      from: [{ address: 'mailer-daemon@mx.example.org' }],
      text: 'Ihre Nachricht konnte nicht zugestellt werden.',
      reports: [
        { contentType: 'message/delivery-status', text },
        { contentType: 'text/rfc822-headers', text: headers },
      ],
    }),
  );
}

describe('rule 14: for good, or for now', () => {
  test('a report says to whom, why, and about which mail', () => {
    expect(reported('failed', '5.1.1')).toEqual({
      kind: 'permanent',
      class: 'address',
      recipients: [erika],
      reason: `550 5.1.1 <${erika}>: Recipient unknown`,
      messageIds: ['0107-abc-000000'],
      leadId: '7K2M9QX4TD',
    });
  });

  test.each([
    ['failed', '5.1.1', 'permanent'],
    ['failed', '5.7.1', 'permanent'],
    ['failed', '5.2.2', 'transient'],
    ['failed', '4.4.7', 'transient'],
    ['delayed', '4.4.1', 'transient'],
    ['Failed (after 5 days)', '5.0.0', 'permanent'],
  ])('%s %s is %s', (action, status, kind) => {
    expect(reported(action, status)?.kind).toBe(kind);
  });

  test.each([
    ['T-Online', `Der folgende Empfänger existiert nicht:\n${erika}\n550 unknown user`, 'permanent'],
    [
      'qmail',
      `Hi. This is the qmail-send program.\n<${erika}>:\nSorry, no mailbox here by that name. (#5.1.1)`,
      'permanent',
    ],
    [
      'GMX',
      `A message that you sent could not be delivered:\n\n  ${erika}\n    Postfach ist voll (Quota exceeded)`,
      'transient',
    ],
    [
      'Exchange',
      `Fehler bei der Nachrichtenzustellung an folgende Empfänger:\n${erika}\nDie E-Mail-Adresse wurde nicht gefunden.`,
      'permanent',
    ],
    [
      'a delay',
      `Ihre Nachricht an ${erika} wurde noch nicht zugestellt (verzögert). It will be retried.`,
      'transient',
    ],
  ])('a letter of %s', (_, text, kind) => {
    const bounce = readBounce(anIncomingMail({ from: [{ address: 'mailer-daemon@mx.example' }], text }));
    expect(bounce).toMatchObject({ kind, recipients: [erika] });
  });

  test('a report that a mail arrived is no bounce', () => {
    expect(reported('delivered', '2.0.0')).toBeUndefined();
  });

  test('what names neither a person nor a mail says nothing', () => {
    expect(readBounce(anIncomingMail({ text: 'Etwas ging schief.' }))).toBeUndefined();
  });

  test('no text breaks it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (report, text) => {
        readBounce(
          anIncomingMail({ text, reports: [{ contentType: 'message/delivery-status', text: report }] }),
        );
      }),
    );
  });
});
