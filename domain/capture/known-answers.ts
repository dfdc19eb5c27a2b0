/** The answers of a form by their roles, while they are moved between them. */
import type { FieldRole } from './field-names.ts';
import type { Answer } from './form-answer.ts';

export type KnownAnswers = Map<FieldRole, Answer[]>;

export const has = (known: KnownAnswers, ...roles: readonly FieldRole[]): boolean =>
  roles.some((role) => (known.get(role)?.length ?? 0) > 0);

export function put(known: KnownAnswers, role: FieldRole, ...answers: readonly Answer[]): void {
  if (answers.length > 0) known.set(role, [...(known.get(role) ?? []), ...answers]);
}

/** @returns what is no longer among the answers whose role nobody knows yet. */
export function takeOpen(open: Answer[], isTaken: (answer: Answer) => boolean): Answer[] {
  if (!open.some(isTaken)) return [];
  const taken = open.filter(isTaken);
  open.splice(0, open.length, ...open.filter((answer) => !taken.includes(answer)));
  return taken;
}

const none: readonly Answer[] = [];

/** @returns what is no longer in the role. */
export function takeOut(
  known: KnownAnswers,
  role: FieldRole,
  isTaken: (answer: Answer) => boolean,
): readonly Answer[] {
  const answers = known.get(role);
  if (!answers?.some(isTaken)) return none;
  const taken = answers.filter(isTaken);
  if (taken.length === answers.length) known.delete(role);
  else
    known.set(
      role,
      answers.filter((answer) => !taken.includes(answer)),
    );
  return taken;
}
