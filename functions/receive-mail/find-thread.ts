import type { Company } from '../../domain/business/company.ts';
import { readMessage } from '../../domain/capture/key-words.ts';
import { onlySender } from '../../domain/inbound/authentic.ts';
import { handsOn } from '../../domain/inbound/colleague.ts';
import { readFacts } from '../../domain/inbound/facts.ts';
import { senderOf } from '../../domain/inbound/incoming-mail.ts';
import type { MailReading } from '../../domain/inbound/mail-reading.ts';
import { isOurAddress } from '../../domain/inbound/ours.ts';
import { asksForHimself } from '../../domain/inbound/own-request.ts';
import { continues, isForward, leadOfVisit, readThread } from '../../domain/inbound/thread.ts';
import { isAlarm } from '../../domain/lead/actions.ts';
import { contactKeys } from '../../domain/lead/contact-keys.ts';
import { isErased } from '../../domain/lead/erase.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { pipeline } from '../../domain/lead/pipeline.ts';
import { isClosed } from '../../domain/lead/stages.ts';
import type { ContactKey } from '../../domain/ports/contact-store.ts';
import { addDuration } from '../../domain/time/local-time.ts';
import { loadLeadsOfPerson } from '../shared/leads-of-person.ts';
import { loadLiving } from '../shared/living-lead.ts';
import type { FoundThread, ReceivedMail, ReceiveMailDeps } from './arrival.ts';

const digestPrefix = 'digest-';

/**
 * Whose mail is it? In this order: our signed address, the ids of our mails that it answers, the only open request of
 * its sender if it calls itself an answer. An erased request, or one that closed long ago, is not gone on with. A bounce
 * belongs to the lead whose mail came back.
 */
export async function findThread(
  received: ReceivedMail & MailReading,
  deps: ReceiveMailDeps,
): Promise<FoundThread> {
  const { mail, delivery, kind } = received;
  if (kind === 'bounce') {
    return { lead: await loadReturned(received, deps), signed: false, forged: false, known: false };
  }
  const { token, forged, messageIds, isReply } = readThread(mail, delivery, deps.replyAddresses);
  if (token?.startsWith(digestPrefix)) {
    return { digest: token.slice(digestPrefix.length), signed: true, forged, known: false };
  }
  const named = token ?? (await findAnswered(messageIds, deps));
  const asBusiness = received.fromOwner || (received.fromColleague && (named !== undefined || isReply));
  const speakers = customerAddresses(received, asBusiness, deps);
  const found = await findNamed(received, named, speakers, deps);
  const mayRing = found !== undefined && isOfPerson(found, speakers) && !isAlarm(found);
  const theirs =
    found && !mayRing ? [] : await loadLeadsOfPerson(personAddresses(received).map(byEmail), deps);
  const open = theirs.filter((lead) => !isClosed(lead.stage) && isOfPerson(lead, speakers));
  const only = (isReply && open.length === 1 ? open[0] : undefined) ?? ringingFor(received, open, deps);
  const ringing = mayRing ? ringingBeside(received, found, open, deps) : undefined;
  const lead = ringing?.instead ?? found ?? only;
  const signed =
    lead !== undefined &&
    ((ringing !== undefined && found?.id === token) ||
      lead.id === token ||
      (await loadLead(token, deps))?.id === lead.id);
  const known = lead !== undefined && isOfPerson(lead, speakers);
  const goesOn = lead !== undefined && continues(lead, deps.clock.now());
  const isOwn = goesOn && !known && !asBusiness && wantsSomethingHimself(received, signed, deps);
  if (goesOn && !isOwn) return { lead, signed, forged, known, ringing: ringing?.beside };
  // Who has the token of an old request, but is not its customer, is not the same person.
  const related = known || isOwn || !lead ? (lead?.id ?? theirs.at(0)?.id) : undefined;
  const ended = goesOn || known ? undefined : await loadLead(token, deps);
  return { related, signed: false, forged, known: false, ...(ended && { ended }) };
}

/** Longer is about something else, too. */
const longestNumber = 300;

/** Whose emergency runs may send his number or address in a mail of its own, and nothing else. */
function ringingFor(
  { ownWords }: MailReading,
  open: readonly Lead[],
  { company }: ReceiveMailDeps,
): Lead | undefined {
  const [ringing, ...others] = open.filter(({ stage }) => pipeline[stage].alarm);
  if (others.length > 0 || ownWords.trim().length > longestNumber) return undefined;
  return tellsOfHimself(ownWords, company) && readMessage(ownWords).urgency !== 'now' ? ringing : undefined;
}

/** What is said of another request beside it. */
const otherMatter = /\b(?:angebot|auftrag|termin|besuch|rechnung|bestell)/i;
/** So long what he says of himself is meant for whoever has taken the emergency. */
const stillMeant = 'PT24H';

/**
 * In an emergency nobody looks which of our mails he answers: what is urgent goes to the one that rings, and how to reach him and
 * where he is it learns as well. `beside`: the mail says more, and belongs where it was sent, too. Gas is always told anew, for
 * whoever smells it must read what to do.
 */
function ringingBeside(
  { ownWords }: MailReading,
  answered: Lead,
  open: readonly Lead[],
  { company, clock }: ReceiveMailDeps,
): { readonly instead?: Lead; readonly beside?: Lead } | undefined {
  const now = clock.now();
  const since = addDuration(now, `-${stillMeant}`);
  const ringing = open.find(isAlarm);
  const lead = ringing ?? open.find(({ stage, stageSince }) => pipeline[stage].alarm && stageSince > since);
  if (!lead) return undefined;
  const { urgency, gas } = readMessage(ownWords);
  if (urgency === 'now') {
    return ringing && (!gas || ringing.request.gas) ? { instead: ringing } : undefined;
  }
  if (!tellsOfHimself(ownWords, company)) return undefined;
  const isAll = ownWords.trim().length <= longestNumber && !otherMatter.test(ownWords);
  if (isAll || !continues(answered, now)) return { instead: lead };
  return isNewTo(lead, ownWords, company) ? { beside: lead } : undefined;
}

/** What stands below each of his mails is told once. */
function isNewTo({ contact }: Lead, ownWords: string, company: Company): boolean {
  const { phones, address, postcode } = readFacts(ownWords, company);
  const known = contactKeys(contact).map(({ value }) => value);
  return (
    phones.some(({ phoneE164 }) => !known.includes(phoneE164)) ||
    (address !== undefined && contact.address === undefined) ||
    (postcode !== undefined && contact.postcode === undefined)
  );
}

/** How to reach him, or where he is. */
function tellsOfHimself(ownWords: string, company: Company): boolean {
  const { phones, address, postcode } = readFacts(ownWords, company);
  return phones.length > 0 || address !== undefined || postcode !== undefined;
}

/**
 * Who may speak as the customer: whoever wrote, if From is clear; and whom our own form or group names, which is where a
 * mail from our own domain proves to come from. Who answers for the business only quotes him.
 */
function customerAddresses(
  { mail, contact, authentic }: ReceivedMail & MailReading,
  asBusiness: boolean,
  { company }: ReceiveMailDeps,
): string[] {
  const sender = onlySender(mail)?.address;
  const forwards =
    authentic &&
    sender !== undefined &&
    isOurAddress(sender, company) &&
    (!asBusiness || handsOn(mail, company));
  return [sender, forwards ? contact.email : undefined].filter((address) => address !== undefined);
}

/** The lead whose mail came back: our signed address, else the ids of our mails in the report, else our own header in it. */
async function loadReturned(
  { mail, delivery, bounce }: ReceivedMail & MailReading,
  deps: ReceiveMailDeps,
): Promise<Lead | undefined> {
  if (!bounce) return undefined;
  const { token } = readThread(mail, delivery, deps.replyAddresses);
  return loadLead(token ?? (await findAnswered(bounce.messageIds, deps)) ?? bounce.leadId, deps);
}

const isOfPerson = ({ contact }: Lead, addresses: readonly string[]): boolean =>
  contact.email !== undefined && addresses.includes(contact.email);

/** The lead that the mail names; an answer to an invitation names its visit, and that alone proves nothing. */
async function findNamed(
  { mail }: ReceivedMail,
  named: string | undefined,
  addresses: readonly string[],
  deps: ReceiveMailDeps,
): Promise<Lead | undefined> {
  const lead = await loadLead(named, deps);
  if (lead && !isErased(lead)) return lead;
  const invited = await loadLead(leadOfVisit(mail.calendar?.uid), deps);
  return invited && !isErased(invited) && isOfPerson(invited, addresses) ? invited : undefined;
}

function wantsSomethingHimself(
  { mail, ownWords, contact }: ReceivedMail & MailReading,
  signed: boolean,
  { company }: ReceiveMailDeps,
): boolean {
  if (mail.calendar !== undefined || contact.email === undefined) return false;
  const { phones, address } = readFacts(ownWords, company);
  const passedOn = !signed || isForward(mail.subject);
  return asksForHimself(ownWords, { passedOn, reachable: phones.length > 0 || address !== undefined });
}

/** Both who sent it and whose contact it names. The owner is himself, whatever addresses his answer quotes. */
function personAddresses({ mail, fromOwner, contact }: ReceivedMail & MailReading): string[] {
  const sender = senderOf(mail)?.address;
  const addresses = fromOwner ? [sender] : [sender, contact.email];
  return [...new Set(addresses.filter((address) => address !== undefined))];
}

/** The lead of the first of these mails that is one of ours. */
async function findAnswered(messageIds: readonly string[], { mailLog }: ReceiveMailDeps) {
  for (const messageId of messageIds) {
    const leadId = await mailLog.findLead(messageId);
    if (leadId !== undefined) return leadId;
  }
  return undefined;
}

/** What is addressed to a request that goes on in another one belongs there. */
async function loadLead(leadId: string | undefined, { leads }: ReceiveMailDeps): Promise<Lead | undefined> {
  return leadId === undefined ? undefined : loadLiving(leadId, leads);
}

const byEmail = (value: string): ContactKey => ({ kind: 'email', value });
