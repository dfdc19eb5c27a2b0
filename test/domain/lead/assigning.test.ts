import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planFollowUp } from '../../../domain/lead/follow-up.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { stageKeys } from '../../../domain/lead/pipeline.ts';
import { hasAnswered, summarise } from '../../../domain/lead/summary.ts';
import { aLeadIn, monday10, when } from '../../support/a-walk.ts';
import { aCompany } from '../../support/company.ts';

const company = aCompany();
const jonas = 'jonas@muster-haustechnik.example';
const office = 'buero@muster-haustechnik.example';

const given = (lead: Lead, person: string | undefined, by?: string) =>
  when(lead, { type: 'assign', person }, { person: by });
const mails = (lead: Lead) => planFollowUp(lead, true, company, monday10).mails.map(({ mail }) => mail);
const told: Partial<Lead> = { alertedAt: monday10, acknowledgedAt: monday10 };

describe('a request that is given to somebody', () => {
  test('is his, and he is told at once, whoever it was before', () => {
    const { lead, events } = given({ ...aLeadIn('quoted'), ...told }, 'Jonas@Muster-Haustechnik.example');
    expect(events).toMatchObject([{ type: 'assigned', to: jonas, name: 'Jonas Huber' }]);
    expect(lead.assignedTo).toBe(jonas);
    expect(mails(lead)).toEqual(['lead-assigned']);
    expect(mails(given(lead, office).lead)).toEqual(['lead-assigned']);
  });

  test('is his without a mail, if he took it himself', () => {
    const { lead } = given({ ...aLeadIn('quoted'), ...told }, jonas, 'Jonas Huber');
    expect(lead.assignedTo).toBe(jonas);
    expect(mails(lead)).toEqual([]);
  });

  test('is told once, also where a mail about an earlier one is heard of late', () => {
    const first = given({ ...aLeadIn('quoted'), ...told }, jonas).lead;
    const [mail] = planFollowUp(first, true, company, monday10).mails;
    if (!mail) throw new Error('He is told');
    const { type, number, key } = mail;
    const outcome = { type, mail: mail.mail, number, key, outcome: 'sent', at: monday10 } as const;
    const settle = (lead: Lead) => when(lead, { type: 'record-mail', mail: outcome }, { by: 'system' }).lead;
    expect(mails(settle(first))).toEqual([]);
    expect(mails(settle(given(first, office).lead))).toEqual(['lead-assigned']);
  });

  test('stands as it stood: its buttons hold, and an answer still waits', () => {
    const { lead: answered } = when(
      aLeadIn('quoted'),
      { type: 'record-reply', text: 'Wann?' },
      { by: 'customer' },
    );
    const { lead } = given(answered, jonas);
    expect(lead.standsSince).toBe(answered.standsSince);
    expect(hasAnswered(summarise(lead))).toBe(true);
    expect(lead).toMatchObject({ waitsFor: 'owner', stage: 'quoted', cadence: answered.cadence });
  });

  test('is nobody’s again, as owner and office say', () => {
    const { lead } = given(given(aLeadIn('quoted'), jonas).lead, undefined);
    expect(lead.assignedTo).toBeUndefined();
    expect(lead.handedOver).toBeUndefined();
  });
});

test.each([
  ['to whom it is already', jonas, 'already-done'],
  ['to nobody who works here', 'wer@example.org', 'unknown-person'],
] as const)('a request is not given %s', (_, person, code) => {
  const { lead } = given(aLeadIn('quoted'), jonas);
  expect(given(lead, person).refused).toEqual({ code });
});

test('whose a request is, changes neither its turn nor its rhythm, in whatever stage it is', () => {
  fc.assert(
    fc.property(fc.constantFrom(...stageKeys), fc.constantFrom(jonas, office, undefined), (stage, person) => {
      const before = aLeadIn(stage);
      const { lead, refused } = given(before, person);
      if (refused) return;
      const rest = ({
        assignedTo: _a,
        handedOver: _h,
        generation: _g,
        timeline: _t,
        dueAt: _d,
        standsSince: _s,
        ...kept
      }: Lead) => kept;
      expect(rest(lead)).toEqual(rest(before));
      // Nobody is woken by it before his day.
      if (lead.handedOver === undefined) expect(lead.dueAt).toBe(before.dueAt);
    }),
  );
});
