/** What the business may still change about a mail that is to go to the customer. */

import type { Company } from '../business/company.ts';
import { cadenceOf } from '../business/company.ts';
import { type GateAnswer, mayMail } from '../lawful/may-mail.ts';
import type { Moment } from '../time/moment.ts';
import { isOpen, nextOpening } from '../time/working-time.ts';
import { isChangeable, wishFor } from './ahead-mail.ts';
import type { NextMailCommand, Refusal } from './command.ts';
import type { Draft } from './draft.ts';
import { type Candidate, candidatesFor } from './follow-up.ts';
import type { Lead } from './lead.ts';
import { hasNothingLeft } from './list.ts';
import { isOneTimeMail } from './mail-name.ts';

interface Context {
  readonly now: Moment;
  readonly company: Company;
}

type ToCustomer = Candidate & { readonly to: 'customer' };

/**
 * What is wanted of a mail, by its key.
 * @returns why not: it is no longer ahead, or may not go now.
 */
export function nextMail(lead: Lead, command: NextMailCommand, context: Context): readonly Draft[] | Refusal {
  const mailable = lead.contact.email !== undefined && lead.mailsStopped === undefined;
  const mail = candidatesFor(lead, mailable, context.company, context.now).find(
    (one): one is ToCustomer => one.key === command.key && one.to === 'customer' && isChangeable(one),
  );
  if (!mail) return { code: 'mail-not-ahead' };
  switch (command.type) {
    case 'skip-next-mail':
      return skip(lead, mail, context);
    case 'send-next-mail':
      return hurry(lead, mail, context);
    case 'word-next-mail':
      return word(lead, mail, command.text);
  }
}

const ahead = ({ mail, number, key: of }: ToCustomer) => ({ mail, number, of });

function skip(lead: Lead, mail: ToCustomer, { company }: Context): readonly Draft[] {
  const { cadence } = lead;
  const isLast = cadence?.name === mail.mail && mail.number >= cadenceOf(company, cadence.name).after.length;
  return [
    { type: 'mail-skipped', ...ahead(mail) },
    ...(isLast && cadence
      ? [{ type: hasNothingLeft(lead) ? 'cadence-ended' : 'stalled', cadence: cadence.name } as const]
      : []),
  ];
}

function hurry(lead: Lead, mail: ToCustomer, context: Context): readonly Draft[] | Refusal {
  if (mail.at <= context.now) return { code: 'already-done' };
  return whyWait(lead, mail, context) ?? [{ type: 'mail-hurried', ...ahead(mail) }];
}

/** The same that would hold it when it is due. */
function whyWait(lead: Lead, { mail }: ToCustomer, { company, now }: Context): Refusal | undefined {
  const may: GateAnswer = mayMail(mail, { lead }, company, now);
  if (!may.allowed)
    return { code: 'mail-must-wait', why: may.reason, ...(may.until && { until: may.until }) };
  const { bounceReport, answerHeld, cadence } = lead;
  const holds = isOneTimeMail(mail)
    ? []
    : ([
        ['bounce-report', bounceReport?.heldUntil],
        ['answer-held', answerHeld?.until],
        ['other-reminded', cadence?.heldUntil],
      ] as const);
  const held = holds.find(([, until]) => until !== undefined && until > now);
  if (held) return { code: 'mail-must-wait', why: held[0], until: held[1] };
  return company.trial || isOpen(company, now)
    ? undefined
    : { code: 'mail-must-wait', why: 'closed-hours', until: nextOpening(company, now) };
}

function word(lead: Lead, mail: ToCustomer, text: string | undefined): readonly Draft[] | Refusal {
  if (wishFor(lead, mail.key)?.text === text) return { code: 'already-done' };
  return [{ type: 'mail-worded', ...ahead(mail), ...(text !== undefined && { text }) }];
}
