/** Rule 14a: telephones that write mails. Somebody called, spoke, or sent a fax; who reads the notice can call back. */
import type { Company } from '../business/company.ts';
import { phoneE164, withoutRemarks } from '../capture/contact-data.ts';
import { headerOf, type IncomingMail, isAutoSubmitted, senderOf } from './incoming-mail.ts';
import { isMachineSender, isNobody, writesForOthers } from './machine-senders.ts';
import { ourPhones } from './ours.ts';
import {
  asksForCall,
  beforeOtherNumber,
  beside,
  callData,
  calledLabel,
  callerHeaders,
  callerLabel,
  farewell,
  firstPerson,
  hello,
  type NoticeKind,
  noIncoming,
  noticeShapes,
  onlyCallers,
  telephoneDomain,
  telephoneMailbox,
  telephoneName,
  transcriptLabel,
  unnamedCaller,
} from './telephone-words.ts';

export interface TelephoneNotice {
  readonly kind: NoticeKind;
  /** The caller's, as the notice writes it; absent: he withheld it, or it is nowhere. */
  readonly phone?: string | undefined;
  readonly phoneE164?: string | undefined;
  /** Of a caller whom the telephone knows. */
  readonly name?: string | undefined;
  /** Ours, the one he dialled. */
  readonly calledNumber?: string | undefined;
  /** What he said, as far as a program understood it. */
  readonly transcript?: string | undefined;
  /** What else the notice says. */
  readonly text: string;
  /** Nothing but its shape tells that a telephone wrote it: perhaps the sender is somebody. */
  readonly unproven?: true | undefined;
}

const maxTextLength = 20_000;
const maxLines = 400;
const maxLineLength = 1_000;
/** What it is about stands at the beginning. */
const maxHeadLines = 15;

/** The notice; `undefined`: no telephone wrote it, or nobody called. */
export function readTelephoneNotice(mail: IncomingMail, company: Company): TelephoneNotice | undefined {
  const proven = isByTelephone(mail, company);
  // Most mails: their words need not be looked at.
  if (!proven && !isMarked(mail) && !hasAudio(mail)) return undefined;
  const subject = mail.subject.slice(0, maxLineLength).replace(prefixes, '');
  const lines = mail.text
    .slice(0, maxTextLength)
    .split('\n', maxLines)
    .map((line) => line.slice(0, maxLineLength).trim());
  if (noIncoming.test(subject) || isSentFax(lines)) return undefined;
  const bySubject = kindOf(subject);
  const found = saidOrCalled(bySubject ?? kindOfHead(lines), lines);
  const kind = found ?? (proven ? kindOfCall(mail, lines) : undefined);
  if (kind === undefined || isFilledIn(mail, lines, company)) return undefined;
  const { caller, isNamed, isUnnamed } = findCaller(mail, subject, lines, company);
  const hasShape = isNamed && [subject, ...lines].some(tellsOfCall);
  if (!proven && !mayBeByTelephone(mail, kind, lines, hasShape)) return undefined;
  // Without somebody who called, or a recording, it may be any letter about telephones.
  const isCall =
    isNamed || isUnnamed || (bySubject && (caller.phone !== undefined || mail.files.some(isRecording)));
  if (!isCall) return undefined;
  const { transcript, rest } = readTranscript(lines);
  const text = [subjectBeside(subject, caller), rest].filter(Boolean).join('\n\n');
  const unproven = proven ? undefined : (true as const);
  return given({ kind, ...caller, calledNumber: findCalled(lines), transcript, text, unproven });
}

const prefixes = /^(?:\s{0,5}(?:re|aw|wg|fwd?|tr|\[[^\]]{1,40}\]:?)\s{0,3}:?\s{0,5})+/i;

function given(notice: TelephoneNotice): TelephoneNotice {
  return Object.fromEntries(
    Object.entries(notice).filter(([, value]) => value !== undefined),
  ) as unknown as TelephoneNotice;
}

const kindOf = (line: string): NoticeKind | undefined =>
  noticeShapes.find(([, shape]) => shape.test(line))?.[0];

/** Only at the beginning, and in a line of its own: a letter may speak of calls too. */
function kindOfHead(lines: readonly string[]): NoticeKind | undefined {
  const head = lines.filter((line) => line !== '').slice(0, 4);
  return head
    .filter(({ length }) => length <= 160)
    .map(kindOf)
    .find((kind) => kind !== undefined);
}

/** The subject, if it says more than that somebody called. */
function subjectBeside(subject: string, { name = '' }: Caller): string | undefined {
  const shape = noticeShapes.find(([, one]) => one.test(subject))?.[1];
  const left = withoutDates(shape ? subject.replace(shape, ' ') : subject)
    .replace(dialled, ' ')
    .replace(name, ' ');
  return /\p{L}{5}.*\P{L}\p{L}{5}/u.test(left) ? subject.trim() : undefined;
}

/** "Anruf von 0171 …" is what some call a message on the answering machine. */
function saidOrCalled(kind: NoticeKind | undefined, lines: readonly string[]): NoticeKind | undefined {
  return kind === 'missed-call' && kindOfHead(lines) === 'voicemail' ? 'voicemail' : kind;
}

const isSentFax = (lines: readonly string[]): boolean =>
  lines
    .slice(0, maxHeadLines)
    .some(
      (line) =>
        /fax/i.test(line) &&
        /sendebericht|(?:gesendet|versendet|verschickt|sent)(?!\p{L})/iu.test(line) &&
        !/gesendet von|sent (?:by|from)/i.test(line),
    );

const isRecording = ({ contentType, name }: IncomingMail['files'][number]): boolean =>
  /^audio\/|^image\/tiff|^application\/pdf/.test(contentType) ||
  /\.(wav|mp3|ogg|opus|m4a|tiff?|pdf)$/i.test(name);

/** Data of a call alone, from a telephone that says in its own words what they are. */
function kindOfCall(mail: IncomingMail, lines: readonly string[]): NoticeKind | undefined {
  if (!lines.slice(0, maxHeadLines).some((line) => onlyCallers.test(line))) return undefined;
  return hasAudio(mail) ? 'voicemail' : 'missed-call';
}

/** The telephone's own address or name, or the caller in the head. Our own address is a machine's too. */
function isByTelephone(mail: IncomingMail, company: Company): boolean {
  const sender = senderOf(mail);
  const { address = '', name = '' } = sender ?? {};
  const [local = '', domain = ''] = address.split('@');
  return (
    sender === undefined ||
    telephoneMailbox.test(local) ||
    telephoneName.test(name) ||
    telephoneDomain.test(domain) ||
    isNobody(address, company) ||
    callerHeaders.some((header) => mail.headers.has(header))
  );
}

/**
 * From any other address. A mark of machines says how a mail travelled, and not who wrote it: servers put them on letters of
 * people too.
 * @param hasShape it tells of a call, and names the caller.
 */
function mayBeByTelephone(
  mail: IncomingMail,
  kind: NoticeKind,
  lines: readonly string[],
  hasShape: boolean,
): boolean {
  if (isLetter(lines)) return false;
  return (kind === 'voicemail' && hasAudio(mail)) || (hasShape && isMarked(mail));
}

const isMarked = (mail: IncomingMail): boolean =>
  writesForOthers(senderOf(mail)?.address ?? '') ||
  isAutoSubmitted(mail) ||
  ['precedence', 'x-auto-response-suppress'].some((header) => mail.headers.has(header));

const hasAudio = ({ files }: IncomingMail): boolean =>
  files.some(({ contentType }) => contentType.startsWith('audio/'));

/** What happened; who asks for a call has written himself. */
const tellsOfCall = (line: string): boolean =>
  line.length <= 160 && kindOf(line) !== undefined && !asksForCall.test(line);

/** Somebody speaks of himself, and greets or takes leave. What a caller said is no letter. */
function isLetter(lines: readonly string[]): boolean {
  const said = lines.findIndex((line) => transcriptLabel.test(line) && !callData.test(line));
  const written = said < 0 ? lines : lines.slice(0, said);
  const head = written.filter((line) => line !== '').slice(0, 3);
  return (
    written.some((line) => firstPerson.test(line)) &&
    (head.some((line) => hello.test(line)) || written.some((line) => farewell.test(line)))
  );
}

const visitorLabel =
  /^\W{0,5}(?:ihre? )?(?:e-?mail(?:-?adresse)?|mail|courriel|vorname|nachname)\b[^:]{0,10}:\s{0,10}\S/i;

/** Who asks a website to be called back has filled in a form. */
function isFilledIn(mail: IncomingMail, lines: readonly string[], company: Company): boolean {
  const visitor = mail.replyTo.some(({ address }) => {
    const [local = '', domain = ''] = address.split('@');
    return (
      !telephoneMailbox.test(local) && !telephoneDomain.test(domain) && !isMachineSender(address, company)
    );
  });
  return (
    visitor ||
    lines.some((line) => visitorLabel.test(line)) ||
    mail.pairs.some(({ label }) => visitorLabel.test(`${label}: x`))
  );
}

// --- who called ---

interface Caller {
  readonly phone?: string | undefined;
  readonly phoneE164?: string | undefined;
  readonly name?: string | undefined;
}

const dates =
  /(?<!\d)\d{1,2}[./]\s?\d{1,2}[./](?:\s?\d{2,4})?(?!\d)|(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)|(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)/g;
const dialled = /(?<![\p{L}\d.,])(?:\+|\(\+?0|0|4[139](?=[1-9]\d{8}))[\d ()/.–-]{3,25}\d/gu;
/** Within its town, or of the house itself. */
const shortNumber = /^["'(<\s]{0,3}([1-9][\d /-]{2,10}\d)(?![\d*#])/;

/**
 * In this order: what the telephone wrote into the head, what stands behind a label, in the subject, anywhere.
 * @returns `isNamed`: the number stands where a caller does; `isUnnamed`: there it says that he withheld it.
 */
function findCaller(
  mail: IncomingMail,
  subject: string,
  lines: readonly string[],
  company: Company,
): { readonly caller: Caller; readonly isNamed: boolean; readonly isUnnamed: boolean } {
  const rows = mail.pairs.map(({ label, value }) => `${label.replace(/:\s*$/, '')}: ${value}`);
  const slots = [
    ...callerHeaders.flatMap((header) => headerOf(mail, header) ?? []),
    ...rows.flatMap((row) => callerSlot(row, undefined)),
    ...lines.flatMap((line, at) => callerSlot(line, lines[at + 1])),
    ...[subject, ...lines].flatMap((line) => bySlot.exec(line)?.[1] ?? []),
  ].filter((slot) => !slot.includes('@') || /sip:|tel:/.test(slot));
  const ours = ourPhones(company);
  const named = slots.map(nameIn).find((name) => name !== undefined);
  const isUnnamed = [subject, ...slots].some((slot) => unnamedCaller.test(slot));
  for (const slot of slots) {
    const found = numberIn(slot, company, ours);
    if (found) return { caller: { ...found, name: nameIn(slot) ?? named }, isNamed: true, isUnnamed };
  }
  const short = slots
    .map((slot) => shortNumber.exec(withoutRemarks(withoutDates(slot)))?.[1]?.trim())
    .find(Boolean);
  if (short !== undefined) return { caller: { phone: short, name: named }, isNamed: true, isUnnamed };
  const anywhere = [subject, ...lines]
    .filter((line) => !calledLabel.test(line))
    .map((line) => numberIn(line, company, ours))
    .find((found) => found !== undefined);
  return { caller: { ...anywhere, name: named }, isNamed: false, isUnnamed };
}

function callerSlot(line: string, below: string | undefined): string[] {
  const value = callerLabel.exec(line)?.[1];
  if (value === undefined || (calledLabel.test(line) && !/^\W{0,5}fax/i.test(line))) return [];
  return [value === '' ? (below ?? '') : value];
}

/** "Neue Nachricht von Erika Muster (0171 …)". */
const bySlot =
  /(?<!\p{L})(?:von|from|de|da|anrufer|caller|durch|by)\s{1,5}(?:der )?(?:(?:ruf|telefon)?nummer )?(.{2,120})$/iu;

const withoutDates = (text: string): string => text.replace(dates, (found) => ' '.repeat(found.length));

function numberIn(
  text: string,
  { country }: Company,
  ours: ReadonlySet<string>,
): { readonly phone: string; readonly phoneE164?: string } | undefined {
  const plain = withoutRemarks(withoutDates(text).replace(/\btel:|\bsip:/gi, ' '));
  for (const match of plain.matchAll(dialled)) {
    const phone = match[0].trim().replace(/^\((?![^)]*\))/, '');
    const digits = phone.replace(/\D/g, '').length;
    if (
      digits < 5 ||
      digits > 16 ||
      beforeOtherNumber.test(plain.slice(Math.max(0, match.index - 60), match.index))
    )
      continue;
    const whole = /^4[139]/.test(phone) ? `+${phone}` : phone;
    const e164 = phoneE164(whole, country);
    if (ours.has(e164 ?? phone)) continue;
    return e164 === undefined ? { phone: whole } : { phone: whole, phoneE164: e164 };
  }
  return undefined;
}

function findCalled(lines: readonly string[]): string | undefined {
  return lines
    .map((line) => calledLabel.exec(line)?.[1])
    .map((value) => value && /[+0][\d ()/.–-]{4,25}\d/.exec(withoutRemarks(withoutDates(value)))?.[0])
    .find(Boolean);
}

const noName =
  /^(?:tel|telefon|rufnummer|nummer|anrufer|mobil|handy|der|dem|die|einem?|einer|ihrem?|unknown|wireless caller|external|extern|intern|pbx|mailbox|anrufbeantworter|voicemail|fax|heute|gestern|an|am|um)(?!\p{L})/iu;

/** Before the number, or behind it in brackets. */
function nameIn(slot: string): string | undefined {
  const parts = [
    slot.split(/[\d+<(]|tel:|\b(?:an|am|um|auf|on|at|to|für) /i)[0] ?? '',
    /\(([^()\d]{3,60})\)/.exec(slot)?.[1] ?? '',
  ];
  return parts
    .map((part) => part.replace(/["'„“”<>()[\]]/g, '').replace(/^[\s:,;|-]+|[\s:,;|.-]+$/g, ''))
    .find(
      (name) =>
        name.length <= 60 &&
        /^\p{Lu}[\p{L}.'’&-]+(?: [\p{L}.'’&-]+){0,5}$/u.test(name) &&
        !noName.test(name) &&
        !unnamedCaller.test(name),
    );
}

// --- what he said ---

/** The words behind their label; without one, all lines that are no data and no courtesy of the provider. */
function readTranscript(lines: readonly string[]): {
  readonly transcript?: string | undefined;
  readonly rest: string;
} {
  const marked = lines.findIndex((line) => transcriptLabel.test(line) && !callData.test(line));
  const said: number[] = [];
  const from = marked < 0 ? 0 : marked;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (farewell.test(line) && (marked < 0 || at > marked)) break;
    if (line === '' || (at !== marked && isBeside(line, at))) continue;
    said.push(at);
  }
  const transcript = said
    .map((at) => (at === marked ? (transcriptLabel.exec(lines[at] ?? '')?.[1] ?? '') : (lines[at] ?? '')))
    .join('\n')
    .trim();
  const isSaid = new Set(said);
  const rest = lines
    .filter((_, at) => !isSaid.has(at))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return { transcript: /\p{L}{2}/u.test(transcript) ? transcript : undefined, rest };
}

function isBeside(line: string, at: number): boolean {
  return (
    callerLabel.test(line) ||
    calledLabel.test(line) ||
    callData.test(line) ||
    beside.test(line) ||
    (at < 3 && hello.test(line)) ||
    (line.length <= 160 && kindOf(line) !== undefined) ||
    isData(line)
  );
}

/** Numbers and dates with a word or two: "von 089 123456", "24.11.26 10:05". */
function isData(line: string): boolean {
  const words =
    withoutDates(line)
      .replace(dialled, ' ')
      .match(/\p{L}{2,}/gu) ?? [];
  return words.length === 0 || (words.length <= 2 && /\d/.test(line));
}
