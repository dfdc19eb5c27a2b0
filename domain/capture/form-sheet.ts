/** Sorts the answers of a form by what they mean. */
import { choices } from './field-choices.ts';
import { contractFields, type FieldRole, recogniseRole } from './field-names.ts';
import type { Answer } from './form-answer.ts';
import { readAnswers } from './form-answers.ts';
import { type Field, mergeFields } from './form-fields.ts';
import { type KnownAnswers, put, takeOut } from './known-answers.ts';
import { isLeftOut } from './mail-repair.ts';
import { byRank } from './ranked-ways.ts';

export interface Sheet {
  readonly known: ReadonlyMap<FieldRole, readonly Answer[]>;
  /** Parameters of a campaign (`utm_source`), by their names. */
  readonly utm: readonly Answer[];
  readonly unknown: readonly Answer[];
  /** Of the form and its sender: tells where a request came from, and is no part of it. */
  readonly machinery: readonly Answer[];
}

/** Is it named exactly as in the contract, outside of any envelope? */
function isContractName({ names }: Answer, role: FieldRole): boolean {
  return names.length === 1 && names[0] === role;
}

const contractNames: ReadonlySet<string | undefined> = new Set(contractFields);
const isOfContract = ({ names }: Answer): boolean => names.length === 1 && contractNames.has(names[0]);

/** Roles with consequences: a word that merely sounds like it must not agree to mails or make somebody a robot. */
const byContractNameOnly: readonly FieldRole[] = ['website', 'consent', 'redirect'];

function roleByName(answer: Answer): FieldRole | undefined {
  const role = answer.names.map(recogniseRole).find((known) => known !== undefined);
  if (role === undefined || !byContractNameOnly.includes(role)) return role;
  return isContractName(answer, role) ? role : undefined;
}

/** Four words and more. */
const sentence = /\p{L}{2,}(?:[\s,.]+[\p{L}\d]{2,}){3}/u;

/** What is planned is the message where it is a sentence, or has room for some, and no other field is for the message. */
function moveText(known: KnownAnswers): void {
  const planned = known.get('installation') ?? [];
  const text = known.has('message')
    ? undefined
    : planned.find(
        (one) => one.hint === 'message' || (sentence.test(one.value) && !isContractName(one, 'installation')),
      );
  if (!text) return;
  known.set('message', [text]);
  takeOut(known, 'installation', (one) => one === text);
}

/** "Was soll gemacht werden?" asks for a kind of ours, or for whatever somebody wants. */
function moveAnswered(known: KnownAnswers): void {
  if (known.has('message')) return;
  const text = known
    .get('kind')
    ?.find(
      ({ label, value }) =>
        question.test(label) && (sentence.test(value) || choices.kind(value) === undefined),
    );
  if (!text) return;
  known.set('message', [text]);
  takeOut(known, 'kind', (one) => one === text);
}
const question = /^\s*(?:was|wobei|womit|worum|what|que|quels?|che|cosa)\b/i;

/** "Name - Vorname", "Nom (Prénom)": what stands behind the word says which part it is. */
const nameBefore = /^\W*(?:(?:ihr|dein|your|votre|il suo) )?(?:name|nom|nome|naam)\b[^a-z]*(?=.)/i;

/** Two fields for the parts of one name, each called after the whole: where both are there, each is a part. */
function splitNames(known: KnownAnswers, unknown: Answer[]): void {
  const candidates = [...(known.get('name') ?? []), ...unknown];
  const parts = (['firstName', 'lastName'] as const).flatMap((role) => {
    const answer = candidates.find(({ label }) => partNamed(label) === role);
    return answer ? [{ role, answer }] : [];
  });
  const hasAll = (['firstName', 'lastName'] as const).every(
    (role) => known.has(role) || parts.some((part) => part.role === role),
  );
  if (!hasAll) return;
  for (const { role, answer } of parts) {
    put(known, role, answer);
    for (const list of [known.get('name') ?? [], unknown]) {
      const at = list.indexOf(answer);
      if (at >= 0) list.splice(at, 1);
    }
  }
}

const partNamed = (label: string): FieldRole | undefined =>
  nameBefore.test(label) ? recogniseRole(label.replace(nameBefore, '').replace(/\W+$/, '')) : undefined;

/** Of these somebody may have several. */
const ranked = ['email', 'phone', 'address', 'houseNumber', 'place', 'postcode', 'city'] as const;

const utmName = /^utm_\w{1,40}$/i;

/**
 * What the fields of a form mean by their names, the contract's own before all others; then by their kind of input, where
 * no name says it. The rest is unknown.
 */
export function readSheet(fields: readonly Field[]): Sheet {
  const answers = readAnswers(mergeFields(fields));
  const isUtm = ({ names, machinery }: Answer) => !machinery && utmName.test(names[0] ?? '');
  const asked = answers.filter((answer) => !answer.machinery && !isUtm(answer));

  const known = new Map<FieldRole, Answer[]>();
  const file = (candidates: readonly Answer[], roleFor: (answer: Answer) => FieldRole | undefined) =>
    candidates.filter((answer) => {
      const role = roleFor(answer);
      if (role !== undefined) put(known, role, answer);
      return role === undefined;
    });
  const unnamed = file(
    [...asked.filter(isOfContract), ...asked.filter((answer) => !isOfContract(answer))],
    roleByName,
  );
  const unknown = file(unnamed, ({ hint }) =>
    // Of several texts each is what somebody wants; of several names one is enough.
    hint && hint !== 'message' && known.has(hint) ? undefined : hint,
  );
  for (const role of ranked) known.set(role, byRank(known.get(role) ?? []));
  for (const role of ranked) if (known.get(role)?.length === 0) known.delete(role);
  moveText(known);
  moveAnswered(known);
  splitNames(known, unknown);
  return {
    known,
    utm: answers.filter((answer) => isUtm(answer) && !isLeftOut(answer.value)),
    unknown: byRank(unknown),
    machinery: answers.filter((answer) => answer.machinery),
  };
}
