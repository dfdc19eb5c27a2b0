import type { Company } from '../business/company.ts';
import { visitOf } from './action-form.ts';
import type { Lead } from './lead.ts';
import type { Answers } from './questions.ts';

const compared = ['valueCents', 'quotedCents', 'finalCents', 'reason', 'lookAgainOn', 'until'] as const;
/** `visit`: its day, time or duration. */
export type DifferingAnswer = 'visit' | (typeof compared)[number];

/** The first answer of a form that is not what the lead says; `undefined`: it says all of it. */
export function differingAnswer(answers: Answers, lead: Lead, company: Company): DifferingAnswer | undefined {
  const visit = visitOf(answers, company);
  const isOther =
    visit &&
    (visit.startsAt !== lead.visit?.startsAt || visit.durationMinutes !== lead.visit.durationMinutes);
  if (isOther) return 'visit';
  const known = { ...lead, until: lead.postponedUntil };
  return compared.find((name) => answers[name] !== undefined && answers[name] !== known[name]);
}
