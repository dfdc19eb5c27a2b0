import { describe, expect, test } from 'vitest';
import { actionKeys } from '../../../domain/lead/action.ts';
import { actionsFor, furtherActionsFor, primaryActionsFor } from '../../../domain/lead/actions.ts';
import { pipeline, stageKeys } from '../../../domain/lead/pipeline.ts';
import { isClosed, saleStages } from '../../../domain/lead/stages.ts';
import { actionLabels } from '../../../views/words/actions.ts';
import { aLeadIn, monday10, when } from '../../support/a-walk.ts';

describe.each(stageKeys)('in stage %s', (stage) => {
  const lead = { stage, waitsFor: pipeline[stage].waitsFor };

  test('there is always something to do, nothing twice, and one or two steps stand out', () => {
    const offered = [...actionsFor(lead, monday10), ...furtherActionsFor(lead)];
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
    const offered = [...actionsFor(lead, monday10), ...furtherActionsFor(lead)];
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
