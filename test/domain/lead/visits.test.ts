import { describe, expect, test } from 'vitest';
import { aLeadIn, when } from '../../support/a-walk.ts';

describe('visits', () => {
  const visit = { type: 'plan-visit', startsAt: '2026-11-26T09:00:00.000Z', durationMinutes: 60 } as const;

  test.each(['new', 'in-progress', 'first-contact', 'needs-analysis', 'opportunity'] as const)(
    'planning a visit for a lead in %s moves it to the visit',
    (stage) => {
      const { lead } = when(aLeadIn(stage), visit);
      expect(lead).toMatchObject({
        stage: 'site-visit',
        cadence: { name: 'site-visit', startedAt: '2026-11-26T10:00:00.000Z' },
      });
    },
  );

  test('a new date replaces the old one in the calendar and begins the wait anew', () => {
    const before = aLeadIn('site-visit');
    const { lead } = when(before, { ...visit, startsAt: '2026-11-27T13:00:00.000Z' });
    expect(lead.visit).toMatchObject({ startsAt: '2026-11-27T13:00:00.000Z', sequence: 1 });
    expect(lead.visitMails).toEqual([]);
    expect(lead.generation).toBeGreaterThan(before.generation);
  });

  test('a second visit after the quote keeps the stage', () => {
    expect(when(aLeadIn('quoted'), visit).lead).toMatchObject({ stage: 'quoted', probability: 75 });
  });

  test.each(['site-visit', 'new'] as const)('a visit in the past is refused in %s', (stage) => {
    expect(when(aLeadIn(stage), { ...visit, startsAt: '2026-11-23T08:59:00.000Z' }).refused).toEqual({
      code: 'date-in-the-past',
      field: 'visit',
    });
  });
});
