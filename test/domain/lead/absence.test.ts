import { describe, expect, test } from 'vitest';
import type { Company } from '../../../domain/business/company.ts';
import { planFollowUp } from '../../../domain/lead/follow-up.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { addDays, localDate } from '../../../domain/time/local-time.ts';
import { aLeadIn, monday10, when } from '../../support/a-walk.ts';
import { aCompany, aCompanyFile } from '../../support/company.ts';

const jonas = 'jonas@muster-haustechnik.example';

function away(until: string | undefined, substitute?: string): Company {
  const people = (aCompanyFile().people ?? []).map((person) =>
    person.email === jonas && until !== undefined
      ? { ...person, absent: { from: '2026-11-23', until, ...(substitute && { substitute }) } }
      : person,
  );
  return aCompany({ people });
}

/** How often he is reminded before the request stands still. */
function chasesUntilStalled(company: Company, assignedTo: string | undefined): number {
  let lead: Lead = {
    ...aLeadIn('new'),
    alertedAt: monday10,
    acknowledgedAt: monday10,
    ...(assignedTo !== undefined && { assignedTo }),
  };
  let now = monday10;
  for (let chases = 0; chases < 100; ) {
    const { mails } = planFollowUp(lead, true, company, now);
    for (const { type, mail, number, key, last } of mails) {
      const outcome = { type, mail, number, key, outcome: 'sent', at: now } as const;
      lead = when(lead, { type: 'record-mail', mail: outcome }, { now, company, by: 'system' }).lead;
      if (type === 'owner-chased') chases += 1;
      if (last) return chases;
    }
    now = planFollowUp(lead, true, company, now).dueAt;
  }
  throw new Error(`Reminded without end until ${localDate(now, company.timeZone)}`);
}

describe('ten reminders in vain are enough', () => {
  test('where whoever it is with is there', () => {
    expect(chasesUntilStalled(away(undefined), jonas)).toBe(10);
  });

  test.each([undefined, 'buero@muster-haustechnik.example'])(
    'and those of days on which he is away do not count, whoever gets them: %s',
    (substitute) => {
      // Two weeks of a new request are more than a dozen reminders.
      const company = away(addDays('2026-11-23', 13), substitute);
      expect(chasesUntilStalled(company, jonas)).toBeGreaterThan(22);
    },
  );

  test('while that somebody else is away changes nothing', () => {
    expect(chasesUntilStalled(away('2027-11-23'), undefined)).toBe(10);
  });
});
