import { isOurName } from '../../domain/inbound/ours.ts';
import { ownWords } from '../../domain/inbound/own-words.ts';
import { isSaidToUs } from '../../domain/inbound/said-to-us.ts';
import { isOnlyFrame } from '../../domain/inbound/signature.ts';
import { callsItselfAnswer } from '../../domain/inbound/thread.ts';
import { withAnswerHeld } from '../../domain/lead/held-mails.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { MailReference } from '../../domain/lead/origin.ts';
import { MailRefusedError } from '../../domain/ports/errors.ts';
import { comesAgain } from '../../domain/ports/held-deliveries.ts';
import { localDate } from '../../domain/time/local-time.ts';
import type { AnswerRefusal } from '../../views/mail/answer-refused.ts';
import { updateLead } from '../shared/change-lead.ts';
import { hasOwnLinks, sendOwnerAnswer, whyNotReached } from '../shared/owner-answer.ts';
import type { Arrival, ReceiveMailDeps, Settled } from './arrival.ts';
import { changeByMail, hasRecorded } from './change-by-mail.ts';
import { textsOf } from './file-texts.ts';
import { refuseAnswer } from './refuse-answer.ts';

/** SES takes 10 MB with everything, and base64 makes three bytes four. */
const maxFileBytes = 7_000_000;

/**
 * Sends the owner's words and files to the customer, under the address of the business, once. What cannot go out comes
 * back to whoever wrote it, with the reason.
 * @throws MailRefusedError the provider does not take mails now: to be tried again.
 */
export async function relayAnswer(arrival: Arrival, lead: Lead, deps: ReceiveMailDeps): Promise<Settled> {
  const settled: Settled = { outcome: 'reply-appended', leadId: lead.id };
  if (hasRecorded(lead, arrival)) return settled;
  const refusal = await whyNot(arrival, lead, deps);
  // What a first try may have sent is with the customer, whatever speaks against it by now.
  if (refusal && !(await deps.mailLog.find(lead.id, answerKey(arrival)))) {
    await refuseAnswer(refusal, arrival, lead, deps);
    return settled;
  }
  const mail = await arrival.keepReference();
  const outcome = await sendInTurn(arrival, lead, deps);
  if (outcome !== 'sent') await refuseAnswer(outcome, arrival, lead, deps);
  if (outcome === 'sent' || outcome === 'uncertain') await recordOwnerReply(arrival, lead, mail, deps);
  // The owner knows of it.
  if (outcome === 'uncertain') {
    await deps.mailLog.settle({ leadId: lead.id, key: answerKey(arrival), state: 'claimed' });
  }
  return settled;
}

/** Did an earlier try of this mail enter or send something already? */
export const isDone = async (arrival: Arrival, lead: Lead, { mailLog }: ReceiveMailDeps): Promise<boolean> =>
  hasRecorded(lead, arrival) || (await mailLog.find(lead.id, answerKey(arrival))) !== undefined;

/** The owner's answer is with the customer: it stands on the timeline. */
export async function recordOwnerReply(
  arrival: Arrival,
  lead: Lead,
  mail: MailReference,
  deps: ReceiveMailDeps,
): Promise<void> {
  const { timelineText: text, delivery } = arrival;
  const writtenAt = delivery.receivedAt;
  const reply = { type: 'record-owner-reply', text, mail, writtenAt, ground: 'owner-wrote' } as const;
  await changeByMail(arrival, lead.id, [reply], 'owner', deps);
}

async function whyNot(
  arrival: Arrival,
  lead: Lead,
  deps: ReceiveMailDeps,
): Promise<AnswerRefusal | undefined> {
  const unreached = await whyNotReached(lead, deps);
  if (unreached) return unreached;
  // Of an encrypted answer there is nothing that the customer could read.
  if (saysNothing(arrival, deps) && (arrival.mail.sealed || arrival.contents.length === 0)) {
    return 'empty';
  }
  if (speaksToUs(arrival, lead, deps)) return 'said-to-us';
  const bytes = arrival.contents.reduce((sum, { length }) => sum + length, 0);
  if (bytes > maxFileBytes) return 'too-large';
  return hasLinksOfOwner(arrival, lead, deps) ? 'quotes-links' : undefined;
}

/** No word for the customer: his signature alone is none, nor what it stands above. */
function saysNothing(arrival: Arrival, { company }: ReceiveMailDeps): boolean {
  return isOnlyFrame(wordsIn(arrival), (line) => isOurName(line, company));
}

/** What stands above the mail that he answers, if anything does. */
export function wordsIn({ mail, newText, timelineText = '' }: Arrival): string {
  const above = callsItselfAnswer(mail.subject) ? ownWords(newText).trim() : '';
  return above === '' ? timelineText : above;
}

/** He tells us what became of the request, as in an answer to the digest. With a file it is a letter. */
function speaksToUs(arrival: Arrival, lead: Lead, { company }: ReceiveMailDeps): boolean {
  const { contents, delivery } = arrival;
  const now = delivery.receivedAt;
  const today = localDate(now, company.timeZone);
  return contents.length === 0 && isSaidToUs(wordsIn(arrival), { today, now, company }, lead);
}

/** Our own mail still hangs below his words, or as a file at them. */
function hasLinksOfOwner({ mail, newText, contents }: Arrival, lead: Lead, deps: ReceiveMailDeps): boolean {
  const words = [mail.subject, newText, ...mail.files.map(({ name }) => name)];
  return hasOwnLinks([...words, ...contents.flatMap(textsOf)], lead, deps);
}

/**
 * What waits of him for this customer goes first. As long as his answer waits, nobody is reminded as if he had given none.
 * @throws MailRefusedError
 */
async function sendInTurn(arrival: Arrival, lead: Lead, deps: ReceiveMailDeps) {
  const { leads, clock } = deps;
  try {
    if (await isBehindAnother(arrival, lead, deps)) {
      throw new MailRefusedError('An earlier answer waits', 'ours');
    }
    return await send(arrival, lead, deps);
  } catch (error) {
    if (error instanceof MailRefusedError) {
      await updateLead(leads, lead.id, (stored) => {
        const rests = withAnswerHeld(stored, arrival.delivery.receivedAt, clock.now());
        return rests === stored ? undefined : rests;
      });
    }
    throw error;
  }
}

async function isBehindAnother({ delivery }: Arrival, lead: Lead, deps: ReceiveMailDeps): Promise<boolean> {
  const waiting = await deps.heldDeliveries.list();
  const now = deps.clock.now();
  return waiting.some(
    (one) =>
      one.about === lead.id &&
      one.delivery.id !== delivery.id &&
      one.delivery.receivedAt < delivery.receivedAt &&
      comesAgain(one, now),
  );
}

const answerKey = ({ delivery }: Arrival): string => `answer#${delivery.id}`;

function send(arrival: Arrival, lead: Lead, deps: ReceiveMailDeps) {
  const { mail, contents, newText } = arrival;
  const answer = {
    key: answerKey(arrival),
    subject: mail.subject,
    text: newText,
    // What hangs at a mail is sent within it.
    files: mail.files.flatMap(({ index, name, contentType, within }) => {
      const content = within ? undefined : contents[index];
      return content ? [{ name, contentType, content }] : [];
    }),
  };
  return sendOwnerAnswer(lead, answer, deps);
}
