/** How a mail went, as events. */
import type { Company } from '../business/company.ts';
import { isAway } from '../business/recipients.ts';
import type { Command, MailOutcome } from './command.ts';
import { type Draft, given } from './draft.ts';
import { isRecorded } from './late-mails.ts';
import type { Lead } from './lead.ts';
import { cadenceNames } from './pipeline.ts';

export function mailOutcome(lead: Lead, mail: MailOutcome, company: Company): Draft[] {
  if (isRecorded(lead, mail)) return [];
  const sent = { mail: mail.mail, number: mail.number, key: mail.key };
  const last = given({ last: mail.last });
  if (mail.outcome === 'uncertain') {
    return [{ type: 'mail-uncertain', ...sent, ...last, ...given({ to: mail.to, ground: mail.ground }) }];
  }
  if (mail.outcome === 'rejected') return [{ type: 'mail-rejected', ...sent }];
  if (mail.type === 'owner-chased') {
    const cadence = cadenceNames.find((name) => name === mail.mail);
    const away = isAway(company, lead, mail.at) ? { away: true as const } : {};
    return cadence ? [{ type: 'owner-chased', ...sent, cadence, ...away }] : [];
  }
  const ground = given({ ground: mail.ground });
  switch (mail.type) {
    case 'follow-up-sent':
      return [{ type: mail.type, ...sent, ...ground, ...last }];
    case 'acknowledged':
      return [{ type: mail.type, ...sent, ...ground }];
    default:
      return [{ type: mail.type, ...sent }];
  }
}

/** It does not go to the customer, or not yet. */
export const mailRefused = ({
  mail,
  number,
  why,
  until,
}: Extract<Command, { type: 'refuse-mail' }>): Draft[] => [
  { type: 'mail-refused', mail, number, why, ...given({ until }) },
];
