import { describe, expect, test } from 'vitest';
import type { Lead } from '../../../domain/lead/lead.ts';
import { acknowledgement } from '../../../views/mail/acknowledgement.ts';
import { emergencyNumber } from '../../../views/mail/emergency-number.ts';
import { newLeadAlert } from '../../../views/mail/new-lead-alert.ts';
import { aLead } from '../../support/a-lead.ts';
import { aCompany } from '../../support/company.ts';
import { actions, now, viewUrl } from './every-mail.ts';

const company = aCompany();
const base = aLead();
const emergency = (contact: Omit<Lead['contact'], 'language'>, overrides: Partial<Lead> = {}): Lead =>
  aLead({
    stage: 'service',
    contact: { language: 'de', ...contact },
    request: { ...base.request, urgency: 'now', message: 'Wasser kommt aus der Wand', urgencyWord: 'Wasser' },
    ...overrides,
  });
const unnumbered = emergency({ name: 'Susi Nass', email: 'susi@mail.example' });
const alerted = (lead: Lead, its = company) =>
  newLeadAlert({ lead, company: its, now, actions, viewUrl }).text.replace(/\s+/g, ' ');

describe('an emergency without a number', () => {
  test('is alerted as one, and says that the customer was asked to call', () => {
    expect(alerted(unnumbered)).toMatch(/^🚨 Notfall – ohne Telefonnummer/);
    expect(alerted(unnumbered)).toContain('Der Kunde ist per E-Mail gebeten, gleich anzurufen.');
    expect(alerted(unnumbered)).not.toContain('zurückrufen');
  });

  test('says of whom nobody could ask to call that he has to be written to, and of whom no mail may go nothing', () => {
    expect(alerted({ ...unnumbered, acknowledgement: 'withheld' })).toContain('Bitte gleich schreiben');
    const stopped = alerted({ ...unnumbered, mailsStopped: 'stopped' });
    expect(stopped).toContain('Eine Telefonnummer steht nicht dabei.');
    expect(stopped).not.toMatch(/gebeten|schreiben:/);
  });

  test('asks its customer to call, and says nothing of waiting', () => {
    const { text } = acknowledgement({
      lead: unnumbered,
      company,
      now: unnumbered.capturedAt,
      notMeUrl: viewUrl,
    });
    expect(text).toContain('Sie erreichen uns hier:');
    expect(text).not.toContain('nicht warten');
  });
});

test('an emergency with a number is called back', () => {
  const lead = emergency({ name: 'Susi Nass', email: 'susi@mail.example', phone: '0171 5550101' });
  expect(alerted(lead)).toMatch(/^🚨 Notfall – bitte gleich zurückrufen/);
  expect(alerted(lead)).not.toContain('steht nicht dabei');
});

describe('the number that came later', () => {
  const arrived = (contact: Omit<Lead['contact'], 'language'>) =>
    emergencyNumber({ lead: emergency(contact), company, now, actions, takes: [], viewUrl });

  test('stands once in the subject of somebody without a name', () => {
    const { subject, text } = arrived({ phone: '0171 5550101' });
    expect(subject.split('0171 5550101')).toHaveLength(2);
    expect(text).toContain('Der Kunde hat die Telefonnummer geschickt: 0171 5550101.');
  });

  test('names somebody without a name by the address', () => {
    expect(arrived({ phone: '0171 5550101', email: 'susi@mail.example' }).subject).toContain(
      '0171 5550101 – susi@mail.example',
    );
  });
});
