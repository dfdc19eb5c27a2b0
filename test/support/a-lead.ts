/** A valid lead in stage `new`, as captured a moment ago; tests say only what matters to them. */
import type { Contact } from '../../domain/lead/contact.ts';
import { type Lead, leadSchema } from '../../domain/lead/lead.ts';
import type { Request } from '../../domain/lead/request.ts';

const capturedAt = '2026-11-23T08:00:00.000Z';

const contact: Contact = {
  name: 'Erika Muster',
  email: 'erika.muster@example.org',
  phone: '089 / 123 45 67',
  phoneE164: '+49891234567',
  address: 'Lindenweg 7',
  postcode: '80331',
  city: 'München',
  language: 'de',
};

const request: Request = {
  message: 'Wir möchten unser Bad erneuern: bodengleiche Dusche, neue Fliesen.',
  kind: 'project',
  urgency: 'planned',
  gas: false,
  extra: [],
};

/**
 * Builds a lead: Erika Muster asks for a new bathroom on a Monday at 09:00 in Berlin.
 * @throws ZodError the overrides do not make a valid lead.
 */
export function aLead(overrides: Partial<Lead> = {}): Lead {
  return leadSchema.parse({
    schemaVersion: 1,
    id: '7K2M9QX4TD',
    version: 0,
    generation: 1,
    stage: 'new',
    stageSince: capturedAt,
    capturedAt,
    movedAt: capturedAt,
    contact,
    request,
    source: 'website',
    proof: 'own-form',
    attribution: { utm: {} },
    probability: 5,
    probabilityOverridden: false,
    qualified: false,
    waitsFor: 'owner',
    cadence: { name: 'new', startedAt: capturedAt, generation: 1, sent: 0 },
    uncertainMails: 0,
    visitMails: [],
    spam: false,
    dueAt: capturedAt,
    timeline: [
      {
        type: 'captured',
        at: capturedAt,
        by: 'customer',
        id: '7K2M9QX4TD',
        stage: 'new',
        contact,
        request,
        source: 'website',
        proof: 'own-form',
        attribution: { utm: {} },
      },
    ],
    ...overrides,
  } satisfies Lead);
}
