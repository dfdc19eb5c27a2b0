import { describe, expect, test } from 'vitest';
import { summarise } from '../../../domain/lead/summary.ts';
import { commonAlarmMail } from '../../../views/mail/common-alarm.ts';
import { aLead } from '../../support/a-lead.ts';
import { aCompany } from '../../support/company.ts';
import { links } from './reading.ts';

const company = aCompany();
const lineOf = (name: string, gas: boolean, trusted: boolean) => {
  const base = aLead({ stage: 'service' });
  const lead = { ...base, contact: { ...base.contact, name }, request: { ...base.request, gas } };
  return {
    lead: summarise(lead),
    trusted,
    gas,
    viewUrl: `https://muster.example/view/${name}`,
    takeUrl: () => `https://muster.example/take/${name}`,
  };
};
const mail = commonAlarmMail({
  lines: [lineOf('Gasmann', true, false), lineOf('Bekannt', false, true), lineOf('Fremd', false, false)],
  count: 3,
  company,
  now: '2026-11-30T09:00:00.000Z',
  listUrl: 'https://muster.example/list',
});

describe('one alarm for several emergencies', () => {
  test('has gas before all others', () => {
    const at = ['Gas\n', 'Gasmann', 'Geprüft oder bekannt', 'Bekannt:', 'Von Unbekannten', 'Fremd'].map(
      (part) => mail.text.indexOf(part),
    );
    expect(at.every((place) => place >= 0)).toBe(true);
    expect(at).toEqual(at.toSorted((one, other) => one - other));
  });

  test('lets whoever reads it take each, and look at it', () => {
    for (const name of ['Gasmann', 'Bekannt', 'Fremd']) {
      for (const url of [`https://muster.example/take/${name}`, `https://muster.example/view/${name}`]) {
        expect(links(mail.html)).toContain(url);
        expect(mail.text).toContain(url);
      }
    }
    expect(mail.text.match(/Ich übernehme/g)).toHaveLength(3);
  });
});
