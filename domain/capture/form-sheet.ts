/** Sorts the answers of a form by what they mean. */
import { looksLikePhone, normaliseEmail } from './contact-data.ts';
import { contractFields, type FieldRole, guessRole, recogniseRole } from './field-names.ts';
import type { Answer } from './form-answer.ts';
import { readAnswers } from './form-answers.ts';
import { type Field, mergeFields } from './form-fields.ts';
import { readMessage } from './key-words.ts';

export interface Sheet {
  readonly known: ReadonlyMap<FieldRole, readonly Answer[]>;
  /** Parameters of a campaign (`utm_source`), by their names. */
  readonly utm: readonly Answer[];
  readonly unknown: readonly Answer[];
}

/** Is it named exactly as in the contract, outside of any envelope? */
export function isContractName({ names }: Answer, role: FieldRole): boolean {
  return names.length === 1 && names[0] === role;
}

/** Roles with consequences: a word that merely sounds like it must not agree to mails or make somebody a robot. */
const byContractNameOnly: readonly FieldRole[] = ['website', 'consent', 'redirect'];

function roleByName(answer: Answer): FieldRole | undefined {
  const role = answer.names.map(recogniseRole).find((known) => known !== undefined);
  if (role === undefined || !byContractNameOnly.includes(role)) return role;
  return isContractName(answer, role) ? role : undefined;
}

/** A longer label only hints at what the answer is; the value must look the part. */
function roleByLabel({ names, label, value }: Answer): FieldRole | undefined {
  const role = [...names, label].map(guessRole).find((hint) => hint !== undefined);
  switch (role) {
    case 'email':
      return normaliseEmail(value) ? role : undefined;
    case 'phone':
      return looksLikePhone(value) && value.length <= 40 ? role : undefined;
    case 'name':
      return /[\d@:]/.test(value) || value.length > 80 ? undefined : role;
    case 'postcode':
      return /^(?:[A-Z]{1,2}-)?\d{4,5}$/.test(value) ? role : undefined;
    default:
      return role;
  }
}

/** Fields that builders number, or give names no person has seen: an id of theirs. */
const nameless =
  /^(?:$|\d+(?:[._]\d+)*$|(?:no label|field|input|text|question|entry|column|spalte|answer|custom)[ ._-]?\w*$|[a-z]{0,3}(?=[a-f\d]*\d)[a-f\d]{6,}$|00N\w{12,15}$)/i;
/** A number and nothing else, and no date. */
const barePhone = /^(?!\d{1,2}\.\d{1,2}\.)[+0][\d\s()/.-]{5,24}$/;
/** Four words and more. */
const sentence = /\p{L}{2,}(?:[\s,.]+[\p{L}\d]{2,}){3}/u;
const severalWords = /\p{L}{2,}[\s,.]+\p{L}/u;
/** Two to four words that begin like names: no sentence, no heading with a verb. */
const fullName =
  /^(?:\p{Lu}[\p{L}.'’-]*|von|van|de|der|zu|di|da|del|la|le)(?: (?:\p{Lu}[\p{L}.'’-]*\d*|von|van|de|der|zu|di|da|del|la|le)){1,3}$/u;
const longestName = 60;

/** What nobody named is sorted by its look: numbers and addresses first, a short name, then the longest text. */
function roleByLook(answer: Answer): FieldRole | undefined {
  const { value } = answer;
  if (normaliseEmail(value)) return 'email';
  if (!isNameless(answer)) return undefined;
  if (barePhone.test(value)) return 'phone';
  if (/^\d{4,5}$/.test(value)) return 'postcode';
  if (isFullName(value)) return 'name';
  return undefined;
}

/** Where nothing is called the message, the longest text is it: a sentence, or several words without a name. */
function findMessage(all: readonly Answer[]): Answer | undefined {
  const texts = all.filter(
    (one) => sentence.test(one.value) || (isNameless(one) && severalWords.test(one.value)),
  );
  return texts.reduce<Answer | undefined>(
    (longest, one) => (longest && longest.value.length >= one.value.length ? longest : one),
    undefined,
  );
}

const isNameless = ({ names }: Answer): boolean => nameless.test(names[0] ?? '');

function isFullName(text: string): boolean {
  if (text.length > longestName || !fullName.test(text)) return false;
  const said = readMessage(text);
  return said.kind === undefined && said.urgency === undefined;
}

/** What is planned is the message where so much room was given for it and no other field has one. */
function moveText(known: Map<FieldRole, Answer[]>): void {
  const planned = known.get('installation') ?? [];
  const text = known.has('message') ? undefined : planned.find(({ hint }) => hint === 'message');
  if (!text) return;
  known.set('message', [text]);
  const others = planned.filter((one) => one !== text);
  if (others.length > 0) known.set('installation', others);
  else known.delete('installation');
}

const utmName = /^utm_\w{1,40}$/i;

/**
 * What the fields of a form mean: by their names (the contract's own before all others), else by what a label hints at,
 * else by the look of the value. Hints and looks only fill what no name has given.
 */
export function readSheet(fields: readonly Field[]): Sheet {
  const answers = readAnswers(mergeFields(fields));
  const isUtm = ({ names, machinery }: Answer) => !machinery && utmName.test(names[0] ?? '');
  const own = (answer: Answer) => contractFields.some((field) => isContractName(answer, field));
  const asked = answers.filter((answer) => !answer.machinery && !isUtm(answer));

  const known = new Map<FieldRole, Answer[]>();
  const file = (candidates: readonly Answer[], roleFor: (answer: Answer) => FieldRole | undefined) =>
    candidates.filter((answer) => {
      const role = roleFor(answer);
      if (role !== undefined) known.set(role, [...(known.get(role) ?? []), answer]);
      return role === undefined;
    });
  const ifMissing = (role: FieldRole | undefined) => (role && known.has(role) ? undefined : role);

  const unnamed = file([...asked.filter(own), ...asked.filter((answer) => !own(answer))], roleByName);
  const unsaid = file(unnamed, ({ hint }) => ifMissing(hint));
  moveText(known);
  const unhinted = file(unsaid, (answer) => ifMissing(roleByLabel(answer)));
  const unseen = file(unhinted, (answer) => ifMissing(roleByLook(answer)));
  const message = known.has('message') ? undefined : findMessage(unseen);
  const unknown = file(unseen, (answer) => (answer === message ? 'message' : undefined));
  return { known, utm: answers.filter(isUtm), unknown };
}
