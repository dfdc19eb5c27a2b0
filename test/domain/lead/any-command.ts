/** Commands of every kind that people and the system ask of a lead, at random. */
import * as fc from 'fast-check';
import type { Command } from '../../../domain/lead/command.ts';
import { stageKeys } from '../../../domain/lead/pipeline.ts';
import { addDuration } from '../../../domain/time/local-time.ts';
import { monday10 } from '../../support/a-walk.ts';
import { everyFact } from './a-move.ts';

export const anyMoment = fc
  .integer({ min: 0, max: 400 * 24 })
  .map((hours) => addDuration(monday10, `PT${hours}H`));

/** What says how something is to be: said again it is so already. */
export const anyWish: fc.Arbitrary<Command> = fc.oneof(
  anyMoment.map((startsAt): Command => ({ type: 'plan-visit', startsAt, durationMinutes: 60 })),
  anyMoment.map((moment): Command => ({ type: 'postpone', until: moment.slice(0, 10) })),
  fc.integer({ min: 0, max: 10_000_000 }).map((valueCents): Command => ({ type: 'set-value', valueCents })),
  fc.integer({ min: 0, max: 100 }).map((probability): Command => ({ type: 'set-probability', probability })),
  fc.constantFrom(...stageKeys).map((to): Command => ({ type: 'move', to, facts: everyFact })),
  fc.constantFrom(...stageKeys).map((to): Command => ({ type: 'move', to })),
  fc.constantFrom<Command>(
    { type: 'set-details', details: { name: 'Neu', budget: '5.000' } },
    { type: 'set-details', details: { email: 'neu@example.org' } },
    { type: 'confirm' },
    { type: 'acknowledge' },
    { type: 'stop' },
    { type: 'disown' },
    { type: 'mark-spam' },
    { type: 'record-bounce', email: 'x@example.org' },
    { type: 'record-complaint', email: 'x@example.org' },
    { type: 'stall' },
    { type: 'wake' },
    { type: 'erase' },
  ),
);

export const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  anyWish,
  fc.boolean().map((reached): Command => ({ type: 'note-contact-attempt', reached })),
  fc.constantFrom<Command>(
    { type: 'record-reply', text: 'Ja bitte' },
    { type: 'record-owner-reply', text: 'Gern' },
    { type: 'mark-read' },
    { type: 'renew-timer' },
    { type: 'pause-reminders' },
    { type: 'resume-reminders' },
  ),
  fc
    .record({
      type: fc.constantFrom('skip-next-mail', 'send-next-mail', 'word-next-mail'),
      generation: fc.integer({ min: 1, max: 4 }),
      mail: fc.constantFrom('quoted', 'not-reached', 'needs-analysis', 'answered'),
      number: fc.integer({ min: 1, max: 3 }),
    })
    .map(({ type, generation, mail, number }): Command => {
      const key = `g${generation}#${mail}#${number}`;
      return type === 'word-next-mail' ? { type, key, text: 'eigene Worte' } : { type, key };
    }),
);
