/** What was just done in the desk, and what became of taking it back. */
import type { EventOf } from '../../../domain/lead/event.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { mailName } from '../timeline.ts';

export const toldStepWords = {
  undo: 'Rückgängig',
  captured: 'Anruf erfasst.',
  undone: (lead: Lead, event: EventOf<'undone'>): string => {
    const [mail] = mailsSince(lead, event);
    if (mail === undefined) return 'Rückgängig gemacht.';
    const further = furtherMail(lead, event);
    return ['Rückgängig gemacht.', `Schon beim Kunden: ${mail}.`, further].filter(Boolean).join(' ');
  },
} as const;

/** What the customer got because of the step, before it was taken back. */
function mailsSince({ timeline }: Lead, event: EventOf<'undone'>): readonly string[] {
  const to = timeline.indexOf(event);
  const from = timeline.slice(0, to).findLastIndex(({ by, at }) => by === 'owner' && at === event.doneAt);
  return timeline
    .slice(from + 1, to)
    .flatMap((one) =>
      one.type === 'follow-up-sent' || (one.type === 'mail-uncertain' && one.to === undefined)
        ? [mailName(one)]
        : [],
    );
}

function furtherMail({ visit }: Lead, { what }: EventOf<'undone'>): string | undefined {
  if (what.includes('visit-planned')) return 'Er erfährt jetzt, dass der Termin entfällt.';
  if (what.includes('visit-moved')) return 'Er bekommt jetzt wieder den alten Termin.';
  return what.includes('visit-cancelled') && visit ? 'Er erfährt jetzt, dass der Termin bleibt.' : undefined;
}
