/** The owner's answer did not go out to the customer: why, what to do, and his words, so that they are not lost. */
import type { Company } from '../../domain/business/company.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { phoneOf, subjectLine, whoIs } from '../lead-text.ts';
import { multiLine } from '../visitor-text.ts';
import type { Block } from './block.ts';
import type { MailContent } from './mail-content.ts';
import { ownerMail } from './owner-mail.ts';

export type AnswerRefusal =
  | 'unproven'
  | 'no-address'
  | 'bounced'
  | 'complained'
  | 'stopped'
  | 'empty'
  | 'quotes-links'
  | 'too-large'
  | 'rejected'
  | 'uncertain';

const reasons: Readonly<Record<AnswerRefusal, string>> = {
  unproven:
    'Die Mail trägt Ihre Adresse, aber ihr Absender ließ sich nicht bestätigen (SPF, DKIM, DMARC). Vielleicht hat jemand Ihre Adresse benutzt. Waren Sie es selbst, bitten Sie den Betreuer Ihrer Domain, die Signatur Ihrer Mails einzurichten.',
  'no-address': 'Von diesem Kunden ist keine E-Mail-Adresse bekannt. Bitte rufen Sie an.',
  bounced: 'E-Mails an diesen Kunden kommen nicht an. Bitte rufen Sie an.',
  complained: 'Der Kunde hat sich über E-Mails beschwert und bekommt keine mehr. Bitte rufen Sie an.',
  stopped: 'Der Kunde hat weitere E-Mails zu dieser Anfrage abbestellt. Bitte rufen Sie an.',
  empty: 'In Ihrer Antwort stand kein Text, und es war keine Datei dabei.',
  'quotes-links':
    'In Ihrer Antwort stehen noch Knöpfe aus unserer Mail. Mit ihnen könnte der Kunde in Ihrem Namen handeln. Bitte antworten Sie noch einmal, ohne unsere Mail zu zitieren.',
  'too-large': 'Ihre Dateien sind zusammen zu groß. Bitte höchstens 7 MB, oder schicken Sie einen Link.',
  rejected: 'Die Adresse des Kunden wird nicht angenommen. Bitte rufen Sie an.',
  uncertain:
    'Es ist unklar, ob Ihre Antwort hinausging. Damit der Kunde sie nicht doppelt bekommt, schicken wir sie nicht noch einmal. Bitte fragen Sie nach.',
};

export function answerRefusedMail(mail: {
  readonly company: Company;
  readonly lead: Lead;
  readonly why: AnswerRefusal;
  /** What he wrote. */
  readonly text: string;
}): MailContent {
  const { company, lead, why } = mail;
  const who = whoIs(lead.contact);
  const title =
    why === 'uncertain' ? `Ging Ihre Antwort an ${who} hinaus?` : `Ihre Antwort an ${who} ging nicht hinaus`;
  const phone = phoneOf(lead.contact);
  const words = multiLine(mail.text);
  const blocks: (Block | undefined)[] = [
    { type: 'title', text: title },
    { type: 'paragraph', text: reasons[why] },
    phone && { type: 'call', label: 'Anrufen', phone },
    words ? { type: 'quote', label: 'Ihr Text', text: words } : undefined,
  ];
  return ownerMail({
    company,
    subject: subjectLine(title, lead.id),
    preheader: reasons[why],
    blocks: blocks.filter((block) => block !== undefined),
  });
}
