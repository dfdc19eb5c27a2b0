import { readNote } from '../../domain/inbound/note-in-mail.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Arrival, ReceiveMailDeps, Settled } from './arrival.ts';
import { changeByMail } from './change-by-mail.ts';
import { refuseAnswer } from './refuse-answer.ts';
import { wordsIn } from './relay-answer.ts';

/**
 * Keeps what the owner notes for the business alone: nothing of it goes to the customer. Where it stands among words for the
 * customer nothing goes out, and he is asked.
 * @returns `undefined`: it is no note.
 * @throws MailRefusedError he cannot be asked now: to be tried again.
 */
export async function settleNote(
  arrival: Arrival,
  lead: Lead,
  deps: ReceiveMailDeps,
): Promise<Settled | undefined> {
  const read = readNote(arrival.mail.subject, wordsIn(arrival));
  if (read === undefined) return undefined;
  const settled: Settled = { outcome: 'reply-appended', leadId: lead.id };
  const isEmpty = read !== 'mixed' && read.note === '' && arrival.contents.length === 0;
  if (read === 'mixed' || isEmpty) {
    await refuseAnswer(isEmpty ? 'empty' : 'holds-note', arrival, lead, deps);
    return settled;
  }
  const mail = await arrival.keepReference();
  await changeByMail(arrival, lead.id, [{ type: 'note', text: read.note, mail }], 'owner', deps);
  return settled;
}
