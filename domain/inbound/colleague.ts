/** Mails of those who work here besides the owner: they speak for the business, whatever they quote. */
import type { Company } from '../business/company.ts';
import { personAt } from '../business/people.ts';
import { onlySender } from './authentic.ts';
import { findCustomersMail, passesOn } from './forward.ts';
import type { IncomingMail } from './incoming-mail.ts';
import { writesForOthers } from './machine-senders.ts';
import { authorOfRewritten } from './mail-contact.ts';
import { isOurAddress } from './ours.ts';

/**
 * Does somebody of the business write in his own name, as From says? It proves nothing yet. Not a program or a group of ours
 * that speaks for a customer, and not whoever hands a customer's mail on. What hangs below an answer is only quoted.
 */
export function isColleagues(mail: IncomingMail, company: Company): boolean {
  const address = onlySender(mail)?.address;
  if (address === undefined || !isOurAddress(address, company)) return false;
  if (writesForOthers(address) && personAt(company, address) === undefined) return false;
  if (!mail.replyTo.every((one) => isOurAddress(one.address, company))) return false;
  return authorOfRewritten(mail, company) === undefined && !handsOn(mail, company);
}

/** Does one of us pass on, as the subject says, what somebody else wrote? */
export function handsOn(mail: IncomingMail, company: Company): boolean {
  if (!passesOn(mail)) return false;
  const { name, email } = findCustomersMail(mail, company)?.author ?? {};
  return name !== undefined || email !== undefined;
}
