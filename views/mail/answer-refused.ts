/** The owner's answer did not go out to the customer: why, what to do, and his words, so that they are not lost. */
import type { Company } from '../../domain/business/company.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { whoIs } from '../lead-text.ts';
import { nameplate } from '../nameplate.ts';
import { multiLine, visible } from '../visitor-text.ts';
import { answerRefusedWords, refusedAnswers } from '../words/mails/answer-refused.ts';
import type { Block } from './block.ts';
import type { ActionLink, MailContent } from './mail-content.ts';
import { leadValues, wordsOf } from './own-words.ts';
import { callBlocks, ownerMail } from './owner-mail.ts';

export type AnswerRefusal = keyof typeof refusedAnswers;

export function answerRefusedMail(mail: {
  readonly company: Company;
  readonly lead: Lead;
  readonly why: AnswerRefusal;
  /** What he wrote. */
  readonly text: string;
  /** Who of the business wrote it, if not the owner himself. */
  readonly writtenBy?: string | undefined;
  /** What he can tap instead. */
  readonly actions?: readonly ActionLink[];
}): MailContent {
  const { company, lead, why, actions = [] } = mail;
  const who = whoIs(lead.contact);
  const uncertain = why === 'uncertain';
  const writer = visible(mail.writtenBy, 80);
  const { title: stays, label } =
    writer === undefined
      ? { title: answerRefusedWords.title(who), label: answerRefusedWords.yourText }
      : {
          title: answerRefusedWords.colleaguesTitle(writer, who),
          label: answerRefusedWords.colleaguesText,
        };
  // Of a request that is not his he is told nothing, as on its page.
  const isHis = why !== 'not-yours';
  const title = uncertain ? answerRefusedWords.uncertainTitle(who) : stays;
  const subject = uncertain
    ? answerRefusedWords.uncertainSubject(nameplate(lead))
    : answerRefusedWords.subject(nameplate(lead), writer);
  const words = wordsOf({
    name: uncertain ? 'answer-uncertain' : 'answer-refused',
    company,
    language: 'de',
    values: isHis ? leadValues(lead) : nothingOf(lead),
    subject: isHis ? subject : answerRefusedWords.strangersSubject,
    paragraphs: [isHis ? title : answerRefusedWords.strangersSubject],
  });
  const text = multiLine(mail.text);
  const blocks: (Block | undefined)[] = [
    { type: 'paragraph', text: refusedAnswers[why] },
    ...(isHis ? callBlocks(lead) : []),
    text ? { type: 'quote', label, text } : undefined,
    actions.length > 0 ? { type: 'actions', actions } : undefined,
  ];
  return ownerMail({
    company,
    words,
    reference: lead.id,
    preheader: refusedAnswers[why],
    blocks,
  });
}

const nothingOf = ({ id }: Lead) => ({
  name: undefined,
  town: undefined,
  customerPhone: undefined,
  reference: id,
});
