/** A call about what is open already: it is put down there, and no new request begins. */
import type { Command } from '../../../domain/lead/command.ts';
import { given } from '../../../domain/lead/draft.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import type { Answers } from '../../../domain/lead/questions.ts';
import type { ContactStore } from '../../../domain/ports/contact-store.ts';
import { type Change, type ChangeLeadDeps, changeLead } from '../change-lead.ts';
import { findBy } from '../find-by.ts';

interface Call {
  readonly answers: Answers;
  readonly visit: { readonly startsAt: string; readonly durationMinutes: number } | undefined;
  /** The same for the same form with the same answers. */
  readonly key: string;
  readonly person: string | undefined;
}

export interface AddCallDeps extends ChangeLeadDeps {
  readonly contacts: Pick<ContactStore, 'linkLead' | 'unlinkLead'>;
}

/**
 * By an address that was said in it the request is found from then on.
 * @throws ConcurrentUpdateError five races lost in a row.
 */
export async function addCall(before: Lead, call: Call, deps: AddCallDeps): Promise<Change> {
  const { key, person } = call;
  const asked = (lead: Lead) => commandsFor(lead, call);
  const change = await changeLead(deps, before.id, asked, { by: 'owner', person, key });
  if (change.outcome === 'changed') await findBy(before, change.lead, deps);
  return change;
}

/** They spoke with each other: what was said is for the business, what was unknown is known, and it is the business's turn. */
function commandsFor(lead: Lead, { answers, visit }: Call): Command[] {
  const text = [answers.message, answers.note].filter((one) => one !== undefined).join('\n\n');
  const details = newDetails(lead, answers);
  return [
    ...(text === '' ? [] : [{ type: 'note', text } as const]),
    { type: 'note-contact-attempt', reached: true, next: 'owner' },
    ...(Object.keys(details).length > 0 ? [{ type: 'set-details', details } as const] : []),
    ...(visit ? [{ type: 'plan-visit', ...visit } as const] : []),
  ];
}

/** What the request does not say yet; that it has become an emergency counts in any case. */
function newDetails({ contact, request }: Lead, answers: Answers) {
  const { name, email, address, postcode, city, kind, urgency } = answers;
  const hasPlace = contact.address !== undefined;
  return given({
    name: contact.name === undefined ? name : undefined,
    email: contact.email === undefined ? email : undefined,
    ...(hasPlace ? {} : { address, postcode: postcode ?? contact.postcode, city: city ?? contact.city }),
    kind: request.kind === undefined ? kind : undefined,
    urgency: urgency === 'now' && request.urgency !== 'now' ? urgency : undefined,
  });
}
