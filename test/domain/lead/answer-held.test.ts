import { describe, expect, test } from 'vitest';
import { planFollowUp } from '../../../domain/lead/follow-up.ts';
import { withAnswerHeld } from '../../../domain/lead/held-mails.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { summarise } from '../../../domain/lead/summary.ts';
import { addDuration, addMinutes } from '../../../domain/time/local-time.ts';
import { aLeadIn, monday10, when } from '../../support/a-walk.ts';
import { aCompany } from '../../support/company.ts';

const later = (duration: string) => addDuration(monday10, duration);
const told = (stage: Parameters<typeof aLeadIn>[0]) => ({
  ...aLeadIn(stage),
  acknowledgedAt: monday10,
  alertedAt: monday10,
});
const plan = (lead: Lead, now: string) => planFollowUp(lead, true, aCompany(), now);

describe.each([
  ['the owner is not chased', 'new'],
  ['the customer is not reminded', 'quoted'],
] as const)('while an answer of the owner waits %s', (_, stage) => {
  const { dueAt } = plan(told(stage), monday10);
  const due = addMinutes(dueAt, 1);

  test('before the rest ends, and is after it', () => {
    expect(plan(told(stage), due).mails).toHaveLength(1);
    const held = withAnswerHeld(told(stage), due, due);
    expect(plan(held, due)).toMatchObject({ mails: [] });
    const end = plan(held, due).dueAt;
    // What is due for the owner goes with all else at the time for it, minutes before.
    expect(end >= addDuration(dueAt, 'P1D')).toBe(true);
    expect(plan(held, end).mails).toHaveLength(1);
  });

  test('and what he answered ends the rest', () => {
    const { lead } = when(withAnswerHeld(told(stage), due, due), {
      type: 'record-owner-reply',
      text: 'Gern.',
    });
    expect(lead.answerHeld).toBeUndefined();
  });
});

test('the rest is put off now and then, not with each try', () => {
  const held = withAnswerHeld(told('new'), monday10, monday10);
  expect(held.answerHeld).toEqual({ since: monday10, until: later('P1D') });
  expect(withAnswerHeld(held, monday10, later('PT11H'))).toBe(held);
  expect(withAnswerHeld(held, monday10, later('PT13H')).answerHeld).toEqual({
    since: monday10,
    until: later('PT37H'),
  });
});

test('a request that is erased keeps nothing of it', () => {
  const { lead } = when(withAnswerHeld(told('quoted'), monday10, monday10), { type: 'erase' });
  expect(lead.answerHeld).toBeUndefined();
});

test('what the customer writes after it is told the owner, and stays his turn when it goes out at last', () => {
  const held = withAnswerHeld(told('new'), monday10, monday10);
  const since = later('PT5H');
  const { lead } = when(held, { type: 'record-reply', text: 'Hallo?' }, { now: since, by: 'customer' });
  expect(lead).toMatchObject({ waitsFor: 'owner', cadence: { name: 'replied' } });
  expect(plan(lead, since).mails).toMatchObject([{ mail: 'replied', to: 'owner' }]);
  expect(withAnswerHeld(lead, monday10, since)).toBe(lead);
  const reply = { type: 'record-owner-reply', text: 'Gern.' } as const;
  const late = when(lead, { ...reply, writtenAt: monday10 }, { now: later('P2D') }).lead;
  expect(late).toMatchObject({ waitsFor: 'owner', cadence: { name: 'replied' } });
  expect(late.timeline.at(-1)).toMatchObject({ type: 'owner-replied', crossed: true });
  expect(summarise(late).unanswered).toEqual({ at: since, excerpt: 'Hallo?' });
  const answered = when(lead, { ...reply, writtenAt: later('PT6H') }, { now: later('P2D') }).lead;
  expect(answered).toMatchObject({ waitsFor: 'customer', stage: 'first-contact' });
  expect(answered.timeline.at(-1)).not.toHaveProperty('crossed');
  expect(summarise(answered).unanswered).toBeUndefined();
});
