import { createHash } from 'node:crypto';
import { senderOf } from '../../domain/inbound/incoming-mail.ts';
import { stripSignature } from '../../domain/inbound/signature.ts';
import { withoutReplyPrefixes } from '../../domain/inbound/thread.ts';
import type { Arrival, ReceiveMailDeps } from './arrival.ts';

/**
 * Whoever sends an answer once more, from another device or because he doubts that it went out, said it once: the second mail is
 * one more delivery of the first, and goes on where that one stopped.
 */
export async function asFirstSaid(arrival: Arrival, { intake }: ReceiveMailDeps): Promise<Arrival> {
  const { kind, thread, delivery, mail, contents, newText } = arrival;
  const about = thread.digest ?? thread.lead?.id;
  const sender = senderOf(mail)?.address;
  const isSilent = newText.trim() === '' && contents.length === 0 && !mail.calendar;
  if (kind !== 'person' || about === undefined || sender === undefined || isSilent) return arrival;
  if (!counts(arrival)) return arrival;
  const said = { thread: `${sender} ${about}`, words: wordsKey(arrival), at: delivery.receivedAt };
  const first = await intake.claimSaid(said, delivery.id);
  if (first === delivery.id) return arrival;
  return {
    ...arrival,
    delivery: { ...delivery, id: first },
    keepReference: async (flags) => ({ ...(await arrival.keepReference(flags)), id: first }),
  };
}

/** What is only held or kept aside is counted by itself, as a flood. */
const counts = ({ thread, provenance, mail, fromOwner, authentic }: Arrival): boolean =>
  thread.digest === undefined ? provenance !== 'contradicted' && !mail.fromUnclear : fromOwner && authentic;

/** The same for all mails that say the same; what nothing proves to be his says something else than what is proven. */
function wordsKey({ mail, newText, fromOwner, provenance, thread, contents }: Arrival): string {
  // Each of his devices signs in its own way; what a customer's signature tells of him may be news.
  const words = fromOwner ? stripSignature(newText) : newText;
  // Of an answer to a digest only its lines count; elsewhere "Ja" depends on what it is said to.
  const subject = thread.digest === undefined ? withoutReplyPrefixes(mail.subject) : '';
  const { answer, comment, startsAt } = mail.calendar ?? {};
  const said = [provenance, subject, words, answer, comment, startsAt].map((text = '') => inOneLine(text));
  const files =
    contents.length > 0 ? contents.map(hashOf) : mail.files.map(({ name, bytes }) => [name, bytes]);
  return hashOf(JSON.stringify([said, files]));
}

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const hashOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('base64url');
