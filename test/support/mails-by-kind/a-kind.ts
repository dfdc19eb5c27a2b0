/** A kind of mail as the field sends it, and what must come of each: the shapes that all kinds are written in. */

import type { MailOutcomeName } from '../../../domain/inbound/incoming-mail.ts';
import { fullName, type Person, people } from '../german-people.ts';
import {
  type HeaderStyle,
  headerText,
  multipart,
  type Part,
  textPart,
  writtenMail,
} from '../written-mime.ts';

/** The open request that stands in the world, and the mail about it that the customer has. */
export interface Thread {
  readonly leadId: string;
  readonly customer: { readonly name: string; readonly email: string };
  /** The signed address of the lead. */
  readonly address: string;
  /** Of our mail, as its receiver sees it, without angle brackets. */
  readonly messageId: string;
  readonly subject: string;
}

/** What must come of a mail. What is absent is not looked at. */
export interface Expected {
  /** More than one where the rules leave it open. */
  readonly outcomes: readonly MailOutcomeName[];
  /** `thread`: the lead that was there; `new`: another one; `none`: no lead is named, and none is made. */
  readonly of: 'thread' | 'new' | 'none' | 'thread-or-none' | 'new-or-none';
  /** Of the new lead; `null`: there must be none. */
  readonly contact?: {
    readonly name?: string | null;
    readonly email?: string | null;
    readonly phoneE164?: string | null;
  };
  /** Stands in the message of the new lead or in the text of the new event; spaces and line breaks do not count. */
  readonly says?: readonly string[];
  /** The same, where several wordings are right. */
  readonly saysLike?: RegExp;
  readonly saysNot?: readonly string[];
  /** Does the contact of the new lead get an acknowledgement? */
  readonly acknowledged?: boolean;
  readonly emergency?: boolean;
  /** The new lead points at the one that was there. */
  readonly linked?: true;
  /** Types of the new events of the lead that was there; `[]`: it stands as it stood. */
  readonly events?: readonly string[];
  /** Besides its timeline nothing of the lead that was there may have changed. */
  readonly onlyNoted?: true;
  /** A mail came back for good: the owner is told to phone, mails to the customer wait, nobody is silenced. */
  readonly held?: true;
  /** Perhaps one did: the owner is told to phone, and the customer is reminded all the same. */
  readonly goesOn?: true;
  /** Names of files that hang at the new lead. */
  readonly files?: readonly string[];
}

/** It becomes a request of its own, and the one that was there stands as it stood. */
export const newRequest = { outcomes: ['lead-created'], of: 'new', events: [] } as const satisfies Expected;

/** It is what the customer says to the request that was there. */
export const answered = {
  outcomes: ['reply-appended'],
  of: 'thread',
  events: ['customer-replied'],
} as const satisfies Expected;

export interface SentMail {
  readonly raw: Buffer;
  /** Empty: `<>`. */
  readonly envelopeFrom: string;
  readonly envelopeTo: readonly string[];
  /** For the message of a failed test. */
  readonly description: string;
  readonly expected: Expected;
}

/** Mails of one kind, each a pure function of its number. */
export interface Kind {
  /** As a sentence about the business. */
  readonly name: string;
  readonly count: number;
  readonly write: (index: number, thread: Thread) => SentMail;
}

export function pick<T>(list: readonly T[], index: number): T {
  const chosen = list[index % list.length];
  if (chosen === undefined) throw new Error('Nothing to pick from.');
  return chosen;
}

/** All pairs of two lists, one after the other. */
export function pairs<A, B>(one: readonly A[], other: readonly B[]): readonly (readonly [A, B])[] {
  return one.flatMap((a) => other.map((b) => [a, b] as const));
}

export const mailbox = 'anfrage@mail.muster-haustechnik.example';
export const owner = 'chef@muster-haustechnik.example';

/** Those whose number a business in Germany can dial as they write it. */
export const customers = people.filter(({ country, phone }) => country === 'DE' || /^(\+|00)/.test(phone));

const styles: readonly HeaderStyle[] = ['q', 'b', 'split'];

/** An address with its name, as a header holds it. */
export function addressHeader(name: string, email: string, index = 0): string {
  const word = headerText(name, 'utf-8', pick(styles, index));
  return word.startsWith('=?') ? `${word} <${email}>` : `"${word}" <${email}>`;
}

export const fromHeader = (person: Person, index = 0): string =>
  `From: ${addressHeader(fullName(person), person.email, index)}`;

export const subjectHeader = (subject: string, index = 0): string =>
  `Subject: ${headerText(subject, 'utf-8', pick(styles, index))}`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const paragraphs = (text: string): string =>
  `<html><body>\n${text
    .split('\n')
    .map((line) => `<div>${escaped(line) || '<br>'}</div>`)
    .join('\n')}\n</body></html>`;

/** The same text as plain text, as HTML, or both, by turns. */
export function bodyOf(text: string, index = 0): Part {
  const plain = (encoding: '8bit' | 'quoted-printable' | 'base64') =>
    textPart('text/plain', text, { charset: 'utf-8', encoding });
  switch (index % 4) {
    case 1:
      return plain('quoted-printable');
    case 2:
      return multipart('alternative', '=_alt', [
        plain('base64'),
        textPart('text/html', paragraphs(text), { charset: 'utf-8', encoding: 'quoted-printable' }),
      ]);
    case 3:
      return textPart('text/html', paragraphs(text), { charset: 'utf-8', encoding: '8bit' });
    default:
      return plain('8bit');
  }
}

/** Files, reports, and whatever else needs headers of its own. */
export const part = (headers: readonly string[], body: string): Part => ({ headers, body });

export const mixed = (parts: readonly Part[], kind = 'mixed'): Part => multipart(kind, '=_mixed', parts);

/** A mail that hangs at another one, or comes wrapped in it. */
export const attachedMail = (
  headers: readonly string[],
  body: Part,
  outer: readonly string[] = ['Content-Type: message/rfc822'],
): Part => part(outer, writtenMail(headers, body, '\r\n').toString('latin1'));

/** Text of a mail as bytes, one character each: what `Part` holds. */
export const bytesOf = (text: string): string =>
  Buffer.from(text.replaceAll('\n', '\r\n'), 'utf8').toString('latin1');

/** What differs from mail to mail: headers as lines, in their order, and what must come of them. */
interface Written extends Omit<SentMail, 'raw' | 'envelopeTo'>, Partial<Pick<SentMail, 'envelopeTo'>> {
  /** From, and what else says who sent it. */
  readonly from: string | readonly string[];
  /** To, and what says which mail it answers; absent: to the mailbox. */
  readonly to?: string | readonly string[];
  readonly subject: string;
  readonly messageId: string;
  readonly more?: readonly string[];
  readonly body: Part;
}

/** A mail of this Monday. */
export function sentMail({ from, to, subject, messageId, more = [], body, ...rest }: Written): SentMail {
  const headers = [
    ...[from].flat(),
    ...[to ?? `To: ${mailbox}`].flat(),
    subject,
    `Message-ID: <${messageId}>`,
    ...more,
    'Date: Mon, 23 Nov 2026 11:05:00 +0100',
  ];
  return { raw: writtenMail(headers, body, '\r\n'), envelopeTo: [mailbox], ...rest };
}
