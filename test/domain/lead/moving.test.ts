import { describe, expect, test } from 'vitest';
import type { Command } from '../../../domain/lead/command.ts';
import { missingFacts } from '../../../domain/lead/facts.ts';
import { weightedCents } from '../../../domain/lead/lead.ts';
import { factKeys, pipeline, stageKeys } from '../../../domain/lead/pipeline.ts';
import { movesFrom } from '../../../domain/lead/stages.ts';
import { explainRefusal } from '../../../views/words/refusals.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn, monday10, when } from '../../support/a-walk.ts';
import { aCompany } from '../../support/company.ts';
import { everyFact, types } from './a-move.ts';

const nobody = aLead({
  contact: { email: 'wer@example.org', language: 'de' },
  request: { urgency: 'planned', gas: false, extra: [] },
});

describe('moving through the pipeline', () => {
  const allowed = stageKeys
    .flatMap((from) => movesFrom(from).map((to) => [from, to] as const))
    .filter(([from, to]) => from !== to);

  test.each(allowed)('%s to %s takes the probability and the turn of the new stage', (from, to) => {
    const before = aLeadIn(from);
    const { lead, refused } = when(before, { type: 'move', to, facts: everyFact });
    expect(refused).toBeUndefined();
    expect(lead.stage).toBe(to);
    expect(lead.probability).toBe(pipeline[to].probability);
    expect(lead.waitsFor).toBe(pipeline[to].waitsFor);
    expect(lead.generation).toBeGreaterThan(before.generation);
    expect(lead.timeline.at(-1)).toMatchObject({ type: 'moved', from, to, at: monday10, by: 'owner' });
  });

  const forbidden = stageKeys.flatMap((from) =>
    stageKeys.filter((to) => to !== from && !movesFrom(from).includes(to)).map((to) => [from, to] as const),
  );

  test.each(forbidden)('%s to %s is refused and changes nothing', (from, to) => {
    const before = aLeadIn(from);
    const { lead, refused } = when(before, { type: 'move', to, facts: everyFact });
    expect(refused?.code).toMatch(/^(closed|move-not-allowed)$/);
    expect(lead).toEqual(before);
  });

  test.each(stageKeys)('a lead in %s cannot be moved to where it is', (stage) => {
    expect(when(aLeadIn(stage), { type: 'move', to: stage, facts: everyFact }).refused).toEqual({
      code: 'already-there',
      stage,
    });
  });

  test.each([
    ['in-progress', ['name', 'kind']],
    ['opportunity', ['qualified', 'value']],
    ['site-visit', ['visit']],
    ['quoted', ['quoted-value']],
    ['won', ['final-value']],
    ['lost', ['reason']],
    ['unqualified', ['reason', 'look-again-on']],
  ] as const)('a move to %s names what is missing: %j', (to, missing) => {
    const { refused, lead } = when(nobody, { type: 'move', to });
    expect(refused).toEqual({ code: 'missing-facts', to, missing });
    expect(lead).toEqual(nobody);
  });

  test('every fact a stage can ask for has words the owner understands', () => {
    const sentences = factKeys.map((fact) =>
      explainRefusal({ code: 'missing-facts', to: 'quoted', missing: [fact] }),
    );
    expect(new Set(sentences).size).toBe(factKeys.length);
  });

  test('a reason given last year does not answer why the lead is lost today', () => {
    expect(missingFacts(aLeadIn('unqualified'), 'lost')).toEqual(['reason']);
  });

  test('a needs analysis with installation, time frame and budget is qualified without saying so', () => {
    const filled = when(aLeadIn('needs-analysis'), {
      type: 'set-details',
      details: { installation: 'Wärmepumpe', timeframe: 'Frühjahr', budget: '30.000' },
    }).lead;
    const { events } = when(filled, { type: 'move', to: 'opportunity', facts: { valueCents: 3_000_000 } });
    expect(events[0]).toMatchObject({ type: 'qualified', explicitly: false });
    expect(types(events)).toEqual(['qualified', 'value-changed', 'moved']);
  });

  test('a regular customer goes from new to quoted in one step', () => {
    const { lead } = when(aLead(), { type: 'move', to: 'quoted', facts: { quotedCents: 850_000 } });
    expect(lead).toMatchObject({
      stage: 'quoted',
      probability: 75,
      valueCents: 850_000,
      quotedCents: 850_000,
    });
    expect(weightedCents(lead)).toBe(637_500);
  });

  test('an order is worth what was quoted unless another sum is said', () => {
    expect(when(aLeadIn('quoted'), { type: 'move', to: 'won' }).lead).toMatchObject({
      finalCents: 1_150_000,
      valueCents: 1_150_000,
      probability: 100,
      waitsFor: 'nobody',
      closedAt: monday10,
    });
  });

  test('reopening a won lead forgets the final sum and counts as open again', () => {
    const { lead } = when(aLeadIn('won'), { type: 'move', to: 'negotiation' });
    expect(lead.finalCents).toBeUndefined();
    expect(lead.closedAt).toBeUndefined();
    expect(lead.cadence?.name).toBe('negotiation');
  });

  test('a lost lead is erased after the time the company set, a won one is kept', () => {
    const company = aCompany({ retentionMonths: 6 });
    const lost = when(aLead(), { type: 'move', to: 'lost', facts: { reason: 'zu teuer' } }, { company }).lead;
    expect(lost.expiresOn).toBe('2027-05-23');
    expect(aLeadIn('won').expiresOn).toBeUndefined();
  });

  test('an unqualified lead keeps its reason and sleeps until its day begins', () => {
    const lead = aLeadIn('unqualified');
    expect(lead).toMatchObject({
      reason: 'kein Budget',
      lookAgainOn: '2027-03-01',
      waitsFor: 'nobody',
      dueAt: '2027-02-28T23:00:00.000Z',
    });
    const tooEarly = when(lead, { type: 'wake' }, { now: '2027-02-28T22:59:00.000Z', by: 'system' });
    expect(tooEarly.refused?.code).toBe('already-done');
    const woken = when(lead, { type: 'wake' }, { now: '2027-03-01T07:10:00.000Z', by: 'system' });
    expect(woken.lead).toMatchObject({ waitsFor: 'owner', stage: 'unqualified' });
    expect(woken.lead.generation).toBe(lead.generation + 1);
  });

  test.each([
    ['2026-11-22', 'date-in-the-past'],
    ['2026-11-23', 'date-in-the-past'],
    ['2062-11-23', 'date-too-far'],
  ])('a look-again date of %s is refused', (lookAgainOn, code) => {
    const command: Command = { type: 'move', to: 'unqualified', facts: { reason: 'später', lookAgainOn } };
    expect(when(aLead(), command).refused?.code).toBe(code);
  });
});

describe('value and probability are live', () => {
  test('the owner overrides the probability until the next change of stage', () => {
    const overridden = when(aLeadIn('quoted'), { type: 'set-probability', probability: 40 }).lead;
    expect(overridden).toMatchObject({ probability: 40, probabilityOverridden: true });
    expect(when(overridden, { type: 'move', to: 'negotiation' }).lead).toMatchObject({
      probability: 90,
      probabilityOverridden: false,
    });
  });

  test.each([
    ['opportunity', 'estimated'],
    ['quoted', 'quoted'],
    ['negotiation', 'quoted'],
    ['won', 'final'],
  ] as const)('a value set in %s is the %s one', (stage, basis) => {
    const { events, lead } = when(aLeadIn(stage), { type: 'set-value', valueCents: 900_000 });
    expect(events[0]).toMatchObject({ type: 'value-changed', basis, valueCents: 900_000 });
    expect(lead.valueCents).toBe(900_000);
  });

  test('an emergency has no probability and adds nothing to the pipeline', () => {
    expect(weightedCents(aLeadIn('service'))).toBe(0);
  });
});
