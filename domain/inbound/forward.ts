/** Mails that somebody hands on: within his text, as each program writes it, or as a file. */
import type { Company } from '../business/company.ts';
import { normaliseEmail } from '../capture/contact-data.ts';
import { withoutQuestions } from './facts.ts';
import { headerOf, type IncomingMail, senderOf } from './incoming-mail.ts';
import { readPieces, type Situation } from './mail-pieces.ts';
import { isOurAddress, isOurName } from './ours.ts';
import { type QuotedMail, type TextLine, textLines } from './quote-headers.ts';
import { stripQuotes } from './quoted-text.ts';
import { answersUs, callsItselfAnswer, isForward } from './thread.ts';

export interface Forward {
  /** What the sender wrote himself. */
  readonly above: string;
  readonly author: {
    /** As it stands in the mail. */
    readonly name?: string;
    /** Lower case. */
    readonly email?: string;
  };
  readonly subject?: string;
  /** The mail's own text, without the quote marks that all of its lines have. */
  readonly text: string;
  /** The same as it stood there, with the lines above it that name its author. */
  readonly whole: string;
}

/** Does somebody of the business write? From says so; it proves nothing. */
export function isFromUs(mail: Pick<IncomingMail, 'from'>, company: Company): boolean {
  const sender = senderOf(mail);
  return sender !== undefined && isOurAddress(sender.address, company);
}

/** Do its headers say that it hands another one on? */
export const passesOn = (mail: Pick<IncomingMail, 'subject' | 'headers'>): boolean =>
  isForward(mail.subject) || headerOf(mail, 'x-forwarded-message-id') !== undefined;

/** What its headers tell of how its text is to be read. */
function situationOf(mail: IncomingMail, company: Company): Situation {
  const forwards = passesOn(mail);
  const byUs = isFromUs(mail, company);
  const isAnswer = callsItselfAnswer(mail.subject);
  const toUs = answersUs(mail.answers) || isAtSignedAddress(mail, company) || (byUs && isAnswer);
  return {
    forwards,
    answers: !forwards && (isAnswer || toUs),
    // "AW:" alone may answer anybody: what somebody else wrote there is passed on to us.
    answersUs: !forwards && toUs,
    // What one of us shows of one of us he hands on.
    isOurs: (author) => !byUs && (isOurs(author, company) || (isAnswer && isSender(author, mail))),
  };
}

/** To, or headed for, an address of ours with a tag: only mails of ours name one. Whether it is genuine is asked later. */
function isAtSignedAddress({ to, cc, deliveredTo }: IncomingMail, company: Company): boolean {
  const all = [...to, ...cc].map(({ address }) => address);
  return [...all, ...deliveredTo].some((one) => /^[^@]*\+/.test(one) && isOurAddress(one, company));
}

function isSender({ name, email }: QuotedMail, mail: IncomingMail): boolean {
  const sender = senderOf(mail);
  if (sender === undefined) return false;
  if (email !== undefined) return normaliseEmail(email) === sender.address;
  return name !== undefined && name.toLowerCase() === sender.name?.toLowerCase();
}

function isOurs({ name, email }: QuotedMail, company: Company): boolean {
  const address = email === undefined ? undefined : normaliseEmail(email);
  if (address !== undefined && isOurAddress(address, company)) return true;
  return name !== undefined && isOurName(name, company);
}

/** The mail that is handed on within a text; `undefined`: none is, though one may be quoted. */
function readForward(text: string, situation: Situation): Forward | undefined {
  const lines = textLines(text);
  const piece = readPieces(lines, situation).at(-1);
  if (piece?.kind !== 'forward') return undefined;
  const above = lines.slice(0, piece.from).map(({ raw }) => raw);
  const { name, email: typed, subject } = piece.mail;
  const email = typed === undefined ? undefined : normaliseEmail(typed);
  return {
    above: stripQuotes(above.join('\n'), situation).text.trim(),
    author: { ...(name !== undefined && { name }), ...(email !== undefined && { email }) },
    ...(subject !== undefined && { subject }),
    text: unmarked(lines.slice(piece.textFrom)).trim(),
    whole: lines
      .slice(piece.from)
      .map(({ raw }) => raw)
      .join('\n')
      .trim(),
  };
}

/** Apple marks each line of what it hands on; handed on twice, twice. */
function unmarked(lines: readonly TextLine[]): string {
  const filled = lines.filter(({ raw }) => raw.trim() !== '');
  const depth = filled.reduce((least, line) => Math.min(least, line.depth), filled[0]?.depth ?? 0);
  if (depth === 0) return lines.map(({ raw }) => raw).join('\n');
  const marks = new RegExp(`^ {0,3}(?:> ?){0,${depth}}`);
  return lines.map(({ raw }) => raw.replace(marks, '')).join('\n');
}

/** Mails within mails: more are no letter. */
const maxDepth = 4;
const maxAttached = 10;
/** Of an attached mail; the file is kept whole. In characters. */
const maxAttachedLength = 100_000;

/** The mail that somebody hands on, within his text or as a file. An answer may have our own mail at it. */
export function findForward(mail: IncomingMail, company: Company): Forward | undefined {
  const situation = situationOf(mail, company);
  const within = readForward(mail.text, situation);
  if (within) return within;
  const attached = handedOn(mail, company)[0];
  if (!attached) return undefined;
  const sender = senderOf(attached);
  return {
    above: stripQuotes(mail.text, situation).text.trim(),
    author: {
      ...(sender?.name !== undefined && { name: sender.name }),
      ...(sender !== undefined && { email: sender.address }),
    },
    ...(attached.subject !== '' && { subject: attached.subject }),
    text: textWithAttached(attached, company),
    whole: asHandedOn(attached, company),
  };
}

function handedOn(mail: IncomingMail, company: Company): readonly IncomingMail[] {
  const byUs = isFromUs(mail, company);
  return mail.attached.filter((one) => byUs || !isFromUs(one, company)).slice(0, maxAttached);
}

/** The new text of a mail, and what it hands on. */
export function readNewText(mail: IncomingMail, company: Company): string {
  const { text } = stripQuotes(mail.text, situationOf(mail, company));
  return [text, ...handedOn(mail, company).map((one) => asHandedOn(one, company))]
    .filter((part) => part.trim() !== '')
    .join('\n\n');
}

/** Of the new text what the sender wrote himself; all of it if he only hands something on. */
export function readOwnWords(mail: IncomingMail, newText: string, company: Company): string {
  const above = findForward(mail, company)?.above ?? '';
  return above === '' ? withoutQuestions(newText) : above;
}

function textWithAttached(mail: IncomingMail, company: Company, depth = 0): string {
  const inner = depth < maxDepth ? handedOn(mail, company) : [];
  return [
    mail.text.slice(0, maxAttachedLength).trim(),
    ...inner.map((one) => asHandedOn(one, company, depth)),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** As programs write it that put it into the text. */
function asHandedOn(mail: IncomingMail, company: Company, depth = 0): string {
  const sender = senderOf(mail);
  const author = sender?.name === undefined ? sender?.address : `${sender.name} <${sender.address}>`;
  const header = [
    ...(author === undefined ? [] : [`Von: ${author}`]),
    ...(mail.subject === '' ? [] : [`Betreff: ${mail.subject}`]),
  ].join('\n');
  return [header, textWithAttached(mail, company, depth + 1)].filter((part) => part !== '').join('\n\n');
}

/**
 * What a person of the business hands on is a customer's mail: the outermost of the chain that is not by one of us. What
 * stood above it are our own words.
 * @returns without author if all are ours; `undefined` if nothing is handed on.
 */
export function findCustomersMail(mail: IncomingMail, company: Company): Forward | undefined {
  const asForward: Situation = { forwards: true, answers: false, answersUs: false, isOurs: () => false };
  const direct = findForward(mail, company);
  let forward = direct ?? readForward(mail.text, asForward);
  const notes: string[] = [];
  for (let depth = 0; forward && depth < maxDepth; depth += 1) {
    notes.push(forward.above);
    const above = notes.filter(Boolean).join('\n\n');
    if (!isOurs(forward.author, company)) return { ...forward, above };
    forward = readForward(forward.text, asForward);
  }
  if (!direct) return undefined;
  const { author: _ours, subject: _theirs, ...rest } = direct;
  return { ...rest, author: {} };
}
