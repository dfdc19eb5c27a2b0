/** Customers: answer our mails, stop them, say that it was not them, are away, or do nothing. */
import { noteWriting } from '../book.ts';
import { dayMs, minuteMs } from '../engine/plan.ts';
import type { SentMail } from '../platform/post.ts';
import { someFacts } from './facts.ts';
import { pageRequest } from './pages.ts';
import { markOf, type Person, turnedUrgent } from './persons.ts';
import { later, type PeopleDeps, send } from './surroundings.ts';
import { tap, tappableIn } from './taps.ts';

export function customerReads(deps: PeopleDeps, person: Person, sent: SentMail) {
  const { entropy } = deps;
  const does = entropy.weighted({ nothing: 76, answer: 13, stop: 4, notMe: 1, away: 4, twice: 2 });
  const afterMs = entropy.chance(0.3)
    ? entropy.between(1_000, 10 * minuteMs)
    : entropy.between(minuteMs, 6 * dayMs);
  const plan = (act: () => Promise<void>) => later(deps, person.name, afterMs, act);
  switch (does) {
    case 'answer':
      return plan(() => answer(deps, person, sent));
    case 'twice':
      plan(() => answer(deps, person, sent));
      return plan(() => answer(deps, person, sent));
    case 'away':
      return plan(() => answer(deps, person, sent, true));
    case 'stop':
      return plan(() => stop(deps, person, sent));
    case 'notMe':
      return plan(() => press(deps, person, sent, 'not-me'));
    case 'nothing':
      return undefined;
  }
}

async function answer(
  deps: PeopleDeps,
  person: Person,
  { mail, messageId }: SentMail,
  away = false,
): Promise<void> {
  const { scheduler, book, entropy } = deps;
  const number = deps.next();
  if (!away) noteWriting(book, person.email, scheduler.nowMs());
  const words = entropy.pick([
    'Vielen Dank, das passt.',
    'Bitte rufen Sie mich an.',
    'Wann können Sie kommen?',
  ]);
  const own = entropy.stream(`facts ${number}`);
  const more = {
    facts: someFacts(person.number, own),
    urgent: turnedUrgent,
    visit: 'Können wir den Termin bitte verschieben?',
  }[own.weighted({ facts: 88, urgent: 4, visit: 8 })];
  send(deps, {
    from: { name: person.name, address: person.email ?? '' },
    to: mail.replyTo,
    subject: away ? `Abwesenheit: Re: ${mail.subject}` : `Re: ${mail.subject}`,
    text: away
      ? 'Ich bin bis auf Weiteres nicht im Haus.'
      : `${words} ${markOf(person.number, number)} ${more}`.trim(),
    messageId: `antwort-${number}@${person.email?.split('@')[1]}`,
    answers: messageId,
    atMs: scheduler.nowMs(),
    ...(away && { headers: { 'Auto-Submitted': 'auto-replied' } }),
  });
}

/** By the button that mail programs show, else by the link in the mail. */
async function stop(deps: PeopleDeps, person: Person, sent: SentMail): Promise<void> {
  const { cloud, book, scheduler, chronicle } = deps;
  const { leadId, mail } = sent;
  const url = /<([^>]+)>/.exec(mail.headers['List-Unsubscribe'] ?? '')?.[1];
  if (url === undefined || leadId === undefined) return;
  chronicle.note(person.name, `wants no more mails about ${leadId}`);
  book.acts.push({ atMs: scheduler.nowMs(), leadId, what: 'stop', by: 'customer' });
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
  for (let attempt = 0; attempt < 3; attempt++) {
    const answered = await cloud.request('act-on-lead', `stop ${leadId}`, pageRequest('POST', url, body));
    if (answered?.status === 200) {
      book.stops.push({ atMs: scheduler.nowMs(), leadId, email: person.email ?? '' });
      return;
    }
    await scheduler.sleep(minuteMs);
  }
}

async function press(deps: PeopleDeps, person: Person, sent: SentMail, action: string): Promise<void> {
  const { book, scheduler } = deps;
  const link = tappableIn(sent.mail.html, scheduler.nowMs()).find((one) => one.action === action);
  if (!link || sent.leadId === undefined) return;
  book.acts.push({ atMs: scheduler.nowMs(), leadId: sent.leadId, what: action, by: 'customer' });
  const { pressed, answer } = await tap(deps, person.name, link, sent.begunMs);
  if (pressed && answer?.status === 200) {
    book.stops.push({ atMs: scheduler.nowMs(), leadId: sent.leadId, email: person.email ?? '' });
  }
}
