import { describe, expect, test } from 'vitest';
import { actionsFor } from '../../../domain/lead/actions.ts';
import { planFollowUp } from '../../../domain/lead/follow-up.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { isAsleep, isWaiting, listOf } from '../../../domain/lead/list.ts';
import type { Stage } from '../../../domain/lead/pipeline.ts';
import { aLeadIn, letTimePass, monday10, when } from '../../support/a-walk.ts';
import { aCompany } from '../../support/company.ts';

const resting: readonly Stage[] = ['won', 'lost', 'service-done', 'unqualified'];

const written = (lead: Lead, now = monday10): Lead =>
  when(lead, { type: 'record-reply', text: 'Können Sie doch kommen?' }, { by: 'customer', now }).lead;

describe.each(resting)('what a customer writes to a request in %s', (stage) => {
  const before = aLeadIn(stage);
  const lead = { ...written(before), acknowledgedAt: monday10 };

  test('is the owner’s turn, and he is told at once and chased until he has dealt with it', () => {
    expect(lead).toMatchObject({ stage, waitsFor: 'owner' });
    expect(isWaiting(lead)).toBe(true);
    const { mails } = letTimePass(lead, { until: '2026-12-04T23:00:00.000Z' });
    const chases = mails.filter(({ mail }) => mail === 'replied');
    expect(chases.map(({ to }) => to)).toEqual(['owner', 'owner', 'owner', 'owner', 'owner', 'owner']);
    expect(mails.filter(({ to }) => to === 'customer')).toEqual([]);
  });

  test('can be put down as read or reopened, and no request that rests can be read twice', () => {
    expect(actionsFor(lead, monday10).slice(0, 2)).toEqual(['reopen', 'mark-read']);
    const read = when(lead, { type: 'mark-read' }).lead;
    expect(actionsFor(read, monday10)).toEqual(actionsFor(before, monday10));
    expect(when(read, { type: 'mark-read' }).refused).toEqual({ code: 'already-done' });
  });

  test.each([
    { type: 'mark-read' },
    { type: 'record-owner-reply', text: 'Gern, morgen?' },
    { type: 'note-contact-attempt', reached: true },
  ] as const)('is dealt with by $type: it rests as before', (command) => {
    const after = when(lead, command).lead;
    expect(after).toMatchObject({ stage, waitsFor: 'nobody' });
    expect([listOf(after), isWaiting(after), isAsleep(after), after.cadence?.name]).toEqual([
      listOf(before),
      isWaiting(before),
      isAsleep(before),
      before.cadence?.name,
    ]);
    if (isAsleep(before)) expect(after.dueAt).toBe(before.dueAt);
  });

  test('is not dealt with by a call that nobody took, nor by an answer that crossed it', () => {
    for (const command of [
      { type: 'note-contact-attempt', reached: false },
      { type: 'record-owner-reply', text: 'Danke', writtenAt: '2026-11-23T08:00:00.000Z' },
    ] as const) {
      expect(when(lead, command).lead).toMatchObject({ waitsFor: 'owner', cadence: { name: 'replied' } });
    }
  });
});

test('a request whose date has come stands still once the answer is read, until the owner decides', () => {
  const lead = written(aLeadIn('unqualified'), '2027-03-02T09:00:00.000Z');
  const { lead: read } = when(lead, { type: 'mark-read' }, { now: '2027-03-02T10:00:00.000Z' });
  expect(read).toMatchObject({ waitsFor: 'owner', stalledAt: '2027-03-02T10:00:00.000Z' });
  expect(planFollowUp(read, true, aCompany(), '2027-03-03T10:00:00.000Z').mails).toEqual([]);
});

describe('what was put down as spam', () => {
  const spam = when(aLeadIn('new'), { type: 'mark-spam' }).lead;
  const mail = { id: 'mail-1', files: [] };
  const by = { by: 'customer', now: '2026-11-25T09:00:00.000Z' } as const;

  test('is nobody’s turn by a call, by words of somebody else, or by a wish for no more mails', () => {
    const silent = [
      { called: true },
      { text: 'Hallo', mail, from: 'x@example.org' },
      { text: 'Stopp', mail, stops: true },
    ] as const;
    for (const said of silent) {
      const { lead } = when(spam, { type: 'record-reply', ...said }, by);
      expect(lead).toMatchObject({ waitsFor: 'nobody', spam: true, expiresOn: spam.expiresOn });
      expect([isWaiting(lead), listOf(lead)]).toEqual([false, undefined]);
    }
  });

  const { lead } = when(spam, { type: 'record-reply', text: 'Bitte rufen Sie an', mail }, by);

  test('is the owner’s turn when its sender answers our mail, and lasts as long as any request', () => {
    expect(lead).toMatchObject({ waitsFor: 'owner', spam: true, cadence: { name: 'replied' } });
    expect([isWaiting(lead), listOf(lead)]).toEqual([true, 'aftercare']);
    expect(lead.expiresOn && spam.expiresOn && lead.expiresOn > spam.expiresOn).toBe(true);
  });

  test('is over again once it is read, or called spam once more', () => {
    for (const type of ['mark-read', 'mark-spam'] as const) {
      const after = when(lead, { type }, { now: '2026-11-25T10:00:00.000Z' }).lead;
      expect(after).toMatchObject({ waitsFor: 'nobody', spam: true });
      expect([isWaiting(after), listOf(after)]).toEqual([false, undefined]);
    }
  });
});
