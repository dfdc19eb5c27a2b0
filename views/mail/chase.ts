/** It is the owner's turn: one sentence why this mail comes, the number to call, and what to do with one tap. */

import { isAlarm } from '../../domain/lead/actions.ts';
import { type Lead, weightedCents } from '../../domain/lead/lead.ts';
import { lastAnswer } from '../../domain/lead/learning.ts';
import { photosIn } from '../../domain/lead/mail-files.ts';
import { type CadenceName, pipeline } from '../../domain/lead/pipeline.ts';
import { alarmStage } from '../../domain/lead/stages.ts';
import { isVisitUntold } from '../../domain/lead/visit.ts';
import {
  briefly,
  messageOf,
  noteToShow,
  personOf,
  phoneToCall,
  waysToReach,
  whoseRequest,
} from '../lead-text.ts';
import { alarmPlate, nameplate } from '../nameplate.ts';
import { multiLine, visible } from '../visitor-text.ts';
import { formatMoney, formatSince } from '../words/format.ts';
import { contactLabels } from '../words/labels.ts';
import { lastStep } from '../words/last-step.ts';
import { factNames } from '../words/lead-page.ts';
import { learnedLabels, learnedWords } from '../words/learned.ts';
import { chaseReasons, chaseWords } from '../words/mails/chase.ts';
import { photosInWords } from '../words/mails/owner-frame.ts';
import { privateNote } from '../words/private-note.ts';
import { spokenStages } from '../words/stages.ts';
import { untoldVisitInWords } from '../words/standing.ts';
import type { Block, Fact } from './block.ts';
import type { MailContent } from './mail-content.ts';
import { noNumberBlocks } from './no-number.ts';
import { leadValues, type Words, wordsOf } from './own-words.ts';
import { answerHint, callBlocks, filesBlock, type LeadNotice, ownerMail, whatToDo } from './owner-mail.ts';

export interface Chase extends LeadNotice {
  readonly cadence: CadenceName;
  /** Counts from 1. */
  readonly number: number;
  /** The last mail of its cadence, after which an open lead is stalled: it says so. */
  readonly stalls: boolean;
}

/** Why it is the owner's turn, in the words of the business where it has its own. */
export function chaseWordsOf({
  lead,
  company,
  now,
  cadence,
  number,
}: Pick<Chase, 'lead' | 'company' | 'now' | 'cadence' | 'number'>): Words {
  const plate = isUrgent(cadence) ? alarmPlate(lead) : nameplate({ ...lead, who: whoseRequest(lead) });
  const who = personOf(lead);
  const { subject, because } = chaseReasons[cadence]({ lead, who, plate, company, now, number });
  return wordsOf({
    name: `chase-${cadence}`,
    number,
    company,
    language: 'de',
    values: {
      ...leadValues(lead),
      since: formatSince(lead.cadence?.startedAt ?? lead.stageSince, now),
      quotedSum:
        lead.quotedCents === undefined ? undefined : formatMoney(lead.quotedCents, company.currency, 'de'),
    },
    subject,
    paragraphs: [because],
  });
}

const isUrgent = (cadence: CadenceName): boolean => cadence === pipeline[alarmStage].cadence;

/** Reminder `number` of a cadence to the owner. */
export function chase(mail: Chase): MailContent {
  const { lead, company, now, cadence, stalls, actions, viewUrl } = mail;
  const urgent = isUrgent(cadence);
  const rings = cadence === 'replied' && isAlarm(lead);
  const words = chaseWordsOf(mail);
  const blocks: (Block | undefined)[] = [
    ...untoldBlocks(mail),
    ...(cadence === 'replied' ? [...replyBlocks(lead), ...learnedBlocks(mail)] : []),
    ...(urgent ? noNumberBlocks(lead, company, now) : []),
    ...callBlocks(lead, urgent || rings),
    urgent ? { type: 'muted', text: chaseWords.untilConfirmed } : undefined,
    mail.answerable ? answerHint : undefined,
    ...whatToDo(actions, viewUrl, urgent),
    { type: 'facts', facts: facts(mail) },
    requestBlock(lead),
    stalls
      ? { type: 'muted', text: cadence === 'stopped' ? chaseWords.stallsByStop : chaseWords.stalls }
      : undefined,
  ];
  return ownerMail({
    company,
    words,
    reference: lead.id,
    preheader: words.own ? words.paragraphs[0] : (spoken(mail) ?? words.paragraphs[0]),
    alarm: urgent || rings ? chaseWords.alarm : undefined,
    blocks,
  });
}

/** What the customer says, and where he is called: why the mail comes says its subject. */
function spoken({ lead, cadence }: Chase): string | undefined {
  const reply = lead.timeline.findLast((event) => event.type === 'customer-replied');
  const said =
    cadence === 'replied' ? visible(reply?.text, 140) : lead.request.sealed ? undefined : briefly(lead, 100);
  const parts = [phoneToCall({ ...lead.contact, known: lead.known })?.text, said && `„${said}“`];
  return parts.filter(Boolean).join(' · ') || undefined;
}

/** In one mail, the next that he gets. */
function untoldBlocks({ lead, company, now }: Chase): Block[] {
  const { visit, timeline } = lead;
  if (!visit || !isVisitUntold(lead, now)) return [];
  const isTold = timeline.some(({ type, at }) => type === 'owner-chased' && at > visit.startsAt);
  return isTold ? [] : [{ type: 'paragraph', text: untoldVisitInWords(visit.startsAt, company) }];
}

/** The newest answer, who wrote it if it was somebody else, and what came with it. */
function replyBlocks(lead: Lead): Block[] {
  const reply = lead.timeline.findLast((event) => event.type === 'customer-replied');
  if (!reply) return [];
  const text = multiLine(reply.text ?? '', 3_000);
  const stranger = visible(reply.from, 254);
  return [
    ...(stranger
      ? [
          {
            type: 'warning' as const,
            title: chaseWords.otherAddress.title,
            text: chaseWords.otherAddress.text(stranger),
          },
        ]
      : []),
    ...(text
      ? [{ type: 'quote' as const, label: reply.called ? chaseWords.call : chaseWords.reply, text }]
      : []),
    ...filesBlock(reply.mail),
  ];
}

/** What the answer taught, and what it says otherwise. */
function learnedBlocks({ lead, takes = [] }: Chase): Block[] {
  const filled = (lastAnswer(lead)?.taught ?? []).flatMap(({ fact, value }) => {
    const shown = visible(value, 200);
    return shown === undefined ? [] : [{ label: learnedLabels[fact], value: shown }];
  });
  const photos = photosInWords(photosIn(lastAnswer(lead)?.reply.mail));
  if (photos !== undefined) filled.push({ label: factNames.photos, value: photos });
  return [
    ...(filled.length > 0
      ? [
          { type: 'muted' as const, text: learnedWords.filled },
          { type: 'facts' as const, facts: filled },
        ]
      : []),
    ...(takes.length > 0
      ? [
          { type: 'muted' as const, text: learnedWords.differs },
          { type: 'actions' as const, actions: takes },
        ]
      : []),
  ];
}

function requestBlock(lead: Lead): Block | undefined {
  const text = messageOf(lead, 1_000);
  if (text) return { type: 'quote', label: chaseWords.request, text };
  const note = noteToShow(lead);
  return note ? { type: 'quote', label: privateNote, text: note } : undefined;
}

function facts({ lead, company, writeTo }: Chase): Fact[] {
  const step = lastStep(lead, company.timeZone);
  const money = (cents: number) => formatMoney(cents, company.currency, 'de');
  return [
    ...waysToReach(lead, writeTo),
    { label: chaseWords.stage, value: spokenStages[lead.stage] },
    ...(lead.valueCents === undefined
      ? []
      : [
          {
            label: chaseWords.value,
            value: chaseWords.weighted(
              money(lead.valueCents),
              lead.probability ?? 0,
              money(weightedCents(lead)),
            ),
          },
        ]),
    ...(step ? [{ label: chaseWords.lastStep, value: step }] : []),
    { label: contactLabels.reference.de, value: lead.id },
  ];
}
