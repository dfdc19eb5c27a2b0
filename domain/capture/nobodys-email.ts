/** Addresses in a form that are no customer's: of the business, or of a program that sent it. */
import type { Company } from '../business/company.ts';
import { emailDomain } from '../business/mail-address.ts';
import { isMachineDomain, machineSender, officeSender, writesForOthers } from '../inbound/machine-senders.ts';
import { isOurAddress, ofCompany } from '../inbound/ours.ts';
import type { Answer } from './form-answer.ts';
import { repairEmail } from './mail-repair.ts';
import { plainWords } from './plain-words.ts';

/** The domains that its forms stand on. */
const hostsOfForms = ofCompany(
  ({ origins }): ReadonlySet<string> =>
    new Set(origins.map((origin) => new URL(origin).hostname.replace(/^www\./, ''))),
);

const isOwnEmail = (email: string, company: Company): boolean =>
  isOurAddress(email, company) || hostsOfForms(company).has(emailDomain(email));

/** Programs that take mails back write from there; typed into a form it is somebody's odd name for his mailbox. */
const takesBack = /^bounces?(?:[+._-].*)?@/;

/** Where a new deployment is tried out: SES takes mails for it as for anybody. */
const simulator = 'simulator.amazonses.com';

/** Of the business, or of a program: no customer reads there. */
export function isNobodysEmail(typed: string, company: Company): boolean {
  const email = typed.toLowerCase();
  const isProgram = machineSender.test(email) && !officeSender.test(email) && !takesBack.test(email);
  const isService = isMachineDomain(email) && emailDomain(email) !== simulator;
  return isOwnEmail(email, company) || isService || isProgram;
}

/** What a mail of the form was sent from. */
const senderName =
  /^(?:from|from ?e ?mail|e ?mail ?from|sender(?: ?e ?mail)?|absender(?: ?(?:e ?mail|adresse))?)$/;

export const isSenderOfForm = ({ label, value }: Answer): boolean =>
  senderName.test(plainWords(label)) && writesForOthers((repairEmail(value) ?? '').toLowerCase());
