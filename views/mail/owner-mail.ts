/** The frame of every mail to the owner, in German. */

import { brandOf, type Company } from '../../domain/business/company.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { KeptFiles } from '../../domain/lead/mail-files.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { callOf, subjectLine } from '../lead-text.ts';
import { singleLine, visible } from '../visitor-text.ts';
import { earlierPhoneHint } from '../words/known-person.ts';
import { notTransferred } from '../words/lost-files.ts';
import { ownerWords } from '../words/mails/owner-frame.ts';
import type { Block } from './block.ts';
import { ownerFooter } from './footer.ts';
import { layout } from './layout.ts';
import { type ActionLink, type MailContent, regional } from './mail-content.ts';
import type { Words } from './own-words.ts';
import { plainText } from './plain-text.ts';

/** What a mail about one lead shows to whoever owes it something. */
export interface LeadNotice {
  readonly lead: Lead;
  readonly company: Company;
  readonly now: Moment;
  readonly actions: readonly ActionLink[];
  /** What the answer says otherwise than the lead: one tap takes it. */
  readonly takes?: readonly ActionLink[] | undefined;
  readonly viewUrl: string;
  /** Our address of the lead, to write to the customer through it. */
  readonly writeTo?: string | undefined;
  /** An answer to this mail goes on to the customer. */
  readonly answerable?: boolean | undefined;
}

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
  return regional(
    {
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
    },
    company,
  );
}

/** The one big button, and that the number is of an earlier request, if so. */
export function callBlocks(lead: Lead, urgent = false): Block[] {
  const call = callOf(lead);
  if (!call) return [];
  const { phone, isEarlier } = call;
  return [
    { type: 'call', label: urgent ? ownerWords.callNow : ownerWords.call, phone, urgent },
    ...(isEarlier ? [{ type: 'muted' as const, text: earlierPhoneHint }] : []),
  ];
}

/** Who has to choose among more than these chooses none. */
const maxButtons = 4;

/** The buttons of a mail about one lead, the likeliest step first and filled, and the way to its page with all others. */
export function whatToDo(actions: readonly ActionLink[], viewUrl: string, urgent = false): Block[] {
  const buttons = actions.slice(0, maxButtons);
  return [
    ...(buttons.length > 0
      ? [
          {
            type: 'actions' as const,
            actions: buttons,
            first: urgent ? ('urgent' as const) : ('likeliest' as const),
          },
        ]
      : []),
    ...(actions.length > maxButtons ? [{ type: 'muted' as const, text: ownerWords.more }] : []),
    { type: 'link', link: { label: ownerWords.wholeRequest, url: viewUrl } },
  ];
}

/** The owner need not tap anything: his mail program will do. */
export const answerHint: Block = { type: 'muted', text: ownerWords.answerHint };

/** More names tell no more. */
const namedFiles = 5;

/** What came with a mail or a form; the files themselves are on the lead's page. */
export function filesBlock(kept: KeptFiles | undefined): Block[] {
  if (!kept) return [];
  if (kept.flags?.includes('virus')) {
    return [{ type: 'warning', ...ownerWords.virus }];
  }
  const pictures = kept.files.filter(({ contentType }) => contentType.startsWith('image/')).length;
  const others = kept.files.length - pictures;
  const names = kept.files.slice(0, namedFiles).flatMap(({ name }) => visible(name, 60) ?? []);
  return kept.files.length === 0
    ? []
    : [{ type: 'paragraph', text: ownerWords.files(pictures, others, names) }];
}

/** Files that came with a form and could not be kept. */
export function lostFilesBlock(names: readonly string[]): Block[] {
  const shown = names.flatMap((name) => visible(name, 60) ?? []);
  return shown.length === 0
    ? []
    : [{ type: 'warning', title: ownerWords.lostFiles, text: notTransferred(shown) }];
}
