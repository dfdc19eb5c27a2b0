import { pipeline } from '../../domain/lead/pipeline.ts';
import { briefly, messageOf, waysToReach, whoseRequest } from '../lead-text.ts';
import { nameplate } from '../nameplate.ts';
import { visible } from '../visitor-text.ts';
import { formatDayAndTime } from '../words/format.ts';
import { contactLabels } from '../words/labels.ts';
import { factNames } from '../words/lead-page.ts';
import { assignedWords as words } from '../words/mails/lead-assigned.ts';
import { newLeadWords } from '../words/mails/new-lead-alert.ts';
import type { MailContent } from './mail-content.ts';
import { leadValues, wordsOf } from './own-words.ts';
import { answerHint, callBlocks, type LeadNotice, ownerMail, whatToDo } from './owner-mail.ts';

export function leadAssigned(mail: LeadNotice): MailContent {
  const { lead, company, actions, viewUrl } = mail;
  const giver = visible(lead.timeline.findLast(({ type }) => type === 'assigned')?.person, 60);
  const who = whoseRequest(lead);
  const message = messageOf(lead);
  const urgent = pipeline[lead.stage].alarm;
  const visit = lead.visit && formatDayAndTime(lead.visit.startsAt, company.timeZone, 'de');
  return ownerMail({
    company,
    words: wordsOf({
      name: 'lead-assigned',
      company,
      language: 'de',
      values: { ...leadValues(lead), giver },
      subject: nameplate({ ...lead, who, before: words.before }),
      paragraphs: [words.title(giver, who), words.what],
    }),
    reference: lead.id,
    preheader: briefly(lead, 140) ?? words.what,
    siren: urgent,
    blocks: [
      ...callBlocks(lead, urgent),
      message === undefined ? undefined : { type: 'quote', label: newLeadWords.message, text: message },
      mail.answerable ? answerHint : undefined,
      ...whatToDo(actions, viewUrl, urgent),
      {
        type: 'facts',
        facts: [
          ...(visit === undefined ? [] : [{ label: factNames.visit, value: visit }]),
          ...waysToReach(lead, mail.writeTo),
          { label: contactLabels.reference.de, value: lead.id },
        ],
      },
    ],
  });
}
