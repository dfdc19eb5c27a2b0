/** A mail that came in, on one line of a list: who wrote, about what, and what it was taken for. */

import type { IntakeRecord } from '../domain/ports/intake-log.ts';
import type { NotedMail } from '../domain/report/noted-mails.ts';
import { visible } from './visitor-text.ts';
import { mailWords, oddInWords, reasonsInWords } from './words/noted-mails.ts';

const maxWho = 60;
const maxSubject = 140;

/** The name, else the address. A name that looks like an address may be somebody else's, and is none. */
export function whoWrote({ sender, senderName }: Pick<IntakeRecord, 'sender' | 'senderName'>): string {
  const name = visible(senderName, maxWho);
  const usable = name !== undefined && !name.includes('@') ? name : undefined;
  return usable ?? visible(sender, maxWho) ?? mailWords.unknownSender;
}

/** The address behind a name, where the name alone is shown. */
export function addressBehind(mail: Pick<IntakeRecord, 'sender' | 'senderName'>): string | undefined {
  const address = visible(mail.sender, 254);
  return address === undefined || visible(mail.sender, maxWho) === whoWrote(mail) ? undefined : address;
}

export const aboutWhat = ({ subject }: Pick<IntakeRecord, 'subject'>, length = maxSubject): string =>
  visible(subject, length) ?? mailWords.noSubject;

/** What it was taken for, and what is odd about it. What is doubtful says itself why. */
export function whyInWords(mail: NotedMail): string {
  const odd = oddInWords(mail);
  if (odd === '') return reasonsInWords[mail.reason];
  return mail.reason === 'doubtful' ? odd : `${reasonsInWords[mail.reason]}. ${odd}`;
}
