/** Who goes back to a form, corrects it and sends it again is told what stands: nobody takes his correction for entered. */
import { describe, expect, test } from 'vitest';
import type { Action } from '../../../domain/lead/action.ts';
import { aLeadIn } from '../../support/a-walk.ts';
import { fieldsOf, textOf } from '../../support/read-page.ts';
import { link, request, stored, worldWith } from './a-phone.ts';

describe('the old form of a visit that has moved since', () => {
  const shown = { date: '2026-12-10', time: '14:00', durationMinutes: '60' };
  async function movedSince() {
    const lead = aLeadIn('site-visit');
    const world = await worldWith(lead);
    const old = link(world, lead, 'move-visit');
    const form = Object.fromEntries(fieldsOf(await request(world, 'GET', old)));
    expect((await request(world, 'POST', old, { ...form, ...shown })).status).toBe(200);
    const now = await stored(world, lead);
    const other = link(world, now, 'move-visit');
    const newer = Object.fromEntries(fieldsOf(await request(world, 'GET', other)));
    await request(world, 'POST', other, { ...newer, date: '2026-12-11', time: '09:00' });
    return { world, old, form, before: await stored(world, lead) };
  }

  test.each([
    ['with another date', { date: '2026-12-14', time: '10:30' }],
    ['as it was sent the first time', shown],
    ['without a time', { date: '2026-12-14', time: '' }],
  ])('sent %s, says what stands now and keeps what was typed', async (_, typed) => {
    const { world, old, form, before } = await movedSince();
    const page = await request(world, 'POST', old, { ...form, ...typed });
    expect(page.status).toBe(409);
    expect(textOf(page)).not.toContain('Schon erledigt');
    expect(textOf(page)).toContain('auf Freitag, 11. Dezember 2026, 09:00 Uhr');
    expect(fieldsOf(page).get('date')).toBe(typed.date);
    expect(fieldsOf(page).get('time')).toBe(typed.time);
    expect(await stored(world, before)).toEqual(before);
  });

  test('counts once it is sent again from there', async () => {
    const { world, old, form, before } = await movedSince();
    const page = await request(world, 'POST', old, { ...form, date: '2026-12-14', time: '10:30' });
    const again = /<form method="post" action="([^"]+)"/.exec(page.body)?.[1] ?? '';
    const answer = await request(world, 'POST', again, Object.fromEntries(fieldsOf(page)));
    expect(answer.status).toBe(200);
    expect((await stored(world, before)).visit?.startsAt).toBe('2026-12-14T09:30:00.000Z');
  });
});

test('a form that another step overtook keeps what was typed and says what happened', async () => {
  const lead = aLeadIn('opportunity');
  const world = await worldWith(lead);
  const url = link(world, lead, 'quote');
  const form = Object.fromEntries(fieldsOf(await request(world, 'GET', url)));
  await request(world, 'POST', link(world, lead, 'plan-visit'), {
    date: '2026-12-10',
    time: '14:00',
    durationMinutes: '60',
  });
  const page = await request(world, 'POST', url, { ...form, quotedCents: '8500' });
  expect(page.status).toBe(409);
  expect(textOf(page)).toContain('Besichtigung geplant: Donnerstag, 10. Dezember 2026');
  expect(fieldsOf(page).get('quotedCents')).toBe('8500');
});

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
