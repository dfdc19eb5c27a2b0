/** What can still be asked of a closed lead. */
import type { Command } from './command.ts';
import type { Lead } from './lead.ts';
import { isAnswerOpen, listOf } from './list.ts';
import { isClosed } from './stages.ts';

/** Commands that a closed lead still accepts from people, and what its timer asks, where it has one. */
const acceptedWhenClosed: readonly Command['type'][] = [
  'move',
  'set-value',
  'set-details',
  'join-person',
  'decline',
  'take-fact',
  'dismiss-fact',
  'record-reply',
  'record-owner-reply',
  'note',
  'mark-read',
  'note-mail',
  'record-bounce',
  'note-bounce-report',
  'record-complaint',
  'record-mail',
  'note-following',
  'recognise-person',
  'stop',
  'disown',
  'mark-spam',
  'erase',
  'undo',
];
/** Before a visit of a won lead there is a reminder to speak of. */
const mailCommands: readonly Command['type'][] = ['skip-next-mail', 'send-next-mail', 'word-next-mail'];
const timerCommands: readonly Command['type'][] = ['stall', 'wake', 'renew-timer'];

/** Does the lead take this command, as far as it is closed? */
export function isAccepted(lead: Lead, { type }: Command): boolean {
  if (!isClosed(lead.stage) || acceptedWhenClosed.includes(type)) return true;
  if (type === 'note-contact-attempt') return isAnswerOpen(lead);
  if (type === 'assign') return listOf(lead) === 'aftercare';
  if (type === 'plan-visit' || type === 'cancel-visit' || mailCommands.includes(type))
    return lead.visitKept === true;
  return listOf(lead) === 'aftercare' && timerCommands.includes(type);
}
