import type { Lead } from '../../domain/lead/lead.ts';
import { pipeline } from '../../domain/lead/pipeline.ts';
import { statedBefore, untold } from '../../domain/lead/resubmission.ts';
import { changedFacts, changedMessage } from '../changed-facts.ts';
import { briefly, waysToReach, whoIs } from '../lead-text.ts';
import { nameplate } from '../nameplate.ts';
import { multiLine, visible } from '../visitor-text.ts';
import { correctedWords as words } from '../words/known-person.ts';
import { contactLabels } from '../words/labels.ts';
import type { Block } from './block.ts';
import type { MailContent } from './mail-content.ts';
import { leadValues, wordsOf } from './own-words.ts';
import { answerHint, callBlocks, type LeadNotice, ownerMail, whatToDo } from './owner-mail.ts';

export function requestCorrected(mail: LeadNotice): MailContent {
  const { lead, company, actions, viewUrl } = mail;
  const urgent = pipeline[lead.stage].alarm;
  const who = whoIs(lead.contact);
  const rings = urgent && lead.confirmedAt === undefined;
  return ownerMail({
    company,
    words: wordsOf({
      name: 'request-corrected',
      company,
      language: 'de',
      values: leadValues(lead),
      subject: urgent ? words.urgentSubject(nameplate(lead)) : words.subject(nameplate(lead)),
      paragraphs: [words.title(who)],
    }),
    reference: lead.id,
    preheader: briefly(lead, 140) ?? words.what,
    siren: urgent,
    blocks: [
      rings ? { type: 'paragraph', text: words.ringsOn } : undefined,
      ...correctionBlocks(lead),
      ...callBlocks(lead, urgent),
      mail.answerable ? answerHint : undefined,
      ...whatToDo(actions, viewUrl, urgent),
      {
        type: 'facts',
        facts: [...waysToReach(lead, mail.writeTo), { label: contactLabels.reference.de, value: lead.id }],
      },
    ],
  });
}

/**
 * What the owner has not been told yet.
 * @param messageShown what the customer writes now stands in the mail already.
 */
export function correctionBlocks(lead: Lead, messageShown = false): Block[] {
  const count = untold(lead);
  if (count === 0) return [];
  const files = lead.timeline
    .filter((event) => event.type === 'resubmitted')
    .slice(-count)
    .flatMap((event) => event.files?.files ?? [])
    .map(({ name }) => visible(name, 80) ?? '');
  const before = statedBefore(lead);
  const facts = before ? changedFacts(before, lead) : [];
  const message = before
    ? changedMessage(before, lead)
    : { before: '', now: multiLine(lead.request.message ?? '', 3_000) };
  const blocks: Block[] = [
    ...(facts.length > 0
      ? [
          {
            type: 'facts' as const,
            facts: facts.map(({ label, value, before: old }) => ({
              label,
              value: old === undefined ? value : `${value} (${words.before(old)})`,
            })),
          },
        ]
      : []),
    ...(files.length > 0
      ? [{ type: 'facts' as const, facts: [{ label: words.newFiles, value: files.join(', ') }] }]
      : []),
    ...(message && !messageShown
      ? [{ type: 'quote' as const, label: words.message, text: message.now || words.none }]
      : []),
    ...(message?.before
      ? [{ type: 'quote' as const, label: words.earlierMessage, text: message.before }]
      : []),
  ];
  return [
    { type: 'section', text: words.what },
    ...(blocks.length > 0 ? blocks : [{ type: 'paragraph' as const, text: words.onlyOlder }]),
  ];
}
