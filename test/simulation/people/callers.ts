/** People who phone: the owner types in what they say, on the page behind the button that each digest has. */
import { captureCallLink } from '../../../functions/shared/action-links.ts';
import { inWords, markOf, type Person, wishOf } from './persons.ts';
import type { PeopleDeps } from './surroundings.ts';
import { links, tap, tappableIn } from './taps.ts';

/** A call is told a number as a form is: it stands on the page that answers. */
export async function phones(deps: PeopleDeps, person: Person): Promise<void> {
  const { book, chronicle, entropy, scheduler } = deps;
  const wish = wishOf(entropy);
  const mark = markOf(person.number, deps.next());
  const heard = {
    name: person.name,
    phone: person.phone ?? '',
    email: person.phone === undefined || entropy.chance(0.3) ? (person.email ?? '') : '',
    message: inWords(wish, person, mark, entropy),
    urgency: wish === 'emergency' ? 'now' : 'planned',
    // Most calls end without a date.
    ...(entropy.chance(0.7) && { date: '', time: '' }),
  };
  const link = {
    label: 'Anruf erfassen',
    url: captureCallLink(links, new Date(scheduler.nowMs()).toISOString()),
    action: 'capture-call',
  };
  chronicle.note(person.name, `phones (${mark})`);
  const { answer, pressed } = await tap(deps, 'owner', link, scheduler.nowMs(), { typed: heard });
  if (!pressed || answer?.status !== 200) return;
  const atMs = scheduler.nowMs();
  const leadId = tappableIn(answer.body, atMs).find(({ action }) => action === 'view')?.leadId;
  if (leadId === undefined) return;
  book.told.push({ atMs, leadId, person, mark });
  book.handedIn.push({ atMs, person, mark });
}
