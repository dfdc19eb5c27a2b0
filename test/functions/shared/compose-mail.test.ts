import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Company } from '../../../domain/business/company.ts';
import { parseCompany } from '../../../domain/business/company-file.ts';
import type { Delay } from '../../../domain/lead/cadence.ts';
import { languages } from '../../../domain/lead/contact.ts';
import { type DueMail, planFollowUp } from '../../../domain/lead/follow-up.ts';
import type { OneTimeMailName } from '../../../domain/lead/mail-name.ts';
import { type CadenceName, cadenceNames, cadences, mayGoToCustomers } from '../../../domain/lead/pipeline.ts';
import { composeMail } from '../../../functions/shared/compose-mail.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn, monday10 } from '../../support/a-walk.ts';
import { aWorld } from '../../support/a-world.ts';
import { aCompany } from '../../support/company.ts';

const company = aCompany();
const world = await aWorld();
const base = aLead();
const cancelledVisit = { startsAt: '2026-12-22T09:00:00.000Z', durationMinutes: 60, sequence: 1 };
const visit = {
  startsAt: '2026-12-24T09:00:00.000Z',
  durationMinutes: 60,
  plannedAt: monday10,
  sequence: 0,
};
const inLanguage = (language: (typeof languages)[number], overrides: Parameters<typeof aLead>[0] = {}) =>
  aLead({ ...overrides, contact: { ...base.contact, language } });

/** Subject and text are there, and nothing in them was forgotten. */
function isWorded({ subject, text }: { subject: string; text: string }): void {
  expect(subject).toMatch(/\p{L}{3}.*\[7K2M9QX4TD\]$/u);
  expect(text.split('\n-- \n')[0]?.length).toBeGreaterThan(150);
  expect(`${subject}${text}`).not.toMatch(/undefined|\[object|NaN/);
}

describe('every mail by its name has its text', () => {
  const rest = { type: 'owner-informed', number: 1, key: 'k', last: false } as const;
  const once: Record<OneTimeMailName, DueMail> = {
    acknowledgement: { ...rest, to: 'customer', mail: 'acknowledgement' },
    'visit-confirmation': { ...rest, to: 'customer', mail: 'visit-confirmation' },
    'visit-reminder': { ...rest, to: 'customer', mail: 'visit-reminder' },
    refusal: { ...rest, to: 'customer', mail: 'refusal' },
    'visit-cancelled': { ...rest, to: 'customer', mail: 'visit-cancelled' },
    'owner-visit-cancelled': { ...rest, to: 'owner', mail: 'owner-visit-cancelled' },
    'new-lead-alert': { ...rest, to: 'owner', mail: 'new-lead-alert' },
    'emergency-unanswered': { ...rest, to: 'customer', mail: 'emergency-unanswered' },
    'emergency-number': { ...rest, to: 'owner', mail: 'emergency-number' },
    'emergency-taken': { ...rest, to: 'owner', mail: 'emergency-taken' },
    'lead-assigned': { ...rest, to: 'owner', mail: 'lead-assigned' },
    'request-corrected': { ...rest, to: 'owner', mail: 'request-corrected' },
    'owner-visit-confirmation': { ...rest, to: 'owner', mail: 'owner-visit-confirmation' },
    'owner-visit-reminder': { ...rest, to: 'owner', mail: 'owner-visit-reminder' },
  };
  const toCustomers = cadenceNames
    .filter(mayGoToCustomers)
    .map((mail): DueMail => ({ ...rest, to: 'customer', mail }));
  const toOwner = cadenceNames.map((mail): DueMail => ({ ...rest, to: 'owner', mail }));
  const every = [...Object.values(once), ...toCustomers, ...toOwner];

  test.each(every.map((due) => [due.mail, due.to, due] as const))('%s to the %s', async (_mail, _to, due) => {
    const composed = await Promise.all(
      languages.map((language) => composeMail(world, inLanguage(language, { visit, cancelledVisit }), due)),
    );
    for (const mail of composed) isWorded(mail);
    // The owner reads German; a customer his own language.
    expect(new Set(composed.map(({ subject }) => subject)).size).toBe(
      due.to === 'customer' ? languages.length : 1,
    );
  });
});

test.each([
  ['quoted', true],
  ['won', false],
] as const)('the last word about a lead in %s says that it is stalled now: %s', async (stage, stalls) => {
  const due: DueMail = {
    type: 'owner-chased',
    to: 'owner',
    mail: 'opportunity',
    number: 1,
    key: 'k',
    last: true,
  };
  const { text } = await composeMail(world, aLeadIn(stage), due);
  expect(text.includes('Festgefahren')).toBe(stalls);
});

describe('a company file', () => {
  const delay = fc.constantFrom<Delay>('PT1H', '2 working hours', '1 working day', '5 working days');
  const override = fc.record(
    {
      to: fc.constantFrom('owner' as const, 'customer' as const),
      after: fc.array(delay, { minLength: 1, maxLength: 20 }),
      thenEach: delay,
    },
    { requiredKeys: ['to', 'after'] },
  );
  const overrides = fc.dictionary(fc.constantFrom(...cadenceNames), override);

  /** They tell what the customer just did, sound an alarm, or would be advertising. */
  const ownersAlone: readonly CadenceName[] = [
    'talked',
    'unqualified',
    'service',
    'service-confirmed',
    'replied',
    'bounced',
    'stopped',
  ];

  /** What goes out in this rhythm when it has sent so many mails. */
  function dueIn(ofCompany: Company, name: CadenceName, sent: number, language: 'de' | 'en') {
    const lead = inLanguage(language, {
      stage: 'first-contact',
      acknowledgedAt: monday10,
      alertedAt: monday10,
      cadence: { name, startedAt: monday10, generation: 1, sent },
    });
    const { mails } = planFollowUp(lead, true, ofCompany, '2027-06-07T09:00:00.000Z');
    return Promise.all(mails.map((due) => composeMail({ ...world, company: ofCompany }, lead, due)));
  }

  test('makes no mail without a text, whatever rhythm it changes', async () => {
    await fc.assert(
      fc.asyncProperty(
        overrides,
        fc.nat({ max: 20 }),
        fc.constantFrom(...languages),
        async (changed, sent, language) => {
          const turned = cadenceNames.filter(
            (name) => changed[name]?.to === 'customer' && ownersAlone.includes(name),
          );
          const parsed = parseCompany({ ...structuredClone(company), cadences: changed }, 'unknown');
          if ('faults' in parsed) {
            expect(parsed.faults).toEqual(
              turned.map(
                (name) =>
                  `cadences.${name}.to: found "customer", expected "owner": the mails of this rhythm are for the owner alone`,
              ),
            );
            expect(turned.length).toBeGreaterThan(0);
            return;
          }
          expect(turned).toEqual([]);
          for (const name of cadenceNames) {
            for (const mail of await dueIn(parsed.company, name, sent, language)) {
              isWorded(mail);
              const toCustomer = mail.to.includes(base.contact.email ?? '');
              expect(toCustomer).toBe((changed[name] ?? cadences[name]).to === 'customer');
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('gets a mail in every rhythm that it turns to its customers', async () => {
    for (const name of cadenceNames.filter(mayGoToCustomers)) {
      const turned = aCompany({ cadences: { [name]: { to: 'customer', after: ['PT1H'] } } });
      expect((await dueIn(turned, name, 0, 'en')).map(({ to }) => to)).toEqual([[base.contact.email]]);
    }
  });
});
