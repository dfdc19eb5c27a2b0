/** Lists of several people in one body: each is a lead of his own. A body has at most `maxFields` fields, and so some hundreds. */

import { wrappers } from './answer-shapes.ts';
import { type FieldRole, recogniseRole } from './field-names.ts';
import { isReachable, roleOfNames } from './form-answer.ts';
import { readAnswers } from './form-answers.ts';
import { type Field, mergeFields } from './form-fields.ts';
import { readPair } from './form-pairs.ts';
import { squeeze } from './form-sender.ts';
import { type Branch, growTree, isPlainText, isPosition, unpackFields } from './form-tree.ts';
import { splitWriters } from './messenger-people.ts';
import { isOfStaff, isStaffGroup } from './staff.ts';

/** Wrappers around a list. */
const deepestList = 4;

/**
 * The fields of each person in a body, in the order they were sent, with what stands beside the list (page, campaign)
 * for each. Most bodies are about one: then all fields are his, untouched.
 */
export function splitPeople(fields: readonly Field[]): readonly (readonly Field[])[] {
  if (fields.every(isPlainText)) return [fields];
  const unpacked = unpackFields(mergeFields(fields));
  const writers = splitWriters(unpacked);
  if (writers) return writers;
  const tree = growTree(unpacked);
  const lists = listsIn(tree, []).filter((list) => !isListOfPairs(tree, list));
  for (const list of lists) {
    const people = peopleIn(unpacked, list);
    if (people) return people;
  }
  return peopleInAll(unpacked, lists) ?? peopleInShortLists(unpacked, tree) ?? [fields];
}

/** Two lists beside each other, as new ones and changed ones: none of them is what stands beside the other. */
function peopleInAll(
  unpacked: readonly Field[],
  lists: readonly (readonly string[])[],
): readonly (readonly Field[])[] | undefined {
  if (lists.length < 2) return undefined;
  const isIn = ({ path }: Field, list: readonly string[]) => startsWith(path, list);
  const found = lists.map((list) =>
    peopleIn(
      unpacked.filter((field) => isIn(field, list) || !lists.some((one) => isIn(field, one))),
      list,
    ),
  );
  return found.every((people) => people !== undefined) ? found.flat() : undefined;
}

/** @returns `undefined`: what is listed is no people. */
function peopleIn(
  unpacked: readonly Field[],
  list: readonly string[],
): readonly (readonly Field[])[] | undefined {
  const beside = unpacked.filter(({ path }) => !startsWith(path, list) && !isOneOnly(path));
  const within = unpacked.filter(({ path }) => startsWith(path, list));
  const people = Map.groupBy(within, ({ path }) => path[list.length]);
  const separate = [...people.values()]
    .map((person) => person.map(({ path, value }) => ({ path: path.slice(list.length + 1), value })))
    .filter((person) => !isOfStaff(person));
  if (!areSeveral(separate, beside, list.length === 0)) return undefined;
  return separate.map((person) => [...person, ...beside]);
}

/** Questions with their answers are rows of one form, whatever they ask for. */
function isListOfPairs(tree: Branch, path: readonly string[]): boolean {
  const list = path.reduce<Branch | undefined>((at, part) => at?.children.get(part), tree);
  return [...(list?.children ?? [])].some(
    ([key, item]) => readPair(key, item, new Map(), true) !== undefined,
  );
}

/** `{"new": [{…}], "changed": [{…}]}`: lists of one each, of whom each can be reached and says what he wants. */
function peopleInShortLists(
  unpacked: readonly Field[],
  tree: Branch,
): readonly (readonly Field[])[] | undefined {
  const items = shortListsIn(tree, []).flatMap((list) => itemsOf(tree, list));
  const isIn = ({ path }: Field, item: readonly string[]) => startsWith(path, item);
  const beside = unpacked.filter(
    (field) => !items.some((item) => isIn(field, item)) && !isOneOnly(field.path),
  );
  const people = items
    .map((item) =>
      unpacked
        .filter((field) => isIn(field, item))
        .map(({ path, value }) => ({ path: path.slice(item.length), value })),
    )
    .filter((person) => !isOfStaff(person));
  const says = (person: readonly Field[]) => answersIn(person).some(({ role }) => role === 'message');
  if (!people.every(says) || !areSeveral(people, beside, false)) return undefined;
  return people.map((person) => [...person, ...beside]);
}

/** The paths of all lists beside each other, however short. */
function shortListsIn(branch: Branch, path: readonly string[]): readonly (readonly string[])[] {
  const groups = [...branch.children].filter(([, child]) => child.children.size > 0);
  if (groups.length > 0 && groups.every(([key]) => isPosition(key))) return [path];
  return path.length >= deepestList
    ? []
    : groups.flatMap(([key, child]) => shortListsIn(child, [...path, key]));
}

const itemsOf = (tree: Branch, list: readonly string[]): readonly (readonly string[])[] => {
  const branch = list.reduce<Branch | undefined>((at, part) => at?.children.get(part), tree);
  return [...(branch?.children.keys() ?? [])].map((key) => [...list, key]);
};

const startsWith = (path: readonly string[], start: readonly string[]): boolean =>
  start.every((part, at) => path[at] === part);

/** An id of the whole body is no id of one of them. */
const isOneOnly = (path: readonly string[]): boolean =>
  /^(?:id|.*(?:submission|entry|event|lead|response)id)$/.test(squeeze(path.at(-1) ?? ''));

/** `{"c_81": {…}, "c_93": {…}}`: a list whose positions are ids, each with the same questions. */
function areNumbered(groups: readonly (readonly [string, Branch])[]): boolean {
  const [first, ...others] = groups.map(([, child]) => new Set(questionsIn(child)));
  if (!first || others.length === 0) return false;
  const common = [...first].filter((name) => others.every((names) => names.has(name)));
  // Whoever says himself what he wants is no second contact of somebody else.
  const say = common.some((name) => recogniseRole(name) === 'message');
  return common.length > 1 && groups.every(([key]) => isId(key) || (say && /\d/.test(key)));
}

/** What stands in an item, or in the one group in it. */
function questionsIn({ children }: Branch): readonly string[] {
  const [only, ...more] = [...children.values()];
  return only && more.length === 0 && only.children.size > 0
    ? [...only.children.keys()]
    : [...children.keys()];
}

/** No word that people call a part of a form: `billing`, `contact2`. */
const isId = (key: string): boolean =>
  (/\d|@/.test(key) || /^[\w-]{16,}$/.test(key)) && !/^[a-z]{4,}[ _-]?\d$/i.test(key);

/** The paths of the lists that may hold people, the likeliest first: those in what senders wrap around everything. */
function listsIn(branch: Branch, path: readonly string[]): readonly (readonly string[])[] {
  const groups = [...branch.children].filter(([, child]) => child.children.size > 0);
  const isOfGroups =
    groups.length === branch.children.size &&
    (groups.every(([key]) => isPosition(key)) || areNumbered(groups));
  if (isOfGroups && groups.length > 1) return [path];
  if (path.length >= deepestList) return [];
  const isWrapper = (key: string) => isOfGroups || wrappers.has(squeeze(key)) || groups.length === 1;
  const inOrder = [
    ...groups.filter(([key]) => isWrapper(key)),
    ...groups.filter(([key]) => !isWrapper(key) && !isStaffGroup(key)),
  ];
  return inOrder.flatMap(([key, child]) => listsIn(child, [...path, key]));
}

/**
 * People of a list are several if at least two can be reached in different ways, and each says something else too: the mail
 * addresses of one contact are a list as well, and so are the questions of a form. Somebody of another name who says what he
 * wants and left no way to reach him is a person of his own as well: nobody's number is given to another. Who stands there
 * twice is found to be the same when he is stored.
 */
function areSeveral(
  people: readonly (readonly Field[])[],
  beside: readonly Field[],
  isWhole: boolean,
): boolean {
  if (people.length < 2 || answersIn(mergeFields(beside)).some(isReachable)) return false;
  const ways = new Set<string>();
  const reached = new Set<string>();
  const unreached = new Set<string>();
  for (const fields of people) {
    const answers = answersIn(fields);
    const way = answers.find(isReachable);
    const said = answers.filter((one) => !isReachable(one) && telling.has(one.role)).length;
    // A row of a form says one thing.
    const isPerson = way ? said > 0 || isWhole || isRow(fields) : said > 1;
    if (!isPerson) return false;
    if (way) ways.add(way.value.toLowerCase());
    const name = nameIn(answers);
    if (way) reached.add(name);
    else if (answers.some(({ role }) => role === 'message')) unreached.add(name);
  }
  return ways.size > 1 || (ways.size === 1 && areOthers(unreached, reached));
}

/** Cells of a table without a heading. */
const isRow = (fields: readonly Field[]): boolean =>
  fields.length > 1 && fields.every(({ path }) => path.length === 1 && isPosition(path[0] ?? ''));

/** A way without a name is the next page of a form about whoever stands on the page before. */
const areOthers = (unreached: ReadonlySet<string>, reached: ReadonlySet<string>): boolean =>
  !reached.has('') && [...unreached].some((name) => name !== '' && !reached.has(name));

const nameIn = (answers: ReturnType<typeof answersIn>): string =>
  answers
    .filter(({ role, machinery }) => !machinery && namesOfPeople.has(role))
    .map(({ value }) => squeeze(value))
    .join('');

const namesOfPeople: ReadonlySet<FieldRole | undefined> = new Set(['name', 'firstName', 'lastName']);

const answersIn = (fields: readonly Field[]) =>
  readAnswers(fields).map((answer) => ({ ...answer, role: roleOfNames(answer.names) }));

const telling: ReadonlySet<FieldRole | undefined> = new Set([
  'name',
  'firstName',
  'lastName',
  'company',
  'message',
  'address',
  'postcode',
  'city',
]);
