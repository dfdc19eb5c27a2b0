/** What every mail file returns. */
import type { Company } from '../../domain/business/company.ts';
import { inCountry } from '../words/regional.ts';

export interface MailContent {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** An invitation that calendars understand. */
  readonly calendar?:
    | { readonly method: 'REQUEST' | 'PUBLISH' | 'CANCEL'; readonly content: string }
    | undefined;
}

/** A button or link: what the owner can do with one tap. */
export interface ActionLink {
  readonly label: string;
  readonly url: string;
}

/** The parts that are read, in the forms of the business's country. */
export const regional = <Read extends Pick<MailContent, 'subject' | 'text' | 'html'>>(
  mail: Read,
  { country }: Company,
): Read => ({
  ...mail,
  subject: inCountry(mail.subject, country),
  text: inCountry(mail.text, country),
  html: inCountry(mail.html, country),
});
