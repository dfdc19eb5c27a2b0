/** What is read of a mail to the mailbox for requests. */
import { readNewText } from '../../../domain/inbound/forward.ts';
import { readContact } from '../../../domain/inbound/mail-contact.ts';
import { readRequest } from '../../../domain/inbound/request-mail.ts';
import { keptWords } from '../../../views/words/kept-words.ts';
import { monday10 } from '../../support/a-walk.ts';
import { anIncomingMail } from '../../support/an-incoming-mail.ts';
import { aCompany } from '../../support/company.ts';

export const company = aCompany();

export function asked(mail: Parameters<typeof anIncomingMail>[0] = {}) {
  const read = anIncomingMail(mail);
  return readRequest(read, {
    company,
    now: monday10,
    newText: readNewText(read, company),
    contact: readContact(read, company),
    mailbox: 'anfrage@muster.example',
    words: keptWords(company),
  });
}
