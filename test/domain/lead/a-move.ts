/** What a move can need, and what came of it. */
import type { MoveFacts } from '../../../domain/lead/command.ts';

/** Every fact that a stage can ask for. */
export const everyFact: MoveFacts = {
  name: 'Erika Muster',
  kind: 'project',
  qualified: true,
  valueCents: 1_200_000,
  quotedCents: 1_150_000,
  finalCents: 1_100_000,
  visit: { startsAt: '2026-11-26T09:00:00.000Z', durationMinutes: 60 },
  reason: 'kein Budget',
  lookAgainOn: '2027-03-01',
};

export const types = (events: readonly { type: string }[]) => events.map((event) => event.type);
