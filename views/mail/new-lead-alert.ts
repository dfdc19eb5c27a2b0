/** Somebody wants something: told to the owner at once, urgent requests so that one look is enough. */

import type { Company } from '../../domain/business/company.ts';
import { assigneeOf } from '../../domain/business/recipients.ts';
import { isMachinery } from '../../domain/capture/machinery.ts';
import { withoutTracking } from '../../domain/capture/without-tracking.ts';
import { isUnacknowledged } from '../../domain/lead/acknowledging.ts';
import { askables } from '../../domain/lead/askable.ts';
import { callToTell } from '../../domain/lead/captured-call.ts';
import { isSaidLate } from '../../domain/lead/lateness.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { keptWith, lostFiles } from '../../domain/lead/mail-files.ts';
import { pipeline } from '../../domain/lead/pipeline.ts';
import { isSubmitted } from '../../domain/lead/repeat.ts';
import { withoutOwnLabel } from '../../domain/listening/own-label.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { briefly, callOf, messageOf, noteToShow, waysToReach, whoIs, whoseRequest } from '../lead-text.ts';
import { alarmPlate, nameplate } from '../nameplate.ts';
import { multiLine, singleLine, visible } from '../visitor-text.ts';
import { unknownPerson } from '../words/addressing.ts';
import { formatDayAndTime, formatSince } from '../words/format.ts';
import { knownInWords, maybeSame, viewEarlier } from '../words/known-person.ts';
import { contactLabels, kindLabels, sourceLabels, urgencyLabels } from '../words/labels.ts';
import { factNames } from '../words/lead-page.ts';
import { otherLanguages, newLeadWords as words } from '../words/mails/new-lead-alert.ts';
import { privateNote } from '../words/private-note.ts';
import { mailsStoppedInWords, unacknowledgedInWords } from '../words/standing.ts';
import type { Block, Fact } from './block.ts';
import type { ActionLink, MailContent } from './mail-content.ts';
import { noNumberBlocks } from './no-number.ts';
import { leadValues, wordsOf } from './own-words.ts';
import {
  answerHint,
  callBlocks,
  filesBlock,
  type LeadNotice,
  lostFilesBlock,
  ownerMail,
  whatToDo,
} from './owner-mail.ts';
import { correctionBlocks } from './request-corrected.ts';

/** What a phone shows without much scrolling; the rest stands on the lead's page. */
const maxAnswers = 12;

export interface NewLeadAlert extends Omit<LeadNotice, 'takes'> {
  /** Sends the first answer, where it was held back. */
  readonly acknowledge?: ActionLink | undefined;
  /** The page of the request that this one may belong to, else of the person's last one. */
  readonly earlierUrl?: string | undefined;
}

/** The alert about a new request to the owner. */
export function newLeadAlert(alert: NewLeadAlert): MailContent {
  const { lead, company, now, actions, viewUrl } = alert;
  const { contact, request } = lead;
  const urgent = pipeline[lead.stage].alarm;
  const who = whoseRequest(lead);
  const town = visible(contact.city, 60);
  const whoAndWhere = town ? `${who}, ${town}` : who;
  const what = request.kind ? kindLabels[request.kind].de : words.someRequest;
  const since = urgent && isSaidLate(lead, now) ? formatSince(lead.capturedAt, now) : undefined;
  const message = messageOf(lead);
  const note = message ? undefined : noteToShow(lead);
  const blocks: (Block | undefined)[] = [
    { type: 'muted', text: [what, urgencyInWords(request), sourceLabels[lead.source].de].join(' · ') },
    since === undefined ? undefined : { type: 'warning', ...words.late(since) },
    callBlock(lead, company),
    request.gas ? gasWarning(lead) : undefined,
    ...knownBlocks(alert),
    lead.mailsStopped ? { type: 'paragraph', text: mailsStoppedInWords[lead.mailsStopped] } : undefined,
    ...(urgent ? noNumberBlocks(lead, company, now) : []),
    ...callBlocks(lead, urgent),
    message ? { type: 'quote', label: words.message, text: message } : undefined,
    note ? { type: 'quote', label: privateNote, text: note } : undefined,
    ...correctionBlocks(lead, message !== undefined),
    ...portalBlocks(lead),
    ...lead.timeline.filter(isSubmitted).flatMap((event) => filesBlock(keptWith(event))),
    ...lostFilesBlock(lostFiles(lead.timeline)),
    ...acknowledgementBlocks(alert),
    alert.answerable ? answerHint : undefined,
    ...whatToDo(actions, viewUrl, urgent),
    ...factBlocks(alert),
  ];
  return ownerMail({
    company,
    words: wordsOf({
      name: urgent ? 'new-lead-alert-urgent' : 'new-lead-alert',
      company,
      language: 'de',
      values: { ...leadValues(lead), kind: what },
      subject:
        since !== undefined
          ? words.lateSubject(alarmPlate(lead), since)
          : urgent
            ? alarmPlate(lead)
            : words.subject(nameplate({ ...lead, who })),
      paragraphs: [
        urgent
          ? whoAndWhere
          : whoIs(contact) === unknownPerson && note !== undefined
            ? words.untitled
            : words.title(who),
      ],
    }),
    reference: lead.id,
    preheader: briefly(lead, 140) ?? `${what}, ${sourceLabels[lead.source].de}`,
    alarm: urgent ? (callOf(lead) ? words.alarm : words.noNumber.alarm) : undefined,
    blocks,
  });
}

/** Somebody else spoke with the customer. */
function callBlock(lead: Lead, company: Company): Block | undefined {
  const author = callToTell(lead)?.person;
  if (author === undefined) return undefined;
  const isHis = assigneeOf(company, lead)?.name === author;
  return { type: 'paragraph', text: words.captured(visible(author, 60) ?? words.somebody, isHis) };
}

/** Who he is to the business, and whether this is something that is open already. */
function knownBlocks({ lead, company, now, earlierUrl }: NewLeadAlert): Block[] {
  const { known, belongsTo } = lead;
  const lines = [
    ...(known ? [knownInWords(known, { now, timeZone: company.timeZone })] : []),
    ...(belongsTo === undefined ? [] : [maybeSame]),
  ];
  return [
    ...lines.map((text) => ({ type: 'paragraph', text }) as const),
    ...(earlierUrl === undefined
      ? []
      : [{ type: 'link' as const, link: { label: viewEarlier, url: earlierUrl } }]),
  ];
}

/** The customer does not know that his request is here. */
function acknowledgementBlocks({ lead, acknowledge }: NewLeadAlert): Block[] {
  if (!isUnacknowledged(lead)) return [];
  return [
    { type: 'paragraph', text: unacknowledgedInWords(lead) },
    ...(acknowledge ? [{ type: 'actions' as const, actions: [acknowledge] }] : []),
  ];
}

/** Portals want the answer on their pages, and in time. */
function portalBlocks({ attribution: { portal } }: Lead): Block[] {
  if (!portal) return [];
  const { name, url, deadline } = portal;
  const shown = visible(name, 80);
  return [
    {
      type: 'paragraph',
      text: words.portal.wants(shown ?? words.portal.unnamed, visible(deadline, 100)),
    },
    ...(url !== undefined && /^https?:/.test(url)
      ? [{ type: 'link' as const, link: { label: words.portal.view(shown), url } }]
      : []),
  ];
}

function gasWarning(lead: Lead): Block {
  const { contact } = lead;
  const told = contact.email !== undefined && !isUnacknowledged(lead);
  return {
    type: 'warning',
    title: words.gas.title,
    text: told ? words.gas.told : contact.email ? words.gas.unanswered : words.gas.untold,
  };
}

function urgencyInWords({ urgency, urgencyWord }: Lead['request']): string {
  return `${urgencyLabels[urgency].de}${recognisedBy(urgencyWord)}`;
}

/** The word of the message that decided, so that the owner sees when it decided wrongly. */
function recognisedBy(word: string | undefined): string {
  const seen = visible(word);
  return seen ? words.recognisedBy(seen) : '';
}

/** How to reach him, what he said, and last where it came from. */
function factBlocks({ lead, company, writeTo }: NewLeadAlert): Block[] {
  const answers = customersAnswers(lead);
  const further = answers.length - maxAnswers;
  const shown = answers.slice(0, maxAnswers);
  const origin = originFacts(lead, company);
  if (further <= 0)
    return [
      { type: 'facts', facts: [...waysToReach(lead, writeTo), ...kindFacts(lead), ...shown, ...origin] },
    ];
  return [
    { type: 'facts', facts: [...waysToReach(lead, writeTo), ...kindFacts(lead), ...shown] },
    { type: 'muted', text: words.furtherAnswers(further) },
    { type: 'facts', facts: origin },
  ];
}

function kindFacts({ request }: Lead): Fact[] {
  return [
    ...(request.kind
      ? [{ label: words.kind, value: `${kindLabels[request.kind].de}${recognisedBy(request.kindWord)}` }]
      : []),
    { label: words.urgency, value: urgencyInWords(request) },
  ];
}

/** What the customer filled in beside his message; what the form says about itself is on the lead's page. */
function customersAnswers({ request }: Lead): Fact[] {
  const typed = (label: string, text: string | undefined): Fact[] => {
    const value = visible(text, 1_000);
    return value ? [{ label, value }] : [];
  };
  return [
    ...askables.flatMap((fact) => typed(words[fact], withoutOwnLabel(fact, request[fact] ?? ''))),
    ...request.extra
      .filter(({ name, value }) => !isMachinery(name, value))
      .flatMap(({ name, value }) => typed(labelOf(name), multiLine(value).replaceAll('\n', ' / '))),
  ];
}

/** Fields of our own contract in the owner's language, others as their form calls them. */
const labelOf = (name: string): string =>
  words.contractFields[name] ?? visible(name, 60) ?? words.unnamedField;

/** What a person named; the rest are numbers. */
const toldOfCampaign = /^utm_(?:source|medium|campaign|term)$/;

function originFacts(lead: Lead, company: Company): Fact[] {
  const { attribution, consent } = lead;
  const when = (moment: Moment) => formatDayAndTime(moment, company.timeZone, 'de');
  const campaign = Object.entries(attribution.utm)
    .filter(([name, value]) => toldOfCampaign.test(name) && !isMachinery('', value))
    .map(([name, value]) => `${singleLine(name.replace(/^utm_/, ''), 40)}: ${singleLine(value)}`)
    .join(', ');
  const language = otherLanguages[lead.contact.language];
  return [
    { label: words.source, value: sourceLabels[lead.source].de },
    { label: words.received, value: when(lead.capturedAt) },
    ...(attribution.mailbox ? [{ label: words.mailbox, value: singleLine(attribution.mailbox) }] : []),
    ...(language ? [{ label: words.language, value: language }] : []),
    ...(campaign ? [{ label: words.campaign, value: singleLine(campaign, 500) }] : []),
    ...(attribution.page
      ? [{ label: words.page, value: singleLine(withoutTracking(attribution.page), 500) }]
      : []),
    ...(attribution.referrer
      ? [{ label: words.referrer, value: singleLine(withoutTracking(attribution.referrer), 500) }]
      : []),
    {
      label: words.consent,
      value: consent
        ? words.consented(when(consent.at), singleLine(consent.wording, 500), visible(consent.page))
        : words.noConsent,
    },
    ...(lead.relatedTo ? [{ label: factNames.earlierRequest, value: lead.relatedTo }] : []),
    { label: contactLabels.reference.de, value: lead.id },
  ];
}
