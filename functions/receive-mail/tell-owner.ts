import { MailRejectedError } from '../../domain/ports/errors.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { mailHeaders } from '../../views/mail/headers.ts';
import type { MailContent } from '../../views/mail/mail-content.ts';
import { mailFrame } from '../shared/mail-frame.ts';
import { sendOnce } from '../shared/send-once.ts';
import type { ReceiveMailDeps } from './arrival.ts';

interface OwnerNotice {
  /** What it is about: a lead's id or `digest-<date>`. */
  readonly leadId: string;
  /** Of the mail log: one mail goes out for each. */
  readonly key: string;
  /** Which of his addresses; default: all. */
  readonly to?: readonly string[];
  /** For other machines; default: the lead's id. */
  readonly about?: string;
  /** Where his answer goes; default: the business's own mailbox. */
  readonly replyTo?: string | undefined;
  /** Called only if the mail is really sent. */
  readonly content: (now: Moment) => MailContent;
}

/**
 * Tells the owner something about a mail that came in, once. That his address is refused keeps no mail of a customer from being
 * worked on.
 * @throws MailRefusedError the provider does not accept mails now: to be tried again.
 */
export async function tellOwner(
  { leadId, key, to, about = leadId, replyTo, content }: OwnerNotice,
  deps: ReceiveMailDeps,
): Promise<void> {
  const { company, clock } = deps;
  const now = clock.now();
  try {
    await sendOnce(deps, { leadId, key, to: 'owner' }, () =>
      mailFrame(company, now, {
        to: to ?? company.owner.email,
        replyTo,
        content: content(now),
        headers: { ...mailHeaders({ class: 'timer', about }), 'X-Nachfass-Mail': `${leadId}/${key}` },
      }),
    );
  } catch (error) {
    if (!(error instanceof MailRejectedError)) throw error;
    deps.metrics.count('MailsHeld');
    deps.log.error('The owner could not be told of a mail', error, { about: leadId });
  }
}
