/** The day on one page: not a report but a list to act on. */

import type { Company } from '../../domain/business/company.ts';
import { beyondLimits } from '../../domain/business/customer-rhythms.ts';
import { assigneeOf } from '../../domain/business/recipients.ts';
import { weightedCents } from '../../domain/lead/lead.ts';
import { isClosed } from '../../domain/lead/stages.ts';
import type { LeadSummary } from '../../domain/lead/summary.ts';
import { limits } from '../../domain/limits/figures.ts';
import { putsVisitInDoubt } from '../../domain/listening/visit-in-doubt.ts';
import type { IntakeRecord } from '../../domain/ports/intake-log.ts';
import {
  type Digest,
  type DigestLine,
  type DigestSection,
  linesIn,
  mailsToCheck,
} from '../../domain/report/digest.ts';
import type { NewMove } from '../../domain/report/moves.ts';
import { isSuspicious, type NotedMail } from '../../domain/report/noted-mails.ts';
import { momentOf } from '../../domain/time/local-time.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { addressOf, mapUrl, phoneToCall, whoIs } from '../lead-text.ts';
import { aboutWhat, whoWrote, whyInWords } from '../noted-mail.ts';
import { singleLine, visible } from '../visitor-text.ts';
import { actionLabels } from '../words/actions.ts';
import { answerInWords, answerText } from '../words/answers.ts';
import { formatDay, formatMoney, formatMonth, formatShortDay, formatSince } from '../words/format.ts';
import { correctedWords, knownInWords, maybeSame, mergedWords } from '../words/known-person.ts';
import { kindLabels } from '../words/labels.ts';
import {
  countedLines,
  noteInWords,
  sectionHeadings,
  sourceInWords,
  digestWords as words,
} from '../words/mails/digest.ts';
import { oddInWords } from '../words/noted-mails.ts';
import { spokenStages } from '../words/stages.ts';
import { mailName } from '../words/timeline.ts';
import type { Block, Entry, MailLine } from './block.ts';
import type { ActionLink, MailContent } from './mail-content.ts';
import { wordsOf } from './own-words.ts';
import { ownerMail } from './owner-mail.ts';
import { visitTimeAhead } from './visit-time.ts';

export interface DigestMail {
  readonly digest: Digest;
  readonly company: Company;
  readonly now: Moment;
  /** What makes sense now, the likeliest first; the line shows two at most. */
  readonly actionsFor: (lead: LeadSummary) => readonly ActionLink[];
  /** What the customer's answer says otherwise than the lead. */
  readonly takesFor?: ((lead: LeadSummary) => readonly ActionLink[]) | undefined;
  readonly viewUrl: (lead: LeadSummary) => string;
  readonly captureCallUrl: string;
  /** Mails come in, so the owner can answer this one. */
  readonly answerable?: boolean | undefined;
  /** Makes a lead of what was kept aside. */
  readonly rescueUrl?: ((leadId: string) => string) | undefined;
  /** The page of all that was kept aside lately. */
  readonly notedMailsUrl?: string | undefined;
  /** Where what looks like the work of robots is thrown away at once. */
  readonly dismissSuspiciousUrl?: string | undefined;
  /** The list of the new requests nobody has begun with, and of the emergencies nobody has taken on. */
  readonly listUrls?: Partial<Record<DigestSection, string>> | undefined;
  /** Where the sections stand that have no list of their own. */
  readonly openRequestsUrl?: string | undefined;
  /** The list of the requests whose confirmation waits. */
  readonly acknowledgeUrl?: string | undefined;
  /** What would be the reader's turn, whoever else it is with; default: all of it. */
  readonly isHis?: ((lead: LeadSummary) => boolean) | undefined;
  /** Where the reader has emergencies ring in his browser. */
  readonly pushUrl?: string | undefined;
  /** The page of a lead of which only the id is known. */
  readonly leadUrl?: ((leadId: string) => string) | undefined;
}

/**
 * Gmail cuts a mail off after 102 KB, and a line has about 2.1 KB. The sections and their lines are sorted by how much
 * depends on them: what does not fit can wait.
 */
const linesPerSection = 15;
const linesInAll = 39;

/** How much a section presses: the most pressing first in the subject. */
const pressing: readonly DigestSection[] = [
  'unconfirmed',
  'new-requests',
  'answers',
  'due-today',
  'bounced',
  'visits',
  'stalled',
  'quotes',
  'gaps',
  'moved',
];

/** The daily digest to the owner. */
export function digestMail(mail: DigestMail): MailContent {
  const { digest, company, captureCallUrl } = mail;
  const noon = momentOf(digest.date, '12:00', company.timeZone);
  const filled = digest.sections.filter(({ lines }) => lines.length > 0);
  const alarm = filled.some(({ section }) => section === 'unconfirmed');
  const summary = summaryOf(digest);
  const day = weekdayAndDay(noon, company.timeZone);
  return ownerMail({
    company,
    words: wordsOf({
      name: 'digest',
      company,
      language: 'de',
      values: { day, summary },
      subject: words.subject(summary, day),
      paragraphs: [words.title(formatDay(noon, company.timeZone, 'de'))],
    }),
    siren: alarm,
    preheader: [
      ...filled.flatMap(({ lines }) => lines.map(({ lead }) => whoIs(lead))),
      ...digest.mails.noted.map(whoWrote),
    ]
      .slice(0, 5)
      .join(', '),
    blocks: [
      { type: 'actions', actions: [{ label: actionLabels['capture-call'], url: captureCallUrl }] },
      ...sectionBlocks(mail, filled),
      ...(mail.answerable && filled.length > 0 ? [{ type: 'muted' as const, text: words.howToAnswer }] : []),
      ...mailBlocks(mail),
      ...silenceBlocks(mail),
      { type: 'section', text: words.allTogether },
      { type: 'paragraph', text: figures(digest, company, noon) },
      ...(mail.pushUrl === undefined
        ? []
        : [{ type: 'link' as const, link: { label: actionLabels.push, url: mail.pushUrl } }]),
      ...limitBlocks(company),
    ],
  });
}

/** More lines of mails are a flood: the rest stands on a page of its own. */
const mailsPerSection = 10;

/** What came in and needs a look: at the end, for it is rarely money. */
function mailBlocks(mail: DigestMail): Block[] {
  const { noted, flagged, unprocessed } = mail.digest.mails;
  const rescue = ({ asideId, standsOn }: NotedMail) =>
    asideId === undefined ? viewOf(mail, standsOn) : linkTo(actionLabels.rescue, mail.rescueUrl?.(asideId));
  const blocks = [
    ...mailSection(
      words.noted,
      noted.map((one) => ({ ...lineOf(one), note: whyInWords(one), link: rescue(one) })),
      mail.notedMailsUrl,
    ),
    ...bulkLink(mail),
    ...mailSection(
      words.odd,
      flagged.map((one) => ({ ...lineOf(one), note: oddInWords(one), link: viewOf(mail, one.leadId) })),
    ),
  ];
  if (unprocessed > 0) {
    blocks.push({
      type: 'warning',
      title: words.unprocessed.title(unprocessed),
      text: words.unprocessed.text,
    });
  }
  return blocks;
}

/** One tap for all that robots sent: from two on. */
function bulkLink({ digest, dismissSuspiciousUrl: url }: DigestMail): Block[] {
  if (url === undefined || digest.mails.noted.filter(isSuspicious).length < 2) return [];
  return [{ type: 'link', link: { label: actionLabels['dismiss-suspicious'], url } }];
}

/** Some three lines on a phone, beside the tap: the page behind it has the rest. */
const maxAbout = 80;

/** Without the number of the lead, which an answer to our mail has in its subject and which tells the owner nothing. */
function lineOf(mail: IntakeRecord) {
  const subject = mail.leadId === undefined ? mail.subject : mail.subject?.replace(`[${mail.leadId}]`, '');
  return { who: whoWrote(mail), about: aboutWhat({ subject }, maxAbout) };
}

const viewOf = ({ leadUrl }: DigestMail, leadId: string | undefined) =>
  linkTo(actionLabels.view, leadId === undefined ? undefined : leadUrl?.(leadId));

const linkTo = (label: string, url: string | undefined): ActionLink | undefined =>
  url === undefined ? undefined : { label, url };

/** @param moreUrl leads to all of them, where there is such a page. */
function mailSection(heading: string, mails: readonly MailLine[], moreUrl?: string): Block[] {
  if (mails.length === 0) return [];
  return [
    { type: 'section', text: words.heading(heading, mails.length) },
    { type: 'mails', lines: mails.slice(0, mailsPerSection) },
    ...restOf(mails.length - mailsPerSection, moreUrl),
  ];
}

/** A form that broke is noticed by nobody else. */
function silenceBlocks({ digest, company, now }: DigestMail): Block[] {
  const silent = digest.silentSources.slice(0, 5);
  if (silent.length === 0) return [];
  const items = silent.map(({ source, lastAt, usualDays }) =>
    words.silence.line(singleLine(sourceInWords(source, company), 120), usualDays, formatSince(lastAt, now)),
  );
  return [
    { type: 'section', text: words.silence.heading },
    { type: 'list', items },
  ];
}

/** What a business set before there were limits goes on, but not as far as it says. */
function limitBlocks(company: Company): Block[] {
  const names = new Set(beyondLimits(company).map(({ name }) => mailName({ mail: name, number: 1 })));
  return names.size === 0 ? [] : [{ type: 'muted', text: words.beyondLimits([...names]) }];
}

function summaryOf(digest: Digest): string {
  const parts = pressing.flatMap((key) => {
    const part = digest.sections.find(({ section }) => section === key);
    const count = part ? linesIn(part) : 0;
    const [one, many] = countedLines[key];
    return count > 0 ? [`${count} ${count === 1 ? one : many}`] : [];
  });
  const { mails, silentSources } = digest;
  const aside = mailsToCheck(mails);
  if (aside > 0) parts.push(words.toCheck(aside));
  if (silentSources.length > 0) parts.push(words.sourceSilent);
  return parts.slice(0, 3).join(', ') || words.overview;
}

/** `Montag, 23.11.` */
export function weekdayAndDay(moment: Moment, timeZone: string): string {
  const [weekday] = formatDay(moment, timeZone, 'de').split(',');
  const [, day] = formatShortDay(moment, timeZone, 'de').split(', ');
  return `${weekday}, ${day}`;
}

function sectionBlocks(mail: DigestMail, sections: Digest['sections']): Block[] {
  const blocks: Block[] = [];
  let room = linesInAll;
  for (const part of sections) {
    const { section, lines } = part;
    const all = linesIn(part);
    const most =
      section === 'unconfirmed' && all > limits.alarms.alone ? limits.alarms.alone : linesPerSection;
    const shown = lines.slice(0, Math.min(most, room));
    const hidden = all - shown.length;
    room -= shown.length;
    blocks.push(
      {
        type: 'section',
        text: words.heading(sectionHeadings[section], all),
        urgent: section === 'unconfirmed',
      },
      ...shown.map((line): Block => ({ type: 'entry', entry: entryOf(mail, section, line) })),
    );
    blocks.push(...restOf(hidden, mail.listUrls?.[section] ?? partOf(mail.openRequestsUrl, section)));
    if (section === 'new-requests') blocks.push(...withheldBlocks(mail));
  }
  return blocks;
}

const partOf = (url: string | undefined, section: DigestSection) => url && `${url}#${section}`;

/** @param url leads to all of them, where there is such a page. */
function restOf(hidden: number, url: string | undefined): Block[] {
  if (hidden <= 0) return [];
  const text = words.more(hidden);
  return [url === undefined ? { type: 'muted', text } : { type: 'link', link: { label: text, url } }];
}

function withheldBlocks({ digest: { withheld = 0 }, acknowledgeUrl: url }: DigestMail): Block[] {
  if (withheld === 0 || url === undefined) return [];
  return [
    { type: 'muted', text: words.withheld(withheld) },
    { type: 'link', link: { label: actionLabels['acknowledge-all'], url } },
  ];
}

/** What an entry of a list needs to know besides its lead. */
export type ListMail = Pick<
  DigestMail,
  'company' | 'now' | 'answerable' | 'actionsFor' | 'takesFor' | 'viewUrl' | 'isHis'
>;

/** A lead as one line of a list, with what makes sense now. */
export function entryOf(
  mail: ListMail,
  section: DigestSection,
  { number, lead, note, corrected, joined, moved }: DigestLine,
): Entry {
  const { company, now } = mail;
  const { unanswered } = lead;
  const value = lead.valueCents;
  const details = [
    visible(lead.city, 60),
    lead.kind && kindLabels[lead.kind].de,
    section === 'new-requests' ? undefined : spokenStages[lead.stage],
    formatSince(section === 'new-requests' ? lead.capturedAt : lead.stageSince, now),
    withWhom(mail, lead),
  ];
  return {
    name: mail.answerable ? `${number} · ${whoIs(lead)}` : whoIs(lead),
    amount: value === undefined ? undefined : amountInWords(lead, value, company),
    details: details.filter(Boolean).join(' · '),
    excerpt: unanswered ? answerText(unanswered) : (visible(lead.excerpt) ?? noteText(lead)),
    remarks: [
      ...(unanswered && section !== 'answers' ? [answerInWords(unanswered, now)] : []),
      ...(unanswered ? requestBefore(lead) : []),
      ...(section === 'visits' && putsVisitInDoubt(unanswered) ? [words.visitInDoubt] : []),
      ...(section === 'visits' && !visible(lead.address) ? [words.noAddress] : []),
      ...(corrected ? [correctedWords.lately] : []),
      ...(joined ? [mergedWords.lately(visible(joined.person, 60))] : []),
      ...(lead.known ? [knownInWords(lead.known, { now, timeZone: company.timeZone })] : []),
      ...(lead.belongsTo !== undefined && !isClosed(lead.stage) ? [maybeSame] : []),
      ...(lead.answerHeld && lead.answerHeld.until > now ? [words.answerHeld] : []),
      ...(lead.uncertainMails > 0 ? [words.uncertainMail] : []),
    ],
    note:
      visible(note && noteInWords(note), 300) ??
      noteOf(section, lead, mail) ??
      (moved && moveInWords(moved)) ??
      (unanswered && section === 'answers' ? answerInWords(unanswered, now) : undefined),
    phone: phoneToCall(lead),
    ...(section === 'visits' && placeOf(lead)),
    actions: [...takesOf(mail, lead), ...mail.actionsFor(lead).slice(0, 2)],
    viewUrl: mail.viewUrl(lead),
  };
}

/** A map that phones open in their app; without a street there is nothing to drive to. */
function placeOf({ address, postcode, city }: LeadSummary): Pick<Entry, 'place'> {
  const text = visible(address) && addressOf({ contact: { address, postcode, city, language: 'de' } });
  return text ? { place: { text, url: mapUrl(text) } } : {};
}

/** More stand on the page of the lead. */
const maxTakes = 3;

/** Of what is not the reader's own, whose it is. */
function withWhom({ company, isHis = () => true }: ListMail, lead: LeadSummary): string | undefined {
  const person = isHis(lead) ? undefined : assigneeOf(company, lead);
  return person && words.withWhom(visible(person.name, 60) ?? person.email);
}

/** As long as the answer that says it waits for somebody. */
const takesOf = ({ takesFor }: ListMail, lead: LeadSummary): readonly ActionLink[] =>
  lead.unanswered && takesFor ? takesFor(lead).slice(0, maxTakes) : [];

/** What was noted of a call, where the customer said nothing that anybody wrote down. */
function noteText({ note }: LeadSummary): string | undefined {
  const text = visible(note);
  return text === undefined ? undefined : words.note(text);
}

/** The words that the answer is about, in the one line that is left for them. */
function requestBefore({ excerpt }: LeadSummary): string[] {
  const text = visible(excerpt, 80);
  return text === undefined ? [] : [words.requestBefore(text)];
}

/** The value, and what it is worth at the lead's probability where that is something else. */
function amountInWords(lead: LeadSummary, valueCents: number, company: Company): string {
  const money = (cents: number) => formatMoney(cents, company.currency, 'de');
  const weighted = weightedCents(lead);
  return lead.probability === null || weighted === valueCents
    ? money(valueCents)
    : `${money(valueCents)} (${money(weighted)})`;
}

/** Why the line stands in its section, where the section alone does not say it. */
function noteOf(section: DigestSection, lead: LeadSummary, { company, now }: ListMail): string | undefined {
  if (section === 'visits' && lead.visit) {
    return words.visit(visitTimeAhead(lead.visit, company, now, 'de'));
  }
  return undefined;
}

/** What became of it, and by whom if his name is known. */
function moveInWords({ from, step, person }: NewMove): string | undefined {
  const what = from ? words.movedFrom(spokenStages[from]) : step && words.movedHow[step];
  return what && [what, visible(person, 60)].filter(Boolean).join(' · ');
}

function figures(digest: Digest, company: Company, noon: Moment): string {
  const {
    openLeads,
    pipelineCents,
    weightedCents: weighted,
    wonThisMonth,
    wonThisMonthCents,
  } = digest.figures;
  const money = (cents: number) => formatMoney(cents, company.currency, 'de');
  return words.figures({
    openLeads,
    value: money(pipelineCents),
    weighted: money(weighted),
    month: formatMonth(noon, company.timeZone, 'de'),
    won: wonThisMonth,
    wonValue: money(wonThisMonthCents),
  });
}
