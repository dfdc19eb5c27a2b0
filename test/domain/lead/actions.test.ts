import { describe, expect, test } from 'vitest';
import { actionKeys } from '../../../domain/lead/action.ts';
import { actionsFor, furtherActionsFor, primaryActionsFor } from '../../../domain/lead/actions.ts';
import { pipeline, stageKeys } from '../../../domain/lead/pipeline.ts';
import { isClosed, saleStages } from '../../../domain/lead/stages.ts';
import { addDuration } from '../../../domain/time/local-time.ts';
import { actionLabels } from '../../../views/words/actions.ts';
import { aLeadIn, monday10, when } from '../../support/a-walk.ts';

describe.each(stageKeys)('in stage %s', (stage) => {
  const lead = { stage, waitsFor: pipeline[stage].waitsFor };

  test('there is always something to do, nothing twice, and one or two steps stand out', () => {
    const offered = [...actionsFor(lead, monday10), ...furtherActionsFor(lead, monday10)];
    expect(new Set(offered).size).toBe(offered.length);
    expect(primaryActionsFor(lead, monday10).length).toBeGreaterThan(0);
    expect(primaryActionsFor(lead, monday10).length).toBeLessThanOrEqual(2);
    expect(actionsFor(lead, monday10)).toEqual(
      expect.arrayContaining([...primaryActionsFor(lead, monday10)]),
    );
  });

  test('closed leads are only reopened, open ones never', () => {
    const { group } = pipeline[stage];
    const open = !isClosed(stage);
    expect(actionsFor(lead, monday10).includes('reopen')).toBe(!open || group === 'nurture');
    if (!open) expect(actionsFor(lead, monday10)).toEqual(['reopen']);
  });

  test('the owner’s list never holds the customer’s link, nor one about no lead', () => {
    const offered = [...actionsFor(lead, monday10), ...furtherActionsFor(lead, monday10)];
    for (const other of ['stop', 'capture-call', 'view'] as const) expect(offered).not.toContain(other);
  });
});

test('an emergency is confirmed once', () => {
  expect(primaryActionsFor({ stage: 'service', waitsFor: 'owner' }, monday10)[0]).toBe('confirm');
  expect(
    actionsFor({ stage: 'service', waitsFor: 'owner', confirmedAt: '2026-11-23T09:00:00.000Z' }, monday10),
  ).not.toContain('confirm');
});

test('a customer who answered, or never did, is called first', () => {
  expect(actionsFor({ stage: 'quoted', waitsFor: 'customer' }, monday10)).not.toContain('reached');
  expect(primaryActionsFor({ stage: 'quoted', waitsFor: 'owner' }, monday10)[0]).toBe('reached');
});

test.each(saleStages)('in stage %s the owner can say that he called back whoever answered', (stage) => {
  const before = aLeadIn(stage);
  const answered = when(before, { type: 'record-reply', text: 'Wann kommen Sie?' }, { by: 'customer' }).lead;
  expect(primaryActionsFor(answered, monday10)).toContain('reached');
  const called = when(answered, { type: 'note-contact-attempt', reached: true }).lead;
  expect(called.cadence?.name).not.toBe('replied');
});

test('every action has a label of its own', () => {
  expect(new Set(actionKeys.map((key) => actionLabels[key])).size).toBe(actionKeys.length);
});

describe('with a visit ahead', () => {
  const startsAt = addDuration(monday10, 'P7D');
  const agreed = (stage: 'site-visit' | 'quoted') =>
    when(aLeadIn(stage), { type: 'plan-visit', startsAt, durationMinutes: 60 }).lead;
  const answered = when(agreed('site-visit'), {
    type: 'record-reply',
    text: 'Wir müssen den Termin leider absagen.',
  }).lead;

  test('it is moved or called off first, and none is planned beside it', () => {
    expect(actionsFor(agreed('site-visit'), monday10).slice(0, 2)).toEqual(['move-visit', 'cancel-visit']);
    expect(actionsFor(agreed('quoted'), monday10).slice(-2)).toEqual(['move-visit', 'cancel-visit']);
    for (const lead of [agreed('site-visit'), agreed('quoted'), answered])
      expect(actionsFor(lead, monday10)).not.toContain('plan-visit');
  });

  test('the customer who wrote is called, or his visit moved or called off: what he wrote may be about it', () => {
    expect(actionsFor(answered, monday10).slice(0, 3)).toEqual(['reached', 'move-visit', 'cancel-visit']);
  });
});
