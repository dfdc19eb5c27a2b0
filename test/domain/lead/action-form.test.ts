import { describe, expect, test } from 'vitest';
import { actionForm, type FormAction, stagesToPick } from '../../../domain/lead/action-form.ts';
import { missingFacts } from '../../../domain/lead/facts.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { type Stage, stageKeys } from '../../../domain/lead/pipeline.ts';
import type { Answers } from '../../../domain/lead/questions.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn, when } from '../../support/a-walk.ts';
import { aCompany } from '../../support/company.ts';

function formOf(action: FormAction, to?: Stage) {
  const form = actionForm(action, to);
  if (!form) throw new Error('A stage must be picked first');
  return form;
}

const asked = (lead: Lead, action: FormAction, to?: Stage) =>
  formOf(action, to)
    .asks(lead)
    .map(({ name }) => name);

const commands = (lead: Lead, action: FormAction, answers: Answers, to?: Stage) =>
  formOf(action, to).commands(answers, lead, aCompany());

describe('a form asks for exactly what is missing', () => {
  const nameless = aLead({
    contact: { phone: '089 1234567', phoneE164: '+49891234567', language: 'de' },
    request: { message: 'Hallo', urgency: 'planned', gas: false, extra: [] },
  });

  test('to be taken a lead needs a name and a kind, and nothing if both are known', () => {
    expect(asked(nameless, 'take')).toEqual(['name', 'kind']);
    expect(asked(aLead(), 'take')).toEqual([]);
  });

  test.each([
    ['opportunity', ['valueCents']],
    ['site-visit', ['date', 'time', 'durationMinutes']],
    ['quoted', ['quotedCents']],
    ['won', ['finalCents']],
    ['lost', ['reason']],
    ['unqualified', ['reason', 'lookAgainOn']],
    ['negotiation', []],
    ['service', []],
  ] as const)('on a move to %s', (to, names) => {
    const { email: _, ...contact } = aLead().contact;
    expect(asked(aLead({ contact }), 'move', to)).toEqual(names);
  });

  test.each(['lost', 'unqualified'] as const)(
    'on a move to %s also how to say no, to whom mails go',
    (to) => {
      const refusal = ['refusal', 'refusalBrief', 'refusalLater'];
      expect(asked(aLead(), 'move', to).slice(-3)).toEqual(refusal);
      expect(asked(aLead({ mailsStopped: 'stopped' }), 'move', to)).not.toContain('refusal');
    },
  );

  test('the sum a step is about is asked for even if it is known, and need not be given again', () => {
    const [question] = formOf('win').asks(aLeadIn('quoted'));
    expect(question).toEqual({ name: 'finalCents', required: false });
    expect(formOf('win').asks(aLead())).toEqual([{ name: 'finalCents', required: true }]);
  });

  test('the chance is not asked for where there is none', () => {
    for (const stage of ['service', 'unqualified', 'won'] as const) {
      expect(asked(aLeadIn(stage), 'refine')).not.toContain('probability');
    }
    expect(asked(aLeadIn('quoted'), 'refine')).toContain('probability');
  });

  test.each(stageKeys)('whatever a stage requires can be told on the way to %s', (to) => {
    const from = to === 'service-done' ? aLeadIn('service') : nameless;
    const answers: Answers = {
      name: 'Karl Maier',
      email: 'karl@example.org',
      kind: 'repair',
      valueCents: 500_000,
      quotedCents: 500_000,
      finalCents: 500_000,
      date: '2026-11-26',
      time: '10:00',
      durationMinutes: 60,
      reason: 'Grund',
      lookAgainOn: '2027-03-01',
    };
    const names = asked(from, 'move', to);
    const told = Object.fromEntries(
      Object.entries(answers).filter(([name]) => names.includes(name as 'name')),
    );
    const [command, ...others] = commands(from, 'move', told, to);
    expect(others).toEqual([]);
    if (!command || from.stage === to) return;
    const { lead, refused } = when(from, command);
    expect(refused).toBeUndefined();
    expect(lead.stage).toBe(to);
    const asksEachTime = ['reason', 'look-again-on'];
    expect(missingFacts(lead, to).filter((fact) => !asksEachTime.includes(fact))).toEqual([]);
  });
});

describe('the stages on offer', () => {
  test('are those that may follow, not the one where it is; only where the owner decides', () => {
    expect(stagesToPick('move', aLeadIn('quoted'))).toEqual(expect.arrayContaining(['won', 'lost', 'new']));
    expect(stagesToPick('move', aLeadIn('quoted'))).not.toContain('quoted');
    expect(stagesToPick('win', aLeadIn('quoted'))).toEqual([]);
  });

  test('one must be picked to move; reopening begins where it is talked over again', () => {
    expect(actionForm('move', undefined)).toBeUndefined();
    expect(formOf('reopen').to).toBe('needs-analysis');
    expect(formOf('reopen', 'quoted').to).toBe('quoted');
  });
});

describe('the commands', () => {
  test('qualifying says what nobody can see from the facts', () => {
    expect(commands(aLead(), 'qualify', { valueCents: 1_200_000 })).toEqual([
      {
        type: 'move',
        to: 'opportunity',
        facts: expect.objectContaining({ qualified: true, valueCents: 1_200_000 }),
      },
    ]);
    expect(commands(aLead(), 'quote', { quotedCents: 1 })[0]).toMatchObject({
      facts: { qualified: undefined },
    });
  });

  test('a visit is at a time on the wall of the business', () => {
    expect(
      commands(aLead(), 'plan-visit', { date: '2026-11-26', time: '14:30', durationMinutes: 90 }),
    ).toEqual([{ type: 'plan-visit', startsAt: '2026-11-26T13:30:00.000Z', durationMinutes: 90 }]);
  });

  test('refining does only what differs, one command for each kind of it', () => {
    const lead = aLeadIn('opportunity');
    const { valueCents = 0, contact } = lead;
    const same = { valueCents, probability: 30, ...(contact.name !== undefined && { name: contact.name }) };
    expect(commands(lead, 'refine', same)).toEqual([]);
    expect(commands(lead, 'refine', { ...same, probability: 60, budget: 'viel' })).toEqual([
      { type: 'set-probability', probability: 60 },
      { type: 'set-details', details: { name: 'Erika Muster', budget: 'viel' } },
    ]);
  });

  test('what an action leaves in the timeline tells that it is done', () => {
    const { events } = when(aLeadIn('quoted'), { type: 'move', to: 'negotiation' });
    expect(events.some((event) => formOf('negotiate').leaves?.(event))).toBe(true);
    expect(events.some((event) => formOf('win').leaves?.(event))).toBe(false);
  });
});
