import { describe, expect, test } from 'vitest';
import type { Command } from '../../../domain/lead/command.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn, when } from '../../support/a-walk.ts';
import { types } from './a-move.ts';

describe('closing for good', () => {
  const whenClosed: readonly Command[] = [
    { type: 'note-contact-attempt', reached: true },
    { type: 'plan-visit', startsAt: '2026-11-26T09:00:00.000Z', durationMinutes: 60 },
    { type: 'postpone', until: '2027-01-15' },
    { type: 'set-probability', probability: 50 },
    { type: 'confirm' },
    { type: 'renew-timer' },
  ];

  test.each(whenClosed)('a closed lead refuses $type', (command) => {
    expect(when(aLeadIn('lost'), command).refused).toEqual({ code: 'closed', stage: 'lost' });
  });

  test('spam leaves every list and can be reopened after a slip', () => {
    const { lead } = when(aLead(), { type: 'mark-spam' });
    expect(lead).toMatchObject({ stage: 'lost', spam: true, expiresOn: '2026-12-23' });
    expect(when(lead, { type: 'move', to: 'new' }).lead.spam).toBe(false);
  });

  test('erasing leaves no trace of the person in the lead or its timeline', () => {
    const told = when(aLeadIn('quoted'), {
      type: 'set-details',
      details: { name: 'Erika Musterfrau' },
    }).lead;
    const { lead } = when(told, { type: 'erase' });
    expect(JSON.stringify(lead)).not.toMatch(/Muster|erika|Lindenweg|München|123 ?45|Dusche/i);
    expect(types(lead.timeline)).toEqual([...types(told.timeline), 'erased']);
    expect(when(lead, { type: 'move', to: 'new' }).refused?.code).toBe('erased');
  });
});
