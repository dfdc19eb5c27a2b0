/** A mail, put together from its parts; mails that hang at it are read like it. */

import type { IncomingMail } from '../../domain/inbound/incoming-mail.ts';
import { openEnvelopes } from './envelopes.ts';
import { decodeWords, maxValueLength, oneLine } from './header-block.ts';
import { readAddresses, readDeliveredTo, readFrom, readIds, readMessageId } from './mail-addresses.ts';
import { type AttachedMail, collectFiles } from './mail-files.ts';
import { mailText } from './mail-text.ts';
import { type MimePart, readParts } from './mime-parts.ts';
import type { ReadingBudget } from './reading-budget.ts';

export interface MailContent {
  readonly mail: IncomingMail;
  /** Contents of `mail.files`, by index. */
  readonly contents: readonly Uint8Array[];
}

/** Who writes to 200 people at once does not ask for a plumber. */
const maxRecipients = 200;
/** A mail has one To; some servers add theirs. */
const maxAddressLines = 10;
/** Ten times the longest newsletter. */
const maxLinks = 10_000;
/** A tenant's mail that the caretaker, his company and the owner sent on as a file each. */
const maxAttachedDepth = 5;
/** Of mails that hang at a mail, together: a hundred mails with the headers of ten servers. */
const maxAttachedHeaders = 2_000_000;

export async function assembleMail(bytes: Buffer, budget: ReadingBudget, depth = 0): Promise<MailContent> {
  const root = await openEnvelopes(readParts(bytes, budget, depth), budget, depth);
  const { headers: raw } = root;
  const inner = innermost(root);
  const { text, pairs, links, named, sealed } = mailText(root, budget);
  if (links > maxLinks) budget.excess ??= `more than ${maxLinks} links`;
  const found = collectFiles(root, named);
  const recipients = readRecipients(raw, budget);
  const messageId = readMessageId(raw.get('message-id'));
  const seal = found.sealed ?? (sealed || (found.sealedFile && text.trim() === '') ? 'pgp' : undefined);
  const files = [...found.files];
  const contents = [...found.contents];
  const attached = (await readAttached(found.mails, budget, depth)).map((inner) => {
    const numbered = numberFrom(files.length, inner.mail);
    files.push(...numbered.files.map((file) => ({ ...file, within: true as const })));
    contents.push(...inner.contents);
    return numbered;
  });
  const mail: IncomingMail = {
    ...(messageId === undefined ? {} : { messageId }),
    ...readFrom(raw.get('from')?.slice(0, maxAddressLines)),
    replyTo: readAddresses(raw.get('reply-to')?.slice(0, maxAddressLines)),
    ...recipients,
    deliveredTo: readDeliveredTo(raw),
    subject: readSubject(raw, inner.headers),
    answers: [...new Set([...readIds(raw.get('in-reply-to')), ...readIds(raw.get('references'))])],
    headers: new Map([...raw].map(([name, values]) => [name, values.map(decodeLine)])),
    contentType: wholeType(inner),
    text: text.trim() === '' ? found.winmailText || (found.calendar ? '' : found.calendarText) : text,
    pairs,
    files,
    reports: found.reports,
    attached,
    ...(found.calendar && { calendar: found.calendar }),
    ...(seal && { sealed: seal }),
  };
  return { mail, contents };
}

/** What is too much there does not make this mail too large: the file is kept, and not read. */
async function readAttached(
  mails: readonly AttachedMail[],
  budget: ReadingBudget,
  depth: number,
): Promise<MailContent[]> {
  if (depth >= maxAttachedDepth) return [];
  const attached: MailContent[] = [];
  for (const { content } of mails) {
    if (budget.attachedHeaders > maxAttachedHeaders) break;
    const own = { ...budget, excess: undefined };
    const inner = await assembleMail(content, own, depth + 1);
    for (const [name, values] of inner.mail.headers)
      own.attachedHeaders += name.length + values.join('').length;
    Object.assign(budget, { ...own, excess: budget.excess });
    if (own.excess === undefined) attached.push(inner);
  }
  return attached;
}

/** The files of one delivery are kept under one index each, however deep they hang. */
function numberFrom(first: number, mail: IncomingMail): IncomingMail {
  return {
    ...mail,
    files: mail.files.map((file) => ({ ...file, index: first + file.index })),
    attached: mail.attached.map((inner) => numberFrom(first, inner)),
  };
}

/** Where envelopes were opened, the mail inside of them. */
function innermost(part: MimePart): MimePart {
  const [only] = part.children;
  return only && !part.type.value.startsWith('multipart/') ? innermost(only) : part;
}

/** A program that protects the subject writes "..." outside, and the subject inside. */
function readSubject(outside: MimePart['headers'], inside: MimePart['headers']): string {
  const subject = decodeLine(outside.get('subject')?.[0] ?? '');
  const hidden = /^\W*$|^(re: |aw: )?\(?(encrypted|verschlüsselte?) (message|nachricht)\)?$/i.test(subject);
  return hidden ? decodeLine(inside.get('subject')?.[0] ?? '') || subject : subject;
}

function readRecipients(raw: MimePart['headers'], budget: ReadingBudget): Pick<IncomingMail, 'to' | 'cc'> {
  const [toLines, ccLines] = [raw.get('to') ?? [], raw.get('cc') ?? []];
  const to = readAddresses(toLines.slice(0, maxAddressLines));
  const cc = readAddresses(ccLines.slice(0, maxAddressLines));
  const long =
    Math.max(toLines.length, ccLines.length) > maxAddressLines ||
    [...toLines, ...ccLines].some(({ length }) => length >= maxValueLength - 1_000);
  if (to.length + cc.length > maxRecipients || long)
    budget.excess ??= `more than ${maxRecipients} recipients`;
  return { to: to.slice(0, maxRecipients), cc: cc.slice(0, maxRecipients) };
}

function decodeLine(value: string): string {
  return oneLine(decodeWords(value));
}

function wholeType({ type }: MimePart): string {
  const parameters = [...type.parameters].map(([name, value]) => `; ${name}=${value}`);
  return oneLine(type.value + parameters.join('')).toLowerCase();
}

export function emptyMail(): IncomingMail {
  const none = {
    from: [],
    replyTo: [],
    to: [],
    cc: [],
    deliveredTo: [],
    answers: [],
    pairs: [],
    files: [],
    reports: [],
    attached: [],
  };
  return {
    ...none,
    fromUnclear: false,
    subject: '',
    headers: new Map(),
    contentType: 'text/plain',
    text: '',
  };
}
