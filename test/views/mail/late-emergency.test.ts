/** An emergency of which our mails speak hours late: nobody says "at once" any more. */
import { describe, expect, test } from 'vitest';
import type { Lead } from '../../../domain/lead/lead.ts';
import { acknowledgement } from '../../../views/mail/acknowledgement.ts';
import { newLeadAlert } from '../../../views/mail/new-lead-alert.ts';
import { aLead } from '../../support/a-lead.ts';
import { aCompany } from '../../support/company.ts';
import { actions, viewUrl } from './every-mail.ts';

const company = aCompany({ emergencyPhone: '+49 89 7654321' });
const capturedAt = '2026-11-23T08:00:00.000Z';
const emergency = aLead({ stage: 'service', capturedAt });
const toCustomer = (now: string, lead: Lead = emergency) => {
  const mail = acknowledgement({ lead, company, now, notMeUrl: 'https://anfrage.example/a/x' });
  return `${mail.subject} ${mail.text}`.replace(/\s+/g, ' ');
};
const toOwner = (now: string, lead: Lead = emergency) => {
  const mail = newLeadAlert({ lead, company, now, actions, viewUrl });
  return { ...mail, text: mail.text.replace(/\s+/g, ' ') };
};

describe.each([
  ['2026-11-23T09:01:00.000Z', 'seit einer Stunde'],
  ['2026-11-24T14:00:00.000Z', 'seit einem Tag'],
  ['2026-11-26T04:00:00.000Z', 'seit 2 Tagen'],
])('told of at %s', (now, since) => {
  test('the customer reads that it is late, and whom to call', () => {
    const text = toCustomer(now);
    expect(text).not.toContain('sofort zurück');
    expect(text).toContain('leider verspätet');
    expect(text).toContain('Montag, 23. November 2026, 09:00 Uhr');
    expect(text).toContain('+49 89 7654321');
  });

  test('the owner reads how long it has waited', () => {
    const { subject, text } = toOwner(now);
    expect(subject).toContain(`: wartet ${since}`);
    expect(text).toContain('Diese E-Mail kommt zu spät');
  });
});

test('within the hour it is said as always', () => {
  const now = '2026-11-23T08:59:00.000Z';
  expect(toCustomer(now)).toContain('Wir rufen Sie sofort zurück');
  expect(toOwner(now).subject).toMatch(/^🚨 SOFORT: /);
});

test('what is no emergency is said as always, however late', () => {
  const now = '2026-11-26T08:00:00.000Z';
  const lead = aLead({ capturedAt });
  expect(toCustomer(now, lead)).toContain('ist angekommen');
  expect(toOwner(now, lead).subject).toMatch(/: Neue Anfrage \[/);
});
