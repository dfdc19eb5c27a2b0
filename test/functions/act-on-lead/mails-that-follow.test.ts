import { describe, expect, test } from 'vitest';
import type { Action } from '../../../domain/lead/action.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { aLeadIn, monday10 } from '../../support/a-walk.ts';
import { textOf } from '../../support/read-page.ts';
import { link, request, worldWith } from './a-phone.ts';

const visit = { startsAt: '2026-12-03T13:00:00.000Z', durationMinutes: 60, sequence: 0, plannedAt: monday10 };
const told: Partial<Lead> = { visit, visitMails: ['confirmation', 'owner-confirmation'] };

async function said(lead: Lead, action: Action): Promise<string> {
  const world = await worldWith(lead);
  return textOf(await request(world, 'GET', link(world, lead, action))).replace(/\s+/g, ' ');
}

const off = 'Vorher sagt Nachfass die Besichtigung am';

describe('before it is saved the form says', () => {
  test.each<Action>(['lose', 'postpone', 'disqualify', 'reached'])(
    'that the visit is called off, and that the customer hears of it: %s',
    async (action) => {
      const text = await said({ ...aLeadIn('site-visit'), ...told }, action);
      expect(text).toContain(off);
      expect(text).toContain('Dass dieser Termin entfällt, erfährt der Kunde sofort per E-Mail.');
    },
  );

  test('and calls nothing "Absage" that is not the no to the request', async () => {
    const text = await said({ ...aLeadIn('site-visit'), ...told }, 'lose');
    expect(text).toContain('Keine Absage zur Anfrage');
    expect(text.replaceAll('Absage zur Anfrage', '')).not.toContain('Absage');
  });

  test('to call the customer, where no mail reaches him', async () => {
    const lead: Lead = { ...aLeadIn('site-visit'), ...told, mailsStopped: 'stopped' };
    expect(await said(lead, 'lose')).toContain('Bitte sagen Sie ihm am Telefon ab.');
  });

  test.each<Action>(['win', 'quote'])('nothing of it where the visit stands: %s', async (action) => {
    expect(await said({ ...aLeadIn('site-visit'), ...told }, action)).not.toContain(off);
  });

  test('nothing of it where there is no visit', async () => {
    expect(await said(aLeadIn('quoted'), 'lose')).not.toContain(off);
  });

  test('no reminders to a customer who was told that no further one comes', async () => {
    const reminders = { unanswered: 3, inWaiting: 3, lastAt: monday10, promised: true } as const;
    expect(await said(aLeadIn('first-contact'), 'not-reached')).toContain('bittet den Kunden');
    const promised: Lead = { ...aLeadIn('first-contact'), reminders };
    expect(await said(promised, 'not-reached')).toContain('erinnert Sie an den nächsten Versuch');
  });
});
