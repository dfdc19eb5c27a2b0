/** The frame of every mail to the owner, in German. */
import type { Company } from '../company.ts';
import type { Block } from './block.ts';
import { brandOf, ownerFooter } from './footer.ts';
import { layout } from './layout.ts';
import type { ActionLink, MailContent } from './mail-content.ts';
import { plainText } from './plain-text.ts';

export interface OwnerMail {
  readonly company: Company;
  readonly subject: string;
  readonly preheader: string;
  /** The red band of emergencies. */
  readonly alarm?: string | undefined;
  readonly blocks: readonly Block[];
}

/** The mail without a calendar entry. */
export function ownerMail({
  company,
  subject,
  preheader,
  alarm,
  blocks,
}: OwnerMail): Omit<MailContent, 'calendar'> {
  const footer = ownerFooter(company);
  const alarmBlock: Block[] = alarm ? [{ type: 'section', text: alarm }] : [];
  return {
    subject,
    text: plainText([...alarmBlock, ...blocks], footer),
    html: layout({
      language: 'de',
      subject,
      preheader,
      sender: `Nachfass · ${brandOf(company)}`,
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
    { type: 'link', link: { label: 'Ganze Anfrage ansehen', url: viewUrl } },
  ];
}
