import { describe, expect, test } from 'vitest';
import {
  actionKeys,
  actionLabels,
  actionsFor,
  furtherActionsFor,
  primaryActionsFor,
} from '../../domain/actions.ts';
import { pipeline, stageKeys } from '../../domain/pipeline.ts';

describe.each(stageKeys)('in stage %s', (stage) => {
  test('there is always something to do, nothing twice, and one or two steps stand out', () => {
    const offered = [...actionsFor({ stage }), ...furtherActionsFor({ stage })];
    expect(new Set(offered).size).toBe(offered.length);
    expect(primaryActionsFor({ stage }).length).toBeGreaterThan(0);
    expect(primaryActionsFor({ stage }).length).toBeLessThanOrEqual(2);
    expect(actionsFor({ stage })).toEqual(expect.arrayContaining([...primaryActionsFor({ stage })]));
  });

  test('closed leads are only reopened, open ones never', () => {
    const { open, group } = pipeline[stage];
    expect(actionsFor({ stage }).includes('reopen')).toBe(!open || group === 'nurture');
    if (!open) expect(actionsFor({ stage })).toEqual(['reopen']);
  });

  test('the owner’s list never holds the customer’s link, nor one about no lead', () => {
    const offered = [...actionsFor({ stage }), ...furtherActionsFor({ stage })];
    for (const other of ['stop', 'capture-call', 'view'] as const) expect(offered).not.toContain(other);
  });
});

test('an emergency is confirmed once', () => {
  expect(primaryActionsFor({ stage: 'service' })[0]).toBe('confirm');
  expect(actionsFor({ stage: 'service', confirmedAt: '2026-11-23T09:00:00.000Z' })).not.toContain('confirm');
});

test('every action has a label of its own', () => {
  expect(new Set(actionKeys.map((key) => actionLabels[key])).size).toBe(actionKeys.length);
});
