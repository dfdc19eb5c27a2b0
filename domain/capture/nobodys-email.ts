/** Addresses in a form that are no customer's: of the business, or of a program that sent it. */
import type { Company } from '../business/company.ts';
import { emailDomain } from '../business/mail-address.ts';
import { isMachineDomain, machineSender, officeSender, writesForOthers } from '../inbound/machine-senders.ts';
import { isOurAddress } from '../inbound/ours.ts';
import { plainWords } from './field-names.ts';
import type { Answer } from './form-answer.ts';
import { repairEmail } from './mail-repair.ts';

/** An address of the business, or at a domain that its forms stand on. */
function isOwnEmail(email: string, company: Company): boolean {
  const hosts = company.origins.map((origin) => new URL(origin).hostname.replace(/^www\./, ''));
  return isOurAddress(email, company) || hosts.includes(emailDomain(email));
}

/** Of the business, or of a program: no customer reads there. */
export const isNobodysEmail = (email: string, company: Company): boolean =>
  isOwnEmail(email, company) ||
  isMachineDomain(email) ||
  (machineSender.test(email.toLowerCase()) && !officeSender.test(email.toLowerCase()));

/** What a mail of the form was sent from. */
const senderName =
  /^(?:from|from ?e ?mail|e ?mail ?from|sender(?: ?e ?mail)?|absender(?: ?(?:e ?mail|adresse))?)$/;

export const isSenderOfForm = ({ label, value }: Answer): boolean =>
  senderName.test(plainWords(label)) && writesForOthers((repairEmail(value) ?? '').toLowerCase());
