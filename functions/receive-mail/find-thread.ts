import { isFromOwner } from '../../domain/inbound/authentic.ts';
import { senderOf } from '../../domain/inbound/incoming-mail.ts';
import { contactOf } from '../../domain/inbound/mail-contact.ts';
import { continues, threadOf } from '../../domain/inbound/thread.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { isClosed } from '../../domain/lead/stages.ts';
import type { Arrival, FoundThread, ReceiveMailDeps } from './arrival.ts';

const digestPrefix = 'digest-';

/** More of one person's requests are not looked through; nobody has as many at once. */
const mostLeadsOfPerson = 50;

/**
 * Whose mail is it? In this order: our signed address, the ids of our mails that it answers, the only open request of
 * its sender if it calls itself an answer. An erased request, or one that closed long ago, is not gone on with.
 */
export async function findThread({ mail, delivery }: Arrival, deps: ReceiveMailDeps): Promise<FoundThread> {
  const { token, forged, messageIds, isReply } = threadOf(mail, delivery, deps.replyAddresses);
  const signed = token !== undefined;
  if (token?.startsWith(digestPrefix)) {
    return { digest: token.slice(digestPrefix.length), signed, forged, known: false };
  }
  const people = peopleOf(mail, deps);
  const leadId = token ?? (await firstKnown(messageIds, deps));
  const found = leadId === undefined ? undefined : await deps.leads.load(leadId);
  const theirs = found && !isErased(found) ? [] : await leadsOf(people, deps);
  const open = theirs.filter(({ stage }) => !isClosed(stage));
  const only = isReply && open.length === 1 ? open[0] : undefined;
  const lead = found && !isErased(found) ? found : only;
  const known = lead?.contact.email !== undefined && people.includes(lead.contact.email);
  if (lead && continues(lead, deps.clock.now())) return { lead, signed, forged, known };
  // Who has the token of an old request, but is not its customer, is not the same person.
  const related = known || !lead ? (lead?.id ?? theirs.at(0)?.id) : undefined;
  return { related, signed, forged, known: false };
}

/** Both who sent it and whose contact it names. The owner is himself, whatever addresses his answer quotes. */
function peopleOf(mail: Arrival['mail'], { company }: ReceiveMailDeps): string[] {
  const sender = senderOf(mail)?.address;
  const addresses = isFromOwner(mail, company) ? [sender] : [sender, contactOf(mail, company).email];
  return [...new Set(addresses.filter((address) => address !== undefined))];
}

async function firstKnown(messageIds: readonly string[], { mailLog }: ReceiveMailDeps) {
  for (const messageId of messageIds) {
    const leadId = await mailLog.findLead(messageId);
    if (leadId !== undefined) return leadId;
  }
  return undefined;
}

/** The requests of these people, the newest first. */
async function leadsOf(people: readonly string[], { contacts, leads }: ReceiveMailDeps): Promise<Lead[]> {
  const records = await Promise.all(people.map((value) => contacts.load({ kind: 'email', value })));
  const ids = new Set(records.flatMap((record) => record?.leadIds ?? []));
  const found = await Promise.all([...ids].slice(0, mostLeadsOfPerson).map((id) => leads.load(id)));
  return found
    .filter((lead) => lead !== undefined)
    .filter((lead) => !isErased(lead))
    .toSorted((one, other) => (one.capturedAt < other.capturedAt ? 1 : -1));
}

const isErased = ({ timeline }: Lead): boolean => timeline.some(({ type }) => type === 'erased');
