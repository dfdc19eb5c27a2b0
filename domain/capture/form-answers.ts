/**
 * The envelopes of form senders, opened: whoever sent it, what comes out is a list of answers with the names and labels
 * they go by. What is known of senders stands in `sender-shapes.ts`; here it is applied, to listed and unlisted ones.
 */

import {
  decorations,
  inputKinds,
  joinedGroups,
  joiningParts,
  numberedWrappers,
  ownedNames,
  partKinds,
  partRoles,
  wholeWrappers,
  wrappers,
} from './answer-shapes.ts';
import { type ContractField, contractFields, type FieldRole, recogniseRole } from './field-names.ts';
import { type Answer, type Found, isReachable, roleOfNames } from './form-answer.ts';
import type { Field } from './form-fields.ts';
import { markMachinery } from './form-machinery.ts';
import { settleOrigin } from './form-origin.ts';
import { isUnanswered, type Pair, pairNames, readPair } from './form-pairs.ts';
import { dropRepeats } from './form-repeats.ts';
import { findSender, type Sender, squeeze } from './form-sender.ts';
import { findTitles, isDefinition, type Titles } from './form-titles.ts';
import { type Branch, growTree, isPlainText, isPosition, unpackFields } from './form-tree.ts';
import {
  defaultNames,
  formGroupKeys,
  formGroups,
  machineGroups,
  mailLists,
  meantNames,
} from './machinery-shapes.ts';
import { numberOfSender } from './messenger-numbers.ts';
import { withCountry } from './named-country.ts';
import { findWayMarks, markOfWay, type WayMark } from './ranked-ways.ts';
import { labelsKept, remembered } from './remembered.ts';
import { markStaff } from './staff.ts';
import { readRow } from './table-row.ts';

interface Place {
  readonly path: readonly string[];
  /** Within a group about the form and its sender. */
  readonly isMachine: boolean;
  /** What is said there of a way to reach somebody. */
  readonly way?: WayMark | undefined;
}

interface Context {
  readonly titles: Titles;
  readonly ways: ReadonlyMap<string, WayMark>;
  readonly sender: Sender | undefined;
  /** Nobody was to be found outside of the groups of machinery: then he is in them. */
  readonly isAllAnswers: boolean;
}

/** @param fields Merged: each path once. @returns machinery among them, marked so. */
export function readAnswers(fields: readonly Field[]): readonly Answer[] {
  const plain = readPlainForm(fields);
  if (plain) return plain;
  const tree = growTree(unpackFields(fields));
  const sender = findSender(tree);
  const titles = findTitles(tree);
  const ways = findWayMarks(tree);
  const read = (isAllAnswers: boolean) => {
    const found = openGroup(tree, { path: [], isMachine: false }, { titles, ways, sender, isAllAnswers });
    return markStaff(markMachinery(found, sender));
  };
  const strict = read(false);
  const found = strict.some(isReachable) ? strict : readRow(read(true));
  return settleOrigin(dropRepeats(found), sender).map(withoutPlace);
}

/** They say where a request came from, or steer the door: that is settled among all answers. */
const settledTogether: readonly ContractField[] = [
  'source',
  'consent',
  'submissionId',
  'page',
  'referrer',
  'website',
  'redirect',
];
const plainNames: ReadonlySet<string | undefined> = new Set(
  contractFields.filter((name) => !settledTogether.includes(name)),
);

/**
 * Most integrators send the names of the contract: no envelope is to be opened, and no sender to be recognised.
 * @returns the same as else, or `undefined`: more must be looked at.
 */
function readPlainForm(fields: readonly Field[]): readonly Answer[] | undefined {
  if (!fields.every((field) => plainNames.has(field.path[0]) && isPlainText(field))) return undefined;
  const isAnyReachable = fields.some(({ path: [name] }) => name === 'email' || name === 'phone');
  if (!isAnyReachable) return undefined;
  return fields.map(({ path: [name = ''], value }) => ({
    ...answerNamed(name),
    value: shownValue(value, recogniseRole(name)),
  }));
}

const answerNamed = remembered((name) => {
  const place = { path: [name], isMachine: false };
  const context = { titles: new Map(), ways: new Map(), sender: undefined, isAllAnswers: false };
  return withoutPlace(bare(place, '', context));
}, labelsKept);

const withoutPlace = ({ path: _path, group: _group, role: _role, ...answer }: Found): Answer => answer;

/** What stands below a name of a form is one answer, or several, or a group of them. */
function openGroup(branch: Branch, place: Place, context: Context): Found[] {
  const items = [...branch.children];
  const isAmongPairs = items.length > 1 && items.every(([key]) => isPosition(key));
  const pairs = items.map(([key, item]) => readPair(key, item, context.titles, isAmongPairs));
  const hasPairs = pairs.some((pair) => pair !== undefined);
  const texts = new Map(items.flatMap(([key, { value }]) => (value === undefined ? [] : [[key, value]])));
  const flat = pairNames(texts);
  const answered = new Set(flat.values());
  const own: Found[] = [];
  const below: Found[] = [];
  const inOrder = items.flatMap(([key, item], at) => {
    const pair = pairs[at];
    const inner = { ...place, path: [...place.path, key] };
    if (pair) return keep(below, openPair(pair, inner, context));
    if ((hasPairs && isUnanswered(item)) || answered.has(key)) return [];
    const answer = texts.get(flat.get(key) ?? '');
    if (item.value !== undefined && answer !== undefined) {
      return openPair({ label: item.value, names: [item.value], kind: undefined, answer }, inner, context);
    }
    const text = item.value === undefined ? [] : keep(own, [bare(inner, item.value, context)]);
    return [...text, ...(item.children.size > 0 ? keep(below, openBranch(key, item, inner, context)) : [])];
  });
  const isEnvelope = own.length > 0 && below.some((one) => !one.machinery);
  return isEnvelope ? withoutFormName(inOrder, own, below, isWhole(items, context)) : inOrder;
}

function keep(list: Found[], found: readonly Found[]): readonly Found[] {
  list.push(...found);
  return found;
}

/** Does one of the groups hold all answers, by its name or because it lists them? */
function isWhole(items: readonly (readonly [string, Branch])[], { titles }: Context): boolean {
  return items.some(
    ([name, group]) =>
      (wholeWrappers.has(squeeze(name)) && group.children.size > 0) ||
      [...group.children].some(([key, item]) => readPair(key, item, titles, false)),
  );
}

const names = (found: readonly Found[], roles: readonly string[]): boolean =>
  found.some((one) => !one.machinery && roles.includes(one.role ?? ''));

/**
 * `name` beside a group with a way to reach somebody is what the form is called, if the group holds all answers or names
 * the person, or if more about the form stands there; beside an address of his own it is a person's. A text beside them that calls itself the message is none, if the group holds one.
 */
function withoutFormName(
  all: readonly Found[],
  own: readonly Found[],
  below: readonly Found[],
  isWhole: boolean,
): Found[] {
  const isFormName =
    below.some(isReachable) &&
    !own.some(isReachable) &&
    (isWhole ||
      names(below, ['name', 'firstName', 'lastName']) ||
      markMachinery(own, undefined).some(({ machinery }) => machinery));
  const hasMessage = names(below, ['message']);
  return all.map((one) => {
    if (!own.includes(one)) return one;
    if (isFormName && squeeze(one.names[0] ?? '') === 'name') return { ...one, machinery: true };
    return hasMessage && names([one], ['message', 'subject']) ? { ...one, names: [], role: undefined } : one;
  });
}

function openBranch(key: string, branch: Branch, place: Place, context: Context): Found[] {
  if (isDefinition(place.path)) return [];
  const joined = joinGroup(branch);
  if (joined) return [bare(place, joined.value, context, joined.kind)];
  const name = squeeze(key);
  const isNamed = machineGroups.has(name) || context.sender?.machineGroups?.has(name) === true;
  const isMachine = place.isMachine || (isNamed && !context.isAllAnswers);
  const found = openGroup(branch, { ...place, isMachine }, context);
  return formGroups.has(name) && !context.isAllAnswers && isOfForm(branch, found)
    ? found.map((one) => ({ ...one, machinery: true }))
    : found;
}

/** Does it say how the form is called, and nothing that a person answered? */
function isOfForm({ children }: Branch, found: readonly Found[]): boolean {
  const isNamed = [...children.keys()].some((key) => formGroupKeys.has(squeeze(key)));
  return isNamed && found.every((one) => ofForms.has(one.role) && !isReachable(one));
}

/** What forms have as well as people. */
const ofForms: ReadonlySet<FieldRole | undefined> = new Set([
  undefined,
  'name',
  'kind',
  'subject',
  'title',
  'page',
  'language',
  'submissionId',
  'ignored',
]);

/** A telephone number or a date that came in parts. */
function joinGroup({ children }: Branch): { readonly value: string; readonly kind: string } | undefined {
  const parts = new Map([...children].map(([key, { value }]) => [squeeze(key), value]));
  if (children.size === 0 || [...parts.values()].includes(undefined)) return undefined;
  const names = [...parts.keys()];
  if (!names.some((name) => joiningParts.has(name))) return undefined;
  const group = joinedGroups.find((one) => {
    const known = [...one.whole, ...one.parts, ...one.beside];
    return names.every((name) => known.includes(name));
  });
  if (!group) return undefined;
  const whole = group.whole.map((name) => parts.get(name)).find(Boolean);
  const [first = '', ...others] = group.parts.flatMap((name) => parts.get(name) ?? []);
  const abroad =
    group.kind === 'phone' && others.length > 0 ? withCountry(first, others.join(group.by)) : undefined;
  const value = whole ?? abroad ?? [first, ...others].join(group.by);
  return { value, kind: group.kind };
}

function openPair({ label, names, kind, answer }: Pair, place: Place, context: Context): Found[] {
  const path = label === undefined ? place.path : [...place.path.slice(0, -1), label];
  const above = place.path.findLast((part, at) => at < place.path.length - 1 && !isPosition(part)) ?? '';
  const role = recogniseRole(above);
  // `phone: [{label: 'work', value: …}]`: the label only says which of them.
  const owner = role === 'email' || role === 'phone' ? [above] : [];
  if (typeof answer !== 'string') {
    const joined = joinGroup(answer);
    const inner = { ...place, path: [...wrappersOnly(place.path), label ?? ''] };
    if (!joined) return openGroup(answer, inner, context);
    return openPair({ label, names, kind: joined.kind, answer: joined.value }, place, context);
  }
  return [
    found(
      {
        place: { ...place, path, way: markOfWay(place.path, context.ways) ?? markOfWay(path, context.ways) },
        names: [...owner, ...names],
        label: owner[0] ?? label ?? '',
        value: answer,
        kind,
      },
      context,
    ),
  ];
}

const wrappersOnly = (path: readonly string[]): string[] => path.slice(0, -1);

/** A field without a pair goes by its whole name, then by its last part: `names[first_name]`, `contact.email`. */
function bare(place: Place, value: string, context: Context, kind?: string): Found {
  const path = withoutWrappers(place.path).map(unnumbered);
  const last = path.at(-1) ?? '';
  const title = context.titles.get(last) ?? context.titles.get(path.join('.'));
  const spelled = path.join('.');
  const role = path.length > 1 ? partRoles.get(squeeze(last)) : undefined;
  const owned = ownedNames.get(squeeze(path.slice(-2).join('')));
  const known = [
    owned,
    title?.title,
    ...(path.length === 1 || !saysSomething(last) ? [] : [spelled]),
    last,
    role,
  ];
  return found(
    {
      place,
      names: known.filter((name) => name !== undefined && name !== ''),
      label: title?.title ?? spelled,
      value,
      kind: kind ?? title?.kind ?? (path.length > 1 ? partKinds.get(squeeze(last)) : undefined),
    },
    context,
  );
}

/** Jotform puts the number of the question before its name: `q3_name`. */
const unnumbered = (name: string): string => name.replace(/^q\d+_(?=.)/, '');

/** Parts of a path that say where a value stands, not what it is. */
const positions = /^(\d+|value|values|answer|text)$/;

const isWrapper = (part: string): boolean =>
  isPosition(part) || wrappers.has(squeeze(part)) || numberedWrappers.test(part);

function withoutWrappers(path: readonly string[]): readonly string[] {
  const first = path.findIndex((part) => !isWrapper(part));
  const inner = first < 0 ? path.slice(-1) : path.slice(first);
  const telling = inner.filter((part, at) => at === 0 || !positions.test(part));
  return telling.length > 0 ? telling : path;
}

/** As much of a name as is compared; longer ones are texts. */
const maxNameLength = 100;

interface Given {
  readonly place: Place;
  readonly names: readonly (string | undefined)[];
  readonly label: string;
  readonly value: string;
  readonly kind: string | undefined;
}

function found({ place, names, label, value, kind }: Given, { ways, sender, isAllAnswers }: Context): Found {
  const known = names
    .flatMap((name) => (name === undefined ? [] : withoutTags(name).slice(0, maxNameLength)))
    .filter(saysSomething);
  const meant = sender?.means?.get(squeeze(known.at(-1) ?? ''));
  const plain = known.flatMap((name) => undecorated(name));
  const input = kind === undefined ? undefined : inputKinds.get(squeeze(kind));
  const hint =
    input ??
    [...known, ...plain].map((name) => inputKinds.get(squeeze(name).replace(/\d+$/, ''))).find(Boolean);
  const isOutside =
    sender?.answersAt !== undefined && !isAllAnswers && !place.path.includes(sender.answersAt);
  const isReadable = sender?.choicesAreKeys === true;
  const text = isReadable && keyedChoice.test(value) ? value.replaceAll('_', ' ') : value;
  const number = numberOfSender(place.path, value);
  const asSent = meant ? [meant] : [...new Set([...(input?.sure ? [input.role] : []), ...known, ...plain])];
  const isListed = value.includes('@') && place.path.some((part) => mailLists.has(squeeze(part)));
  const called = isListed && roleOfNames(asSent) === undefined ? ['email', ...asSent] : asSent;
  // By the name of an id it would be the machinery's.
  const all = number === undefined ? called : ['phone'];
  const role = roleOfNames(all);
  const way = place.way ?? markOfWay(place.path, ways);
  return {
    names: all,
    role,
    label: withoutTags(isReadable ? label.replaceAll('_', ' ') : label).slice(0, maxNameLength),
    value: number ?? shownValue(text, role),
    path: place.path,
    group: place.path.slice(0, -1).join('.'),
    ...(way && { way }),
    ...(hint && !hint.sure && { hint: hint.role }),
    ...((place.isMachine || isOutside) && { machinery: true as const }),
  };
}

/** WPForms separates by bars what was ticked, weForms the parts of a name. */
const shownValue = (text: string, role: FieldRole | undefined): string =>
  role === 'name' ? text.replace(/ ?\|+ ?/g, ' ') : text.replace(/ ?\|\| ?/g, ', ');

/** Labels are written for pages: `<strong>Name</strong>`. */
const withoutTags = (text: string): string =>
  text
    .slice(0, maxNameLength * 3)
    .replace(/<\/?[a-z][^<>]{0,100}>/gi, ' ')
    .trim();

/** A choice by the key its text was made into. */
const keyedChoice = /^[\p{Ll}\d]+(?:_+[\p{Ll}\d]+)+[?!.]?(?:, [\p{Ll}\d_]+)*$/u;

/** Is it more than what a builder calls every field of its kind? */
const saysSomething = (name: string): boolean =>
  !defaultNames.test(name) || meantNames.has(name.toLowerCase());

/** The names that builders have put something around, without it: `et_pb_contact_name_0`. */
const undecorated = remembered((name) => peeled(name, 3), labelsKept);

function peeled(name: string, layers: number): readonly string[] {
  if (layers === 0 || name.length >= maxNameLength) return [];
  const inner = decorations.map((pattern) => pattern.exec(name)?.[1]).find(Boolean);
  return inner === undefined
    ? []
    : [inner, ...peeled(inner, layers - 1)].filter((one) => !defaultNames.test(one));
}
