import { describe, expect, test } from 'vitest';
import { actionKeys, manyActions } from '../../../domain/lead/action.ts';
import { actionForm, type FormAction } from '../../../domain/lead/action-form.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import type { Stage } from '../../../domain/lead/pipeline.ts';
import { actionPage } from '../../../views/page/action-page.ts';
import { spokenStages } from '../../../views/words/stages.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn, monday10 } from '../../support/a-walk.ts';
import { fieldsOf, linksOf, textOf } from '../../support/read-page.ts';
import { aPageContext } from './a-page.ts';

async function shown(
  lead: Lead,
  action: FormAction,
  { to, now = monday10 }: { to?: Stage; now?: string } = {},
) {
  const form = actionForm(action, to);
  if (!form) throw new Error('A stage must be picked first');
  return { body: await actionPage(lead, { form, chosen: to }, aPageContext({ now })) };
}

const buttonOf = ({ body }: { body: string }) => /<button[^>]*>([^<]*)<\/button>/.exec(body)?.[1];

describe('defaults that save typing', () => {
  const fields = async (lead: Lead, action: FormAction, now?: string) =>
    fieldsOf(await shown(lead, action, { ...(now !== undefined && { now }) }));

  test('a visit is on the next working day for an hour; its time is not guessed', async () => {
    const before = await fields(aLeadIn('opportunity'), 'plan-visit', '2026-12-23T12:00:00.000Z');
    expect(before.get('date')).toBe('2026-12-24');
    const beforeHolidays = await fields(aLeadIn('opportunity'), 'plan-visit', '2026-12-24T12:00:00.000Z');
    expect(beforeHolidays.get('date')).toBe('2026-12-28');
    expect(before.get('time')).toBe('');
    expect(before.get('durationMinutes')).toBe('60');
  });

  test('a visit that is planned already stands there to be moved', async () => {
    const planned = await fields(aLeadIn('site-visit'), 'plan-visit');
    expect([planned.get('date'), planned.get('time')]).toEqual(['2026-11-26', '10:00']);
  });

  test('later is next week, looking again in three months, both on working days', async () => {
    expect((await fields(aLeadIn('quoted'), 'postpone')).get('until')).toBe('2026-11-30');
    const lookAgain = await fields(aLeadIn('needs-analysis'), 'disqualify', '2026-11-28T12:00:00.000Z');
    // 28 February 2027 is a Sunday.
    expect(lookAgain.get('lookAgainOn')).toBe('2027-03-01');
  });
});

test('a value is called what it is where the lead stands', async () => {
  expect(textOf(await shown(aLead(), 'refine'))).toContain('Geschätzter Wert');
  expect(textOf(await shown(aLeadIn('negotiation'), 'refine'))).toContain('Angebotssumme');
  expect(textOf(await shown(aLeadIn('won'), 'refine'))).toContain('Auftragssumme');
});

describe('a stage without words of its own', () => {
  const from = (to: Stage): Lead => (to === 'new' ? aLeadIn('quoted') : aLead());
  const plain = ['new', 'first-contact', 'needs-analysis', 'site-visit'] as const;

  test.each(plain)('%s is entered by a page that is worded by its name', async (to) => {
    const page = await shown(from(to), 'move', { to });
    expect(textOf(page)).toContain(spokenStages[to]);
    expect(buttonOf(page)).toBe(`Auf „${spokenStages[to]}“ setzen`);
    expect(fieldsOf(page).get('to')).toBe(to);
  });

  test('tells what follows from its rule', async () => {
    const follows = async (lead: Lead, to: Stage) => textOf(await shown(lead, 'move', { to }));
    expect(await follows(aLead(), 'needs-analysis')).not.toContain('per E-Mail');
    expect(await follows(aLead(), 'quoted')).toContain('erinnert ihn Nachfass freundlich per E-Mail');
    const silent = aLead({ contact: { phone: '089 1234567', language: 'de' } });
    expect(await follows(silent, 'quoted')).not.toContain('per E-Mail');
    expect(await follows(aLead(), 'service')).toContain('Tag und Nacht alarmiert');
    expect(await follows(aLead(), 'unqualified')).toContain('kommt dann von selbst wieder');
    expect(await follows(aLeadIn('service'), 'service-done')).toContain(
      'Nach 12 Monaten werden die Daten gelöscht',
    );
    expect(await follows(aLeadIn('quoted'), 'won')).not.toContain('gelöscht');
  });
});

test('where the owner may pick, all other stages are offered, and they change nothing', async () => {
  const page = await shown(aLeadIn('lost'), 'reopen');
  expect(buttonOf(page)).toBe('Öffnen als „Bedarf klären“');
  expect(linksOf(page).get('Angebot beim Kunden')).toBe('?to=quoted');
  const decided = linksOf(await shown(aLeadIn('quoted'), 'win'));
  expect([...decided.values()].filter((url) => url.startsWith('?to='))).toEqual([]);
});

describe('a form that is shown again', () => {
  const again = async (action: FormAction, typed: Record<string, string>, faults: [string, unknown][]) => {
    const form = actionForm(action, undefined);
    if (!form) throw new Error('No form');
    const attempt = { typed: new URLSearchParams(typed), faults: new Map(faults) as never };
    return { body: await actionPage(aLeadIn('opportunity'), { form, attempt }, aPageContext()) };
  };

  test('says at the field what is wrong, in words that fit the field', async () => {
    const page = await again('lose', {}, [['reason', 'empty']]);
    expect(page.body).toMatch(/aria-describedby="f-reason-fault" aria-invalid="true"/);
    expect(textOf(page)).toContain('Bitte auswählen.');
    expect(textOf(await again('erase', {}, [['sure', 'empty']]))).toContain('Bitte bestätigen.');
    expect(textOf(await again('quote', {}, [['quotedCents', 'empty']]))).toContain('Bitte ausfüllen.');
  });

  test('says a refusal at the field that can mend it', async () => {
    const refusal = { code: 'date-too-far', field: 'visit' };
    const page = await again('plan-visit', { date: '2062-11-23', time: '10:00' }, [['date', refusal]]);
    expect(textOf(page)).toContain('Stimmt das Jahr?');
    expect(fieldsOf(page).get('date')).toBe('2062-11-23');
  });
});

const formActions = actionKeys.filter(
  (action): action is Exclude<FormAction, 'move'> =>
    ![
      'view',
      'noted-mails',
      'open-requests',
      'hook',
      'push',
      'dismiss-suspicious',
      'stop',
      'not-me',
      'capture-call',
      'rescue',
      'enter-answer',
      'move',
      ...manyActions,
    ].includes(action),
);

test.each(formActions)('%s has a heading, a button and nothing unsaid', async (action) => {
  const page = await shown(aLead(), action);
  expect(/<h1>([^<]*)<\/h1>/.exec(page.body)?.[1]).toMatch(/\S/);
  expect(buttonOf(page)).toMatch(/\S/);
  expect(page.body).not.toMatch(/undefined|\[object/);
});
