/** A submission as it was captured; tests say only what matters to them. */
import type { CapturedSubmission } from '../../domain/capture/captured-submission.ts';
import { monday10 } from './a-walk.ts';

export function aSubmission(overrides: Partial<CapturedSubmission> = {}): CapturedSubmission {
  return {
    schemaVersion: 1,
    leadId: '7K2M9QX4TD',
    capturedAt: monday10,
    keys: { contentHash: 'a-content' },
    facts: {
      contact: { name: 'Erika Muster', email: 'erika@example.de', language: 'de' },
      request: { message: 'Neues Bad, bitte.', urgency: 'planned', gas: false, extra: [] },
      source: 'website',
      attribution: { utm: {} },
      by: 'customer',
    },
    ...overrides,
  };
}

/** The same with another message. */
export function saying(message: string): CapturedSubmission {
  const submission = aSubmission();
  return {
    ...submission,
    facts: { ...submission.facts, request: { ...submission.facts.request, message } },
  };
}
