/** People who ask for something: by the form on the website, or by mail. */

import type { HttpRequest } from '../../../functions/shared/http-message.ts';
import { noteWriting } from '../book.ts';
import { hourMs, minuteMs } from '../engine/plan.ts';
import { type Door, hook } from '../platform/cloud.ts';
import { inWords, markOf, type Person, type Wish, wishOf } from './persons.ts';
import { later, type PeopleDeps, send } from './surroundings.ts';

/** A website sends its form itself, or a service does so for it. */
type FormDoor = Extract<Door, 'capture-lead' | 'receive-hook'>;

/** A form as a website sends it. */
function formRequest(
  door: FormDoor,
  fields: Readonly<Record<string, string | undefined>>,
  network: number,
): HttpRequest {
  const { sender, secret } = hook;
  const isHook = door === 'receive-hook';
  return {
    method: 'POST',
    path: isHook ? `/hooks/${sender}/${secret}` : '/leads',
    pathParameters: isHook ? { sender, secret } : {},
    query: new URLSearchParams(),
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: Buffer.from(JSON.stringify(fields)),
    sourceIp: `2001:db8:${(network >> 12).toString(16)}:${(network & 0xfff).toString(16)}::1`,
  };
}

const kindOf: Readonly<Record<Wish, string>> = {
  project: 'project',
  repair: 'repair',
  advice: 'advice',
  emergency: 'repair',
};

/** How often somebody tries whose form was not taken. */
const patience = 4;

/** What a robot puts into the field that no person sees. */
const honeypot = 'https://kredite.example';

/** The id that some forms give everybody. */
const staticId = 'kontakt';

/**
 * Fills in the form; whoever gets no answer sends it again, and whoever is impatient sends it twice.
 * @param network where he comes from; default: everybody from his own.
 */
export async function fillIn(deps: PeopleDeps, person: Person, network?: number): Promise<void> {
  const { entropy, scheduler } = deps;
  const wish = wishOf(entropy);
  const number = deps.next();
  const mark = markOf(person.number, number);
  const fields = {
    name: person.name,
    email: person.email,
    phone: person.phone,
    message: inWords(wish, person, mark, entropy),
    kind: entropy.chance(0.7) ? kindOf[wish] : undefined,
    urgency: wish === 'emergency' && entropy.chance(0.5) ? 'now' : undefined,
    city: entropy.chance(0.5) ? 'München' : undefined,
    submissionId: entropy.chance(0.1) ? staticId : entropy.chance(0.8) ? `form-${number}` : undefined,
    website: entropy.chance(0.03) ? honeypot : undefined,
  };
  const door = entropy.chance(0.2) ? 'receive-hook' : 'capture-lead';
  const from = network ?? number;
  const submit = () => submitForm(deps, person, formRequest(door, fields, from), mark, door);
  if (entropy.chance(0.1)) later(deps, person.name, entropy.between(5, 4_000), submit);
  if (fields.submissionId === staticId) planNeighbour(deps, person);
  await submit();
  if (!entropy.chance(0.08) || fields.submissionId === undefined) return;
  await scheduler.sleep(entropy.between(10_000, 2 * hourMs));
  const corrected = { ...fields, message: `${fields.message} Noch etwas: es eilt ein wenig.` };
  await submitForm(deps, person, formRequest(door, corrected, from), mark, door);
}

/** A form that gives everybody the same id is sent by somebody else on the same day. */
function planNeighbour(deps: PeopleDeps, person: Person): void {
  const own = deps.entropy.stream('neighbour');
  const others = deps.persons.filter((one) => one !== person);
  if (others.length === 0) return;
  const neighbour = own.pick(others);
  const mark = markOf(neighbour.number, deps.next());
  const fields = {
    name: neighbour.name,
    email: neighbour.email,
    phone: neighbour.phone,
    message: inWords(wishOf(own), neighbour, mark, own),
    submissionId: staticId,
  };
  const request = formRequest('capture-lead', fields, deps.next());
  const mine: PeopleDeps = { ...deps, entropy: own };
  later(mine, neighbour.name, own.between(100, own.pick([3_000, 20 * hourMs])), () =>
    submitForm(mine, neighbour, request, mark, 'capture-lead'),
  );
}

async function submitForm(
  deps: PeopleDeps,
  person: Person,
  request: HttpRequest,
  mark: string,
  door: FormDoor,
): Promise<void> {
  const { cloud, book, scheduler, chronicle, entropy } = deps;
  for (let attempt = 1; attempt <= patience; attempt++) {
    chronicle.note(person.name, `sends the form (${mark})`);
    const answer = await cloud.request(door, mark, request);
    if (answer?.status === 200) {
      const atMs = scheduler.nowMs();
      const { id: leadId } = JSON.parse(answer.body) as { readonly id?: string };
      // A sender of forms is told of a robot only that it was received.
      if (leadId === undefined) return;
      chronicle.note(person.name, `is told the number ${leadId}`);
      book.told.push({ atMs, leadId, person, mark });
      noteWriting(book, person.email, atMs);
      return;
    }
    chronicle.note(person.name, `is answered ${answer?.status ?? 'nothing'}`);
    await scheduler.sleep(entropy.between(2_000, 10 * minuteMs));
  }
}

/** Writes a mail to the business. */
export async function writeIn(deps: PeopleDeps, person: Person): Promise<void> {
  const { cloud, book, scheduler, entropy } = deps;
  const number = deps.next();
  const mark = markOf(person.number, number);
  noteWriting(book, person.email, scheduler.nowMs());
  book.handedIn.push({ atMs: scheduler.nowMs(), person, mark });
  send(deps, {
    from: { name: person.name, address: person.email ?? '' },
    to: cloud.company.mail.receive ?? '',
    subject: 'Anfrage',
    text: `Guten Tag,\n\n${inWords(wishOf(entropy), person, mark, entropy)}\n\nMit freundlichen Grüßen\n${person.name}`,
    messageId: `anfrage-${number}@${person.email?.split('@')[1]}`,
    atMs: scheduler.nowMs(),
  });
}
