import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Company } from '../../../domain/business/company.ts';
import { leadFormPage } from '../../../views/page/lead-form.ts';
import { leadPage } from '../../../views/page/lead-page.ts';
import { formatDate } from '../../../views/words/format.ts';
import { inCountry, sz } from '../../../views/words/regional.ts';
import { aLead } from '../../support/a-lead.ts';
import { aCompany } from '../../support/company.ts';
import { customerMails, ownerMails } from '../mail/every-mail.ts';
import { aPageContext } from '../page/a-page.ts';

const capturedAt = '2027-01-11T09:00:00.000Z';
const base = aLead();
const lead = aLead({
  capturedAt,
  contact: { ...base.contact, name: 'Klaus Weiß', address: 'Große Straße 5' },
  request: { ...base.request, message: 'Das Bad soll im Januar größer werden: Das heißt, mit Straßenblick.' },
  visit: { startsAt: '2027-01-14T09:00:00.000Z', durationMinutes: 60, plannedAt: capturedAt, sequence: 0 },
});
/** What the customer and the business call themselves and say. */
const theirs = /Weiß|Große|Straße 5|größer|heißt,|Straßenblick|Werkstraße/;

/** All that people read, as it goes out. */
async function everything(country: Company['country']): Promise<string> {
  const company = aCompany({ country });
  const mails = [customerMails(lead, company), ownerMails(lead, company)].flatMap(Object.values);
  const pages = await Promise.all([
    leadPage(lead, aPageContext({ company })),
    leadFormPage({ company, language: 'de', submissionId: 'one', values: [] }),
  ]);
  return [...mails.flatMap(({ subject, text, html }) => [subject, text, html]), ...pages].join('\n');
}

const withSharpS = (text: string) => [...new Set(text.match(/[^\s<>]*ß[^\s<>]*( 5)?/g))];

describe('mails and pages of a business', () => {
  test('in Switzerland have no ß but where the customer or the business wrote one', async () => {
    const all = await everything('CH');
    expect(all).toContain('Freundliche Grüsse');
    expect(all).toContain('Strasse und Hausnummer');
    expect(withSharpS(all).filter((word) => !theirs.test(word))).toEqual([]);
    for (const words of ['Klaus Weiß', 'Große Straße 5', 'größer werden']) expect(all).toContain(words);
  });

  test('in Austria begin the year with the Jänner, and leave the customer his Januar', async () => {
    const all = await everything('AT');
    expect(all).toContain('11. Jänner 2027');
    expect(all).not.toContain('. Januar');
    expect(all).toContain('im Januar größer');
    expect(all).toContain('Freundliche Grüße');
  });

  test('in Germany have both', async () => {
    const all = await everything('DE');
    expect(all).toContain('11. Januar 2027');
    expect(all).toContain('Straße und Hausnummer');
  });

  test.each(['DE', 'AT', 'CH'] as const)('leave no sign of it behind: %s', async (country) => {
    expect(await everything(country)).not.toContain('\u2060');
  });
});

const root = fileURLToPath(new URL('../../../views/words/', import.meta.url));
const files = globSync('**/*.ts', { cwd: root }).filter((file) => file !== 'regional.ts');

test.each(files)('%s says what differs by country so that it can differ', (file) => {
  const code = readFileSync(`${root}${file}`, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  expect(code).not.toContain('ß');
});

test('a text that nobody marked goes out as it is, in every country', () => {
  fc.assert(
    fc.property(fc.constantFrom('DE', 'AT', 'CH'), fc.string(), (country, text) => {
      expect(inCountry(`${text} ß Januar`, country)).toBe(`${text} ß Januar`);
      expect(inCountry(`${text}Gro${sz}`, country)).toBe(`${text}Gro${country === 'CH' ? 'ss' : 'ß'}`);
    }),
  );
  expect(inCountry(formatDate('2027-01-11', 'en'), 'AT')).toBe('11 January 2027');
});
