/** Who goes back to a form, corrects it and sends it again is told what stands: nobody takes his correction for entered. */
import { describe, expect, test } from 'vitest';
import type { Action } from '../../../domain/lead/action.ts';
import { aLeadIn } from '../../support/a-walk.ts';
import { fieldsOf, textOf } from '../../support/read-page.ts';
import { link, request, stored, worldWith } from './a-phone.ts';

type Answers = Readonly<Record<string, string>>;
const forms: readonly [Action, Parameters<typeof aLeadIn>[0], Answers, corrected: Answers, stands: string][] =
  [
    [
      'plan-visit',
      'opportunity',
      { date: '2026-12-10', time: '14:00', durationMinutes: '60' },
      { date: '2026-12-11', time: '09:00' },
      'Eingetragen bleibt: Donnerstag, 10. Dezember 2026, 14:00 Uhr',
    ],
    [
      'plan-visit',
      'opportunity',
      { date: '2026-12-10', time: '14:00', durationMinutes: '60' },
      { durationMinutes: '120' },
      'Eingetragen bleibt: Donnerstag, 10. Dezember 2026, 14:00 Uhr',
    ],
    ['quote', 'site-visit', { quotedCents: '8500' }, { quotedCents: '5800' }, 'Eingetragen bleibt: 8.500 €'],
    ['win', 'quoted', { finalCents: '9000' }, { finalCents: '9900' }, 'Eingetragen bleibt: 9.000 €'],
    [
      'lose',
      'quoted',
      { reason: 'Zu teuer' },
      { reason: 'Zu lange gedauert' },
      'Eingetragen bleibt: Zu teuer',
    ],
  ];

describe.each(forms)(
  'the form "%s" of a request in %s, filled in with %j',
  (action, stage, answers, corrected, stands) => {
    async function sent() {
      const lead = aLeadIn(stage);
      const world = await worldWith(lead);
      const url = link(world, lead, action);
      const form = Object.fromEntries(fieldsOf(await request(world, 'GET', url)));
      const first = { ...form, ...answers };
      expect((await request(world, 'POST', url, first)).status).toBe(200);
      const before = await stored(world, lead);
      const again = async (more: Answers) => {
        const text = textOf(await request(world, 'POST', url, { ...first, ...more }));
        expect(await stored(world, lead)).toEqual(before);
        return text;
      };
      return again;
    }

    test('and sent again with a correction, says what stands', async () => {
      const text = await (await sent())(corrected);
      expect(text).toContain('Nicht geändert');
      expect(text).toContain(stands);
      expect(text).not.toContain('Schon erledigt');
    });

    test.each(['', '2026-11-23T09:00:00.000Z'])(
      'and sent again as it was, shown at "%s", is done already',
      async (shownAt) => {
        const text = await (await sent())(shownAt === '' ? {} : { shownAt });
        expect(text).toContain('Schon erledigt');
        expect(text).not.toContain('Nicht geändert');
      },
    );
  },
);
