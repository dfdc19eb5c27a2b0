/** What becomes of a mail, on the timeline. */
import type { MailOutcome } from './command.ts';
import { type Draft, given } from './draft.ts';
import { isRecorded } from './late-mails.ts';
import type { Lead } from './lead.ts';
import { cadenceNames } from './pipeline.ts';

/** A mail went out, is uncertain, or was not taken; none: the lead knows of it. */
export function mailOutcome(lead: Lead, mail: MailOutcome): Draft[] {
  if (isRecorded(lead, mail)) return [];
  const sent = { mail: mail.mail, number: mail.number, key: mail.key };
  if (mail.outcome === 'uncertain') return [{ type: 'mail-uncertain', ...sent, ...given({ to: mail.to }) }];
  if (mail.outcome === 'rejected') return [{ type: 'mail-rejected', ...sent }];
  if (mail.type === 'owner-chased') {
    const cadence = cadenceNames.find((name) => name === mail.mail);
    return cadence ? [{ type: 'owner-chased', ...sent, cadence }] : [];
  }
  return [{ type: mail.type, ...sent }];
}
