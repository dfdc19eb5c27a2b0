import { isAlarm } from '../../domain/lead/actions.ts';
import { phoneOf, waysToReach, whoIs } from '../lead-text.ts';
import { multiLine, visible } from '../visitor-text.ts';
import { unknownPerson } from '../words/addressing.ts';
import { learnedWords } from '../words/learned.ts';
import { chaseWords } from '../words/mails/chase.ts';
import type { Block } from './block.ts';
import type { MailContent } from './mail-content.ts';
import { leadValues, wordsOf } from './own-words.ts';
import { callBlocks, filesBlock, type LeadNotice, ownerMail, whatToDo } from './owner-mail.ts';

export function emergencyNumber(mail: LeadNotice): MailContent {
  const { lead, company, actions, takes = [], viewUrl, writeTo } = mail;
  const rings = isAlarm(lead);
  const reply = lead.timeline.findLast((event) => event.type === 'customer-replied');
  const [first] = reply?.facts?.phones ?? [];
  const phone = (first && phoneOf(first)) ?? phoneOf(lead.contact);
  const { phone: _number, ...withoutNumber } = lead.contact;
  const known = whoIs(withoutNumber);
  const who = known === unknownPerson ? undefined : known;
  const { subject, because } = learnedWords.phone;
  const text = multiLine(reply?.text ?? '', 3_000);
  // What he sent last is called, also where another number stands on the lead.
  const isOther = phone !== undefined && phone.url !== phoneOf(lead.contact)?.url;
  const blocks: (Block | undefined)[] = [
    ...(isOther ? [{ type: 'call' as const, label: chaseWords.callNumber, phone, urgent: true }] : []),
    ...callBlocks(lead, !isOther),
    text ? { type: 'quote', label: chaseWords.reply, text } : undefined,
    ...filesBlock(reply?.mail),
    rings ? { type: 'muted', text: chaseWords.untilConfirmed } : undefined,
    ...(takes.length > 0 ? [{ type: 'actions' as const, actions: takes }] : []),
    ...whatToDo(actions, viewUrl, rings),
    { type: 'facts', facts: waysToReach(lead, writeTo) },
  ];
  return ownerMail({
    company,
    words: wordsOf({
      name: 'emergency-number',
      company,
      language: 'de',
      values: leadValues(lead),
      subject: subject(who, phone?.text ?? ''),
      paragraphs: [because(who, phone?.text ?? '')],
    }),
    reference: lead.id,
    preheader: [phone?.text, visible(reply?.text, 140)].filter(Boolean).join(' · '),
    alarm: rings ? chaseWords.alarm : undefined,
    blocks,
  });
}
