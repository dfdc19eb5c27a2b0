import { type Callee, personAt } from '../../domain/business/people.ts';
import { onlySender } from '../../domain/inbound/authentic.ts';
import type { ReceivedMail, ReceiveMailDeps } from './arrival.ts';

/** Who of those who are named in the business wrote it, as far as From says so; it proves nothing yet. */
export function writerOf(
  { mail }: Pick<ReceivedMail, 'mail'>,
  { company }: Pick<ReceiveMailDeps, 'company'>,
): Callee | undefined {
  const address = company.people.length === 0 ? undefined : onlySender(mail)?.address;
  return address === undefined ? undefined : personAt(company, address);
}
