/** The frame of every mail to the owner, in German. */

import { brandOf, type Company } from '../../domain/business/company.ts';
import type { MailReference } from '../../domain/lead/origin.ts';
import { subjectLine } from '../lead-text.ts';
import { singleLine } from '../visitor-text.ts';
import { ownerWords } from '../words/mails/owner-frame.ts';
import type { Block } from './block.ts';
import { ownerFooter } from './footer.ts';
import { layout } from './layout.ts';
import type { ActionLink, MailContent } from './mail-content.ts';
import type { Words } from './own-words.ts';
import { plainText } from './plain-text.ts';

export interface OwnerMail {
  readonly company: Company;
  readonly words: Pick<Words, 'subject' | 'paragraphs'>;
  /** The lead it is about. */
  readonly reference?: string;
  readonly preheader: string;
  /** The red band of emergencies. */
  readonly alarm?: string | undefined;
  /** The sign of emergencies in the subject; default: with the band. */
  readonly siren?: boolean;
  /** What follows the heading and its words; `undefined`: there is nothing of it to say. */
  readonly blocks: readonly (Block | undefined)[];
}

/** The mail without a calendar entry. */
export function ownerMail({
  company,
  words,
  reference,
  preheader,
  alarm,
  siren = alarm !== undefined,
  blocks: shown,
}: OwnerMail): Omit<MailContent, 'calendar'> {
  const footer = ownerFooter(company);
  const alarmBlock: Block[] = alarm ? [{ type: 'section', text: alarm }] : [];
  // Own words may be calm, an emergency is not.
  const line = siren && !words.subject.includes('🚨') ? `🚨 ${words.subject}` : words.subject;
  const subject = reference === undefined ? singleLine(line) : subjectLine(line, reference);
  const [first, ...others] = words.paragraphs;
  const blocks: Block[] = [
    { type: 'title', text: first.replaceAll('\n', ' ') },
    ...others.map((text) => ({ type: 'paragraph' as const, text })),
    ...shown.filter((block) => block !== undefined),
  ];
  return {
    subject,
    text: plainText([...alarmBlock, ...blocks], footer),
    html: layout({
      language: 'de',
      subject,
      preheader,
      sender: ownerWords.sender(brandOf(company)),
      company,
      alarm,
      blocks,
      footer,
    }),
  };
}

/** The buttons of a mail about one lead, and the way to its page. */
export function whatToDo(actions: readonly ActionLink[], viewUrl: string, urgent = false): Block[] {
  return [
    ...(actions.length > 0 ? [{ type: 'actions' as const, actions, urgent }] : []),
    { type: 'link', link: { label: ownerWords.wholeRequest, url: viewUrl } },
  ];
}

/** The owner need not tap anything: his mail program will do. */
export const answerHint: Block = { type: 'muted', text: ownerWords.answerHint };

/** What came with a mail; the files themselves are on the lead's page. */
export function filesBlock(mail: MailReference | undefined): Block[] {
  if (!mail) return [];
  if (mail.flags?.includes('virus')) {
    return [{ type: 'warning', ...ownerWords.virus }];
  }
  const pictures = mail.files.filter(({ contentType }) => contentType.startsWith('image/')).length;
  const others = mail.files.length - pictures;
  return mail.files.length === 0 ? [] : [{ type: 'paragraph', text: ownerWords.files(pictures, others) }];
}
