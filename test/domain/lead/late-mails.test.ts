import { describe, expect, test } from 'vitest';
import type { MailOutcome } from '../../../domain/lead/command.ts';
import { planFollowUp } from '../../../domain/lead/follow-up.ts';
import { mailOfKey } from '../../../domain/lead/late-mails.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { addDuration } from '../../../domain/time/local-time.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn, monday10, when } from '../../support/a-walk.ts';
import { aCompany } from '../../support/company.ts';

const bySystem = { by: 'system' } as const;

/** What the lead becomes when somebody tells of this mail. */
function told(lead: Lead, key: string, outcome: MailOutcome['outcome'], at = monday10): Lead {
  const to = key.includes('alert') ? 'owner' : 'customer';
  const mail = mailOfKey(key, to);
  if (!mail) throw new Error(`No mail has the key ${key}`);
  return when(lead, { type: 'record-mail', mail: { ...mail, key, outcome, at } }, bySystem).lead;
}

test.each([
  ['g1#acknowledgement#1', 'customer', { type: 'acknowledged', mail: 'acknowledgement', number: 1 }],
  ['g4#quoted#2', 'customer', { type: 'follow-up-sent', mail: 'quoted', number: 2 }],
  ['g4#quoted#2', 'owner', { type: 'owner-chased', mail: 'quoted', number: 2 }],
  ['g1#new-lead-alert#3', 'owner', { type: 'owner-alerted', mail: 'new-lead-alert', number: 3 }],
  ['disowned#bounced#1', 'owner', { type: 'owner-informed', mail: 'bounced', number: 1 }],
  ['visit#visit-reminder#2', 'customer', { type: 'follow-up-sent', mail: 'visit-reminder', number: 2 }],
  // Of an occasion that came again: a rhythm that began twice in one generation, an appointment that an address refused.
  ['g3.2#site-visit#1', 'owner', { type: 'owner-chased', mail: 'site-visit', number: 1 }],
  [
    'visit.2#visit-confirmation#1',
    'customer',
    { type: 'follow-up-sent', mail: 'visit-confirmation', number: 1 },
  ],
] as const)('the key %s, to the %s, says which mail it is', (key, to, mail) => {
  expect(mailOfKey(key, to)).toEqual(mail);
});

test.each(['answer#m1', 'answer-refused#m1', 'g1#toString#1', 'g1#quoted', 'quoted', ''])(
  'the key %j is that of no step of the follow-up',
  (key) => expect(mailOfKey(key, 'owner')).toBeUndefined(),
);

describe('a mail of which the lead hears late', () => {
  test('does not skip a mail of the same rhythm that began anew', () => {
    const quoted = aLeadIn('quoted');
    const old = `g${quoted.cadence?.generation}#quoted#1`;
    const asked = when(quoted, { type: 'record-reply', text: 'Eine Frage dazu' }, { by: 'customer' }).lead;
    const anew = when(asked, { type: 'record-owner-reply', text: 'Gern, so ist es' }).lead;
    expect(anew.cadence?.name).toBe('quoted');
    const lead = told(anew, old, 'sent');
    expect(lead.cadence).toEqual(anew.cadence);
    expect(lead.timeline.at(-1)).toMatchObject({ type: 'follow-up-sent', key: old });
    expect(told(anew, `g${anew.cadence?.generation}#quoted#1`, 'sent').cadence?.sent).toBe(1);
  });

  test('does not silence an alarm that rings since', () => {
    const urgent = { ...aLead().request, urgency: 'now' } as const;
    const { contact } = aLead();
    const now = addDuration(monday10, 'PT10M');
    const lead = when(
      aLead(),
      { type: 'resubmit', contact, request: { ...urgent, message: 'Jetzt läuft Wasser aus der Decke!' } },
      { by: 'customer', now },
    ).lead;
    expect(lead.stage).toBe('service');
    expect(told(lead, 'g1#new-lead-alert#1', 'sent').alertedAt).toBeUndefined();
    const alert = `g${lead.cadence?.generation}#new-lead-alert#2`;
    expect(told(lead, alert, 'sent', now).alertedAt).toBe(now);
    // Whoever sent it may have a clock that is behind.
    const behind = addDuration(now, '-PT8S');
    expect(told(lead, alert, 'sent', behind).alertedAt).toBe(behind);
  });

  test('counts as alerted where the owner took the emergency on a moment before', () => {
    const rings = aLeadIn('service');
    const { alertedAt: _, ...unalerted } = rings;
    const taken = when({ ...unalerted, confirmedAt: undefined }, { type: 'confirm' }).lead;
    expect(told(taken, 'g1#new-lead-alert#1', 'sent', taken.stageSince).alertedAt).toBe(taken.stageSince);
  });

  test('ends the doubt when it turns out to have gone out, once', () => {
    const uncertain = told(aLead(), 'g1#acknowledgement#1', 'uncertain');
    expect(uncertain.uncertainMails).toBe(1);
    const sent = told(uncertain, 'g1#acknowledgement#1', 'sent');
    expect(sent).toMatchObject({ uncertainMails: 0, acknowledgedAt: monday10 });
    expect(told(sent, 'g1#acknowledgement#1', 'sent')).toEqual(sent);
    expect(told(sent, 'g1#acknowledgement#1', 'uncertain')).toEqual(sent);
  });

  test('of two uncertain ones the other stays in doubt', () => {
    const two = told(told(aLead(), 'g1#acknowledgement#1', 'uncertain'), 'g1#quoted#1', 'uncertain');
    expect(told(two, 'g1#quoted#1', 'sent').uncertainMails).toBe(1);
  });
});

describe('a mail of an occasion that came again', () => {
  const roundsOf = (key: string) => [key, key.replace('#', '.2#'), key.replace('#', '.17#')];

  test.each([1, 2, 17])('settles the rhythm that runs, in round %i', (round) => {
    const quoted = aLeadIn('quoted');
    const key = `g${quoted.cadence?.generation}#quoted#1`;
    const sent = roundsOf(key).find((one) => round === 1 || one.includes(`.${round}#`)) ?? key;
    expect(told(quoted, sent, 'sent').cadence?.sent).toBe(1);
  });

  test('settles no other rhythm of the same name, whatever its number begins with', () => {
    const quoted = aLeadIn('quoted');
    const other = `g${quoted.cadence?.generation}7.2#quoted#1`;
    expect(told(quoted, other, 'sent').cadence?.sent).toBe(0);
  });

  test('is not due again once it is sent', () => {
    const visited = aLeadIn('site-visit');
    const now = '2026-12-01T12:00:00.000Z';
    const first = `g${visited.cadence?.generation}#site-visit#1`;
    const uncertain = { type: 'record-mail', mail: chase(first, 'uncertain', now) } as const;
    const noted = when(visited, uncertain, { ...bySystem, now }).lead;
    const again = planFollowUp(noted, true, aCompany(), now).mails.find(({ mail }) => mail === 'site-visit');
    const key = again?.key ?? '';
    const after = when(
      noted,
      { type: 'record-mail', mail: chase(key, 'sent', now) },
      { ...bySystem, now },
    ).lead;
    expect(key).toMatch(/^g\d+(\.2)?#site-visit#1$/);
    expect(planFollowUp(after, true, aCompany(), now).mails.map(({ mail }) => mail)).not.toContain(
      'site-visit',
    );
  });
});

const chase = (key: string, outcome: MailOutcome['outcome'], at: string): MailOutcome => ({
  type: 'owner-chased',
  mail: 'site-visit',
  number: 1,
  key,
  to: 'owner',
  outcome,
  at,
});
