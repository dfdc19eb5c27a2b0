/** What a mail that went out, or never will, does to its lead. */
import type { GateAnswer } from '../lawful/may-mail.ts';
import type { Moment } from '../time/moment.ts';
import type { Command, MailOutcome } from './command.ts';
import type { DueMail } from './follow-up.ts';

/** Only what reminds says that nothing further comes. */
export const saysLast = ({ to, last }: DueMail): true | undefined =>
  to === 'customer' && last ? true : undefined;

/** @returns in the order in which they are carried out. */
export function outcomeOf(
  due: DueMail,
  at: Moment,
  outcome: MailOutcome['outcome'] = 'sent',
  may?: GateAnswer,
): Command[] {
  const { type, mail, number, key, last } = due;
  const ground = may?.allowed ? may.ground : undefined;
  return [
    { type: 'record-mail', mail: { type, mail, number, key, outcome, at, last: saysLast(due), ground } },
    ...(last ? [{ type: 'stall' } as const] : []),
  ];
}
