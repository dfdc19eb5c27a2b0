/** What the owner (and in one case the customer) can do with one tap, and where it makes sense. */
import type { Lead } from './lead.ts';
import { pipeline, type Stage } from './pipeline.ts';

export const actionKeys = [
  'view',
  'confirm',
  'reached',
  'not-reached',
  'take',
  'qualify',
  'disqualify',
  'plan-visit',
  'quote',
  'negotiate',
  'win',
  'lose',
  'postpone',
  'service-done',
  'reopen',
  'move',
  'refine',
  'spam',
  'stop',
  'erase',
  'capture-call',
  'rescue',
] as const;
export type Action = (typeof actionKeys)[number];

/** The sensible next steps of each stage, the likeliest first. Every list ends with `view` when shown. */
const nextSteps: Readonly<Record<Stage, readonly Action[]>> = {
  new: ['reached', 'not-reached', 'take', 'plan-visit', 'postpone', 'disqualify', 'lose', 'spam'],
  'in-progress': [
    'reached',
    'not-reached',
    'plan-visit',
    'qualify',
    'postpone',
    'disqualify',
    'lose',
    'spam',
  ],
  'first-contact': [
    'reached',
    'not-reached',
    'plan-visit',
    'qualify',
    'postpone',
    'disqualify',
    'lose',
    'spam',
  ],
  'needs-analysis': ['qualify', 'disqualify', 'plan-visit', 'quote', 'postpone', 'lose'],
  opportunity: ['plan-visit', 'quote', 'postpone', 'lose'],
  'site-visit': ['quote', 'plan-visit', 'postpone', 'lose'],
  quoted: ['negotiate', 'win', 'lose', 'postpone'],
  negotiation: ['win', 'lose', 'quote', 'postpone'],
  won: ['reopen'],
  lost: ['reopen'],
  unqualified: ['reopen', 'postpone', 'lose'],
  service: ['confirm', 'service-done', 'reached', 'plan-visit', 'lose', 'spam'],
  'service-done': ['reopen'],
};

/** Where a lead stands, as far as it decides what can be done with it. */
export type Standing = Pick<Lead, 'stage' | 'confirmedAt' | 'waitsFor'>;

/** The customer is silent or has answered: the owner calls, and the rhythm of the stage begins anew. */
function shouldCall({ stage, waitsFor }: Standing): boolean {
  return waitsFor === 'owner' && ['needs-analysis', 'quoted', 'negotiation'].includes(stage);
}

/** What the owner can sensibly do now, the likeliest first. */
export function actionsFor(lead: Standing): readonly Action[] {
  const steps = shouldCall(lead) ? ['reached' as const, ...nextSteps[lead.stage]] : nextSteps[lead.stage];
  return lead.stage === 'service' && lead.confirmedAt ? steps.filter((step) => step !== 'confirm') : steps;
}

/** The one or two steps that fit on a line of the digest. */
export function primaryActionsFor(lead: Standing): readonly Action[] {
  return actionsFor(lead).slice(0, 2);
}

/** Everything else the lead's own page offers below the next steps. */
export function furtherActionsFor(lead: Pick<Lead, 'stage'>): readonly Action[] {
  if (pipeline[lead.stage].open) return ['refine', 'move', 'erase'];
  return lead.stage === 'won' ? ['refine', 'erase'] : ['erase'];
}
