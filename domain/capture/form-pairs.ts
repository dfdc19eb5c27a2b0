/** A question with its answer, whatever a sender calls the two: `{label, value}`, `{column_id, string_value}`, Typeform's. */

import {
  answerKeys,
  answerWrappers,
  groupFurniture,
  groupTexts,
  kindKeys,
  optionIds,
  optionKeys,
  optionTexts,
  pairFurniture,
  questionKeys,
  weakAnswerKeys,
} from './answer-shapes.ts';
import { recogniseRole } from './field-names.ts';
import { squeeze } from './form-sender.ts';
import type { Titles } from './form-titles.ts';
import { type Branch, isPosition } from './form-tree.ts';
import { pairedNames } from './machinery-shapes.ts';

export interface Pair {
  /** Where people read it; `undefined`: nothing but a number. */
  readonly label: string | undefined;
  /** What else the question goes by, without numbers and ids. */
  readonly names: readonly string[];
  readonly kind: string | undefined;
  /** A text, or a group that is none: a name or an address in parts. */
  readonly answer: string | Branch;
}

const textAt = (branch: Branch, key: string): string | undefined => branch.children.get(key)?.value;
const firstAt = <Key extends string>(branch: Branch, keys: readonly Key[]): Key | undefined =>
  keys.find((key) => branch.children.has(key));
const present = (texts: readonly (string | undefined)[]): string[] => [
  ...new Set(texts.filter((text): text is string => text !== undefined && text !== '')),
];

/**
 * @param key The name of the item in its group, or its position.
 * @param amongPairs It stands in a list of its kind: then it may have more about it than is known of pairs.
 * @returns `undefined`: it is something else.
 */
export function readPair(key: string, item: Branch, titles: Titles, amongPairs: boolean): Pair | undefined {
  const plain = uncapitalised(item);
  return readTyped(plain, titles) ?? readPlain(key, plain, titles, amongPairs);
}

/** `{Name, Value}` and `{ID, Value}`, as other programming languages write them. */
function uncapitalised(item: Branch): Branch {
  const entries = [...item.children];
  if (!entries.every(([key]) => /^[A-Z]/.test(key))) return item;
  const plain = (key: string) =>
    key === key.toUpperCase() ? key.toLowerCase() : `${key.charAt(0).toLowerCase()}${key.slice(1)}`;
  return { ...item, children: new Map(entries.map(([key, child]) => [plain(key), child])) };
}

/** `{type: 'email', email: …, field: {id, ref}}`. */
function readTyped(item: Branch, titles: Titles): Pair | undefined {
  const field = item.children.get('field');
  const type = textAt(item, 'type');
  if (!field || field.children.size === 0 || type === undefined) return undefined;
  const answer =
    item.children.get(type) ?? [...item.children].find(([key]) => key !== 'type' && key !== 'field')?.[1];
  if (!answer) return undefined;
  const ids = [textAt(field, 'id'), textAt(field, 'ref')];
  const known = ids.map((id) => titles.get(id ?? '')).find(Boolean);
  const label = known?.title ?? textAt(field, 'title');
  return {
    label,
    names: present([label, textAt(field, 'ref')]),
    kind: sureKinds.has(type) ? type : (textAt(field, 'type') ?? known?.kind ?? type),
    answer: answerOf(answer, new Map()),
  };
}

/** Typeform says twice what it is; these kinds of values say more than the kind of the question. */
const sureKinds: ReadonlySet<string> = new Set(['email', 'phone_number']);

function readPlain(key: string, item: Branch, titles: Titles, amongPairs: boolean): Pair | undefined {
  const answerKey = firstAt(item, amongPairs ? [...answerKeys, ...weakAnswerKeys] : answerKeys);
  const answer = answerKey === undefined ? undefined : item.children.get(answerKey);
  const questions = questionKeys.filter((name) => name !== answerKey && textAt(item, name) !== undefined);
  const isNamed = questions.length > 0 || !isPosition(key);
  if (!answer || !isNamed || !others(item).every((name) => isBeside(name, amongPairs))) return undefined;
  const known = [isPosition(key) ? '' : key, ...questions.map((name) => textAt(item, name) ?? '')]
    .map((id) => titles.get(id))
    .find(Boolean);
  const spoken = questions.filter((name) => !idKeys.has(name)).map((name) => textAt(item, name));
  const label = known?.title ?? spoken[0] ?? (isPosition(key) ? undefined : key);
  return {
    label,
    names: present([label, ...spoken, isPosition(key) ? undefined : key]),
    kind: kindKeys.map((name) => textAt(item, name)).find(Boolean) ?? known?.kind,
    answer: answerOf(answer, optionsOf(item)),
  };
}

/**
 * Questions and answers that stand flat beside each other: `Custom Question 1` and `Custom Answer 1`.
 * @returns by the name of the question the name of its answer.
 */
export function pairNames(texts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const byPlainName = new Map([...texts.keys()].map((key) => [key.toLowerCase(), key]));
  const pairs = new Map<string, string>();
  for (const key of texts.keys()) {
    for (const [question, answer] of pairedNames) {
      const other = question.test(key)
        ? byPlainName.get(key.replace(question, answer).toLowerCase())
        : undefined;
      if (other !== undefined && other !== key && !pairs.has(key)) pairs.set(key, other);
    }
  }
  return pairs;
}

const idKeys: ReadonlySet<string> = new Set(['id', 'questionId', 'question_id']);

const others = (item: Branch): string[] => [...item.children.keys()].map(squeeze);

/** Beside a question and its answer there is nothing that a person answers. */
function isBeside(name: string, amongPairs: boolean): boolean {
  return pairFurniture.has(name) || (amongPairs && recogniseRole(name) === undefined);
}

/** A question that nobody answered. */
export const isUnanswered = (item: Branch): boolean =>
  questionKeys.some((name) => uncapitalised(item).children.has(name)) &&
  others(item).every((name) => pairFurniture.has(name));

/** What was chosen by its id, as it was read. */
function optionsOf(item: Branch): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const list of optionKeys) {
    for (const option of item.children.get(list)?.children.values() ?? []) {
      const text = optionTexts.map((key) => textAt(option, key)).find(Boolean);
      for (const id of present(optionIds.map((key) => textAt(option, key)))) {
        if (text !== undefined && !texts.has(id)) texts.set(id, text);
      }
    }
  }
  return texts;
}

type Options = ReadonlyMap<string, string>;

function answerOf(answer: Branch, options: Options): string | Branch {
  const [[key, inner] = ['', undefined], ...others] = [...answer.children];
  if (inner && others.length === 0 && answerWrappers.has(squeeze(key))) return answerOf(inner, options);
  return isText(answer, options) ? spell(answer, options) : answer;
}

const isChoice = ({ children }: Branch): boolean =>
  [...children.keys()].every((key) => groupFurniture.has(squeeze(key)));

/** A text, choices, files, or rows of a matrix by their ids. */
function isText(branch: Branch, options: Options): boolean {
  if (branch.children.size === 0) return true;
  const items = [...branch.children];
  if (items.every(([key]) => options.has(key))) return true;
  if (items.every(([key]) => isPosition(key))) return items.every(([, child]) => isText(child, options));
  return isChoice(branch);
}

function spell(branch: Branch, options: Options): string {
  if (branch.value !== undefined) return chosen(branch.value, options);
  const items = [...branch.children];
  if (items.some(([key]) => options.has(key))) {
    return items.map(([key, child]) => `${options.get(key) ?? key}: ${spell(child, options)}`).join(', ');
  }
  if (items.every(([key]) => isPosition(key))) {
    return present(items.map(([, child]) => spell(child, options))).join(', ');
  }
  const text = firstAt(branch, groupTexts);
  const told = text && branch.children.get(text);
  return present([told && spell(told, options), writtenBeside(branch)]).join(', ');
}

/** What was written where none of the choices fits, beside those that were ticked; of other programs only that it was. */
function writtenBeside(branch: Branch): string | undefined {
  const other = textAt(branch, 'other');
  return other === 'true' || other === 'false' ? undefined : other;
}

function chosen(value: string, options: Options): string {
  if (options.size === 0) return value;
  return (
    options.get(value) ??
    value
      .split(', ')
      .map((id) => options.get(id) ?? id)
      .join(', ')
  );
}
