/** A mail that moved no lead: why, so that the owner can judge in one line whether that is right. */
import type { MailOutcomeName, NoteReason } from './incoming-mail.ts';

/** What a mail is that ended so, if nothing more is known. The outcomes that are not here made or moved a lead. */
const reasonByOutcome: Readonly<Partial<Record<MailOutcomeName, NoteReason>>> = {
  'auto-reply-noted': 'automatic',
  'bounce-noted': 'bounce',
  'own-mail-ignored': 'own',
  'spam-quarantined': 'spam',
  unreadable: 'unreadable',
  'form-kept-aside': 'unread-form',
};

/**
 * Why a mail was noted and nothing more.
 * @param known what its reading says, if anything.
 * @returns `undefined`: it was not; it made or moved a lead, or came before.
 */
export function whyNoted(
  { outcome, reason }: { readonly outcome: MailOutcomeName; readonly reason?: NoteReason | undefined },
  known?: NoteReason,
): NoteReason | undefined {
  const byOutcome = reasonByOutcome[outcome];
  return reason ?? (byOutcome && (known ?? byOutcome));
}
