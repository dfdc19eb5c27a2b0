/** What is asked for. */
import type { Request } from '../lead/request.ts';
import { affirmed, withoutDenied } from './asked-and-answered.ts';
import { isFileName } from './bygone.ts';
import { chosenEmergency } from './chosen-emergency.ts';
import { visitorsWords } from './conversation.ts';
import { choices } from './field-choices.ts';
import { type Answer, roleOfNames } from './form-answer.ts';
import { cleanText } from './form-fields.ts';
import { mayReport, readMessage } from './key-words.ts';
import { misfiledEmergencies, tellsEmergency } from './misfiled-emergency.ts';
import { isSmallPrint } from './other-people.ts';
import { readChoice } from './read-choice.ts';
import { cut, given, onOneLine, type Reading } from './reading.ts';

/**
 * An item of the store holds 400 KB, and the request at least twice: as it stands and as it was captured. Characters of a
 * name and of a value, bytes of all of them.
 */
const maxExtraLengths = { name: 100, value: 10_000, all: 90_000 } as const;
/** As much text as is searched for key words. */
const maxSearchedLength = 20_000;

/** Systems with an editor of their own send `<p>…</p>`; what a person typed does not begin and end so. */
function withoutMarkup(text: string): string {
  if (!/^<(?:p|div|span|br)\b[^<>]{0,200}>/i.test(text) || !text.endsWith('>')) return text;
  return text
    .replace(/<(?:br ?\/?|\/p|\/div)>/gi, '\n')
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, '')
    .trim();
}

/** Where somebody came from, and on which page he was: nothing that happened to him. */
const aboutTheWay: ReadonlySet<string | undefined> = new Set(['source', 'page', 'referrer']);

/** What photos and companies are called says nothing. */
function saysWhatIsWrong(answer: Answer): boolean {
  const { names, value } = answer;
  const role = roleOfNames(names);
  if (isSmallPrint(answer) || isFileName(value) || aboutTheWay.has(role)) return false;
  return role !== 'company' || tellsEmergency(value, true);
}

/** Of a chat what the visitor wrote. */
const ownWordsIn = (text: string): string => visitorsWords(text) ?? text;

/** The subject first, then everything that was asked as free text. */
function readText(read: Reading): string | undefined {
  const parts = [
    read.one('subject'),
    ...read.all('message').map(({ value }) => ownWordsIn(withoutMarkup(value))),
  ];
  const different = parts.filter((part, at) => part && parts.indexOf(part) === at);
  return read.within('message', different.join('\n\n') || undefined);
}

/**
 * Reads last: whatever found no place elsewhere belongs to the request.
 * @param broken what was typed as an address or a number and is none.
 * @param isTold stands this in the contact already, in whatever spelling?
 */
export function readRequest(
  read: Reading,
  broken: readonly Answer[],
  isTold: (answer: Answer) => boolean,
): Request {
  const message = readText(read);
  const chosenKind = readChoice(read, 'kind', choices.kind);
  const chosenUrgency = readChoice(read, 'urgency', choices.urgency);
  const installation = read.text('installation');
  const timeframe = read.text('timeframe');
  const budget = read.text('budget');
  // Of a chat the owner sees the whole, too.
  const chats = read.all('message').filter(({ value }) => visitorsWords(withoutMarkup(value)) !== undefined);
  const kept = [...read.left, ...broken, ...chats].filter(
    (answer) => answer.value !== message && !isTold(answer),
  );
  const asked = read.all('urgency').map(affirmed);
  const written = [
    message,
    installation,
    ...asked,
    ...kept.filter(saysWhatIsWrong).flatMap((answer) => [affirmed(answer), ownWordsIn(answer.value)]),
    ...misfiledEmergencies(read.all),
  ].filter((text) => text !== undefined && text !== '');
  const said = readMessage(withoutDenied(cut(written.join('\n\n'), maxSearchedLength)));
  const inOwnWords = (answer: Answer) => ({ ...answer, value: ownWordsIn(answer.value) });
  const letter = chosenEmergency((['message', 'subject'] as const).flatMap(read.all).map(inOwnWords));
  const isReported = letter !== undefined && (message === undefined || mayReport(message));
  const emergency = isReported
    ? letter
    : chosenEmergency([
        ...[...(['kind', 'timeframe', 'installation'] as const).flatMap(read.all), ...kept].map(inOwnWords),
        ...[...read.left, ...read.all('kind')].flatMap((answer) => {
          const question = affirmed(answer);
          return question === undefined ? [] : [{ ...answer, value: question }];
        }),
      ]);
  const kind = chosenKind ?? said.kind ?? (emergency === undefined ? undefined : 'repair');
  const urgency = chosenUrgency ?? (emergency === undefined ? said.urgency : 'now');
  return given<Request>({
    message,
    kind,
    kindWord: chosenKind ? undefined : (said.kindWord ?? emergency),
    // A repair that nobody calls urgent should not wait for weeks all the same.
    urgency: urgency ?? (kind === 'repair' ? 'soon' : 'planned'),
    urgencyWord: chosenUrgency ? undefined : (emergency ?? said.urgencyWord),
    gas: said.gas,
    installation,
    timeframe,
    budget,
    extra: keepExtra(kept),
  });
}

function keepExtra(left: readonly Answer[]): Request['extra'] {
  let room: number = maxExtraLengths.all;
  const pieces = left.map(inPieces);
  // Of every answer its beginning, before the rest of a long one.
  const inOrder = [...pieces.flatMap(([first]) => first ?? []), ...pieces.flatMap(([, ...rest]) => rest)];
  return inOrder.flatMap(({ label, value }) => {
    if (room <= 0) return [];
    const name = cut(onOneLine(cleanText(label)) || '–', maxExtraLengths.name);
    const kept = { name, value: withinBytes(value, room) };
    room -= Buffer.byteLength(name) + Buffer.byteLength(kept.value);
    return [kept];
  });
}

/** A text that is too long for one is told in several, one after the other. */
function inPieces({ label, value }: Answer): Pick<Answer, 'label' | 'value'>[] {
  const pieces: string[] = [];
  for (let from = 0; from < value.length || pieces.length === 0; ) {
    const to = from + maxExtraLengths.value;
    const end = to < value.length && /[\ud800-\udbff]/.test(value[to - 1] ?? '') ? to - 1 : to;
    pieces.push(value.slice(from, end));
    from = end;
  }
  return pieces.map((piece, at) => ({
    label: at === 0 ? label : `${cut(label, maxExtraLengths.name - 25)} (Fortsetzung ${at + 1})`,
    value: piece,
  }));
}

function withinBytes(text: string, most: number): string {
  if (Buffer.byteLength(text) <= most) return text;
  const kept = Buffer.from(text).subarray(0, most).toString('utf8');
  return `${kept
    .replace(/\ufffd+$/, '')
    .slice(0, -1)
    .toWellFormed()}…`;
}
