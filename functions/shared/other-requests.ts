import { contactKeys } from '../../domain/lead/contact-keys.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { ContactStore } from '../../domain/ports/contact-store.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import type { Log } from './logger.ts';

export interface OtherRequestsDeps {
  readonly contacts: Pick<ContactStore, 'load'>;
  readonly leads: Pick<LeadStore, 'load'>;
  readonly log: Log;
}

/** Behind the address of an office stand hundreds: no more of a person's requests are looked at. */
const maxOthers = 50;

/** The person's other requests. What keeps one of them from being read costs only the look at it. */
export async function loadOtherRequests(
  lead: Lead,
  { contacts, leads, log }: OtherRequestsDeps,
): Promise<Lead[]> {
  const records = await Promise.all(contactKeys(lead.contact).map((key) => contacts.load(key)));
  const ids = new Set(records.flatMap((record) => record?.leadIds ?? []));
  ids.delete(lead.id);
  const loaded = [...ids].slice(0, maxOthers).map((id) =>
    leads.load(id).catch((error: unknown) => {
      log.error('Other request not read', error, { leadId: id });
      return undefined;
    }),
  );
  return (await Promise.all(loaded)).filter((other) => other !== undefined);
}
