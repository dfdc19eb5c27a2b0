/** The link by which somebody of the business gets into the desk. */
import type { Company } from '../../domain/business/company.ts';
import { loginWords } from '../words/desk/login.ts';
import type { MailContent } from './mail-content.ts';
import { ownerMail } from './owner-mail.ts';

export function loginLinkMail(company: Company, url: string): MailContent {
  const { subject, title, detail, button, notYou } = loginWords.mail;
  return ownerMail({
    company,
    words: { subject, paragraphs: [title, detail] },
    preheader: detail,
    blocks: [
      { type: 'actions', actions: [{ label: button, url }], first: 'likeliest' },
      { type: 'muted', text: notYou },
    ],
  });
}
