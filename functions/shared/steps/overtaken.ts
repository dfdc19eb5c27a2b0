/** Forms that show what is known, where somebody else was faster: only what was touched counts, and never unseen over his. */
import type { Company } from '../../../domain/business/company.ts';
import { changes } from '../../../domain/lead/changed-by.ts';
import type { LeadEvent } from '../../../domain/lead/event.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import type { Question } from '../../../domain/lead/questions.ts';
import type { Moment } from '../../../domain/time/moment.ts';
import { fieldsOf, initialOf, seenName } from '../../../views/page/fields.ts';
import { readAnswers } from './read-answers.ts';

/** What was asked, and what came back. */
export interface SentForm {
  readonly questions: readonly Question[];
  readonly typed: URLSearchParams;
}

interface Now {
  readonly company: Company;
  readonly now: Moment;
}

/** Was the field changed against what it showed, or sent on purpose? A form that does not say what it showed means what it says. */
export function isTouched({ name, required }: Question, typed: URLSearchParams): boolean {
  const text = typed.get(name);
  return text !== null && (required || text !== typed.get(seenName(name)));
}

/**
 * @param lead as it stands now.
 * @returns the questions whose fact has become another one since the form was shown, and that were answered otherwise again.
 */
export function overtakenOf({ questions, typed }: SentForm, lead: Lead, at: Now): readonly Question[] {
  const asked = questions.filter(
    (question) => question.corrects && typed.has(seenName(question.name)) && isTouched(question, typed),
  );
  return fieldsOf(asked, { ...at, lead }).filter((field) => {
    const known = initialOf(field);
    const isAs = (text: string | null) => isSame(field, known, text ?? '', at.company);
    return !isAs(typed.get(seenName(field.name))) && !isAs(typed.get(field.name));
  });
}

/** The same, however it is written. */
function isSame({ name }: Question, one: string, other: string, company: Company): boolean {
  if (one.trim() === other.trim()) return true;
  const read = (text: string) =>
    readAnswers([{ name, required: true }], new URLSearchParams([[name, text]]), company);
  const [first, second] = [read(one), read(other)];
  return (
    'answers' in first &&
    'answers' in second &&
    JSON.stringify(first.answers) === JSON.stringify(second.answers)
  );
}

/**
 * What stands in the form when it is shown again: of what was not touched what is known now, else what was typed.
 * @param isTold he reads what happened, and what he sends again counts.
 */
export function shownAgain(
  { questions, typed }: SentForm,
  lead: Lead,
  at: Now,
  isTold: boolean,
): URLSearchParams {
  const again = new URLSearchParams(typed);
  for (const field of fieldsOf(questions, { ...at, lead })) {
    const { name } = field;
    const seen = seenName(name);
    if (!field.corrects || !typed.has(seen)) continue;
    const touched = isTouched(field, typed);
    const known = initialOf(field);
    if (!touched && typed.has(name)) again.set(name, known);
    if (!touched || isTold) again.set(seen, known);
  }
  return again;
}

/** The newest of what changed each of these since, in the order in which it happened. */
export function whoWasFaster(
  overtaken: readonly Question[],
  { timeline }: Lead,
  since: Moment,
): readonly LeadEvent[] {
  const happened = timeline.filter(({ at, by }) => at >= since && by !== 'system');
  const told = overtaken.map(({ name }) => happened.findLast((event) => changes(event, name)));
  return happened.filter((event) => told.includes(event));
}
