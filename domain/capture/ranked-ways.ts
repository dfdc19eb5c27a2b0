/**
 * Of several numbers and addresses of one person senders say which is which: the main one, a fax, one for invoices, one where
 * mails come back. Called is the one that rings at him.
 */

import { squeeze } from './form-sender.ts';
import type { Branch } from './form-tree.ts';
import { plainWords } from './plain-words.ts';

export interface WayMark {
  /** The least is tried first; default: `unmarked`. */
  readonly rank: number;
  /** Nobody is reached there: it is tried only if there is nothing else, and a fax not even then. */
  readonly dead?: 'fax' | 'invalid';
}

const unmarked = 2;

const fax =
  /^(?:(?:work|home|office|business|other|private?|geschaeftlich|dienstlich) )?(?:tele)?fax(?: ?(?:nummer|number|nr|no|work|home))?$/;
const ranks: readonly (readonly [rank: number, words: RegExp])[] = [
  [0, /(?:^| )(?:primary|main|haupt\w*|default|preferred|bevorzugt\w*)(?: |$)/],
  [5, /(?:^| )(?:billing|invoices?|rechnung\w*|buchhaltung|accounting|payable|facturation)(?: |$)/],
  [6, /(?:^| )(?:old|alte?|former|previous|frueher\w*|ehemalig\w*|veraltet)(?: |$)/],
  [unmarked, /(?:^| )(?:mobile?|handy|cell(?:phone|ular)?|natel|iphone|whatsapp)(?: |$)/],
  [
    3,
    /(?:^| )(?:work|office|business|company|geschaeft\w*|buero|firma|dienst\w*|beruf\w*|arbeit|bureau|ufficio|landline)(?: |$)/,
  ],
  [4, /(?:^| )(?:other|sonstige\w*|alternativ\w*|alternate|second|secondary|zweit\w*|weitere\w*)(?: |$)/],
];

const wordsOf = (text: string): string => plainWords(text.slice(0, 60).replace(/([a-z])([A-Z])/g, '$1 $2'));

function markOfWords(text: string): WayMark | undefined {
  const words = wordsOf(text);
  if (fax.test(words)) return { rank: unmarked, dead: 'fax' };
  const rank = ranks.find(([, shape]) => shape.test(words))?.[0];
  return rank === undefined ? undefined : { rank };
}

const kinds = /^(?:type|tag|label|kind|art|typ|category|kategorie|use|purpose|verwendung|role)$/;
const states =
  /^(?:status|state|deliverabilitystatus|deliverability|emailstatus|phonestatus|validity|result|verdict)$/;
const deadStates =
  /^(?:hard|soft)?bounced?$|^(?:invalid|undeliverable|disconnected|inactive|dead|rejected|failed|unreachable|wrong|wrongnumber|notinservice|ungueltig|unzustellbar|falsch)$/;
const mainFlags = /^(?:is)?(?:primary|main|default|preferred|haupt\w*)$/;
const deadFlags =
  /^(?:is|has)?(?:bounced?|hardbounced?|invalid|undeliverable|disconnected|dead|deleted|wrong|wrongnumber|ungueltig|unzustellbar)$/;
const liveFlags = /^(?:is)?(?:valid|deliverable|active|reachable|gueltig|zustellbar|aktiv)$/;
const yes = /^(?:true|1|yes|ja)$/i;
const no = /^(?:false|0|no|nein)$/i;

const keyOf = (path: readonly string[]): string => JSON.stringify(path);

/** By the path of each group what it says of the ways in it. */
export function findWayMarks(tree: Branch): ReadonlyMap<string, WayMark> {
  const marks = new Map<string, WayMark>();
  const walk = (branch: Branch, path: readonly string[]): void => {
    for (const [key, child] of branch.children) {
      if (child.children.size === 0) continue;
      const inner = [...path, key];
      const mark = markOfGroup(child);
      if (mark) marks.set(keyOf(inner), mark);
      walk(child, inner);
    }
  };
  walk(tree, []);
  return marks;
}

function markOfGroup(group: Branch): WayMark | undefined {
  const told = [...group.children, ...(group.children.get('metadata')?.children ?? [])].flatMap(
    ([key, { value }]) => (value === undefined ? [] : [[squeeze(key), value] as const]),
  );
  const says = (name: RegExp, value: RegExp) =>
    told.some(([key, text]) => name.test(key) && value.test(text.trim()));
  const isDead =
    says(deadFlags, yes) ||
    says(liveFlags, no) ||
    told.some(([key, text]) => states.test(key) && deadStates.test(squeeze(text)));
  const marks = told.flatMap(([key, text]) => (kinds.test(key) ? (markOfWords(text) ?? []) : []));
  const isFax = marks.some(({ dead }) => dead === 'fax');
  if (!isDead && !isFax && marks.length === 0 && !says(mainFlags, yes)) return undefined;
  return {
    rank: says(mainFlags, yes)
      ? 0
      : Math.max(...marks.map(({ rank }) => rank), 0) || (marks[0]?.rank ?? unmarked),
    ...(isFax ? { dead: 'fax' as const } : isDead && { dead: 'invalid' as const }),
  };
}

/** What is said of a way by the group it stands in, and else by what it is called. */
export function markOfWay(path: readonly string[], marks: ReadonlyMap<string, WayMark>): WayMark | undefined {
  const told = marks.get(keyOf(path)) ?? marks.get(keyOf(path.slice(0, -1)));
  if (told) return told;
  return path
    .slice(-3)
    .flatMap((part) => markOfWords(part) ?? [])
    .at(-1);
}

interface Marked {
  readonly way?: WayMark;
}

/** The likeliest first, else as they came. */
export const byRank = <T extends Marked>(answers: readonly T[]): T[] =>
  answers.toSorted((one, other) => orderOf(one) - orderOf(other));

const orderOf = ({ way }: Marked): number => (way?.rank ?? unmarked) + (way?.dead ? 10 : 0);
