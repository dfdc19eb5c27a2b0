/** The owner: reads his mails when he can, presses their buttons, and answers a digest from his phone. */

import { everybody } from '../../../domain/business/people.ts';
import { askables } from '../../../domain/lead/askable.ts';
import { nextSteps, nobody, refusals } from '../../../domain/lead/questions.ts';
import { dayMs, hourMs, minuteMs } from '../engine/plan.ts';
import type { SentMail } from '../platform/post.ts';
import type { Tappable } from './pages.ts';
import { later, type PeopleDeps, send } from './surroundings.ts';
import { tap, tappableIn } from './taps.ts';

/** How much he likes each step. */
const likes: Readonly<Record<string, number>> = {
  confirm: 12,
  reached: 3,
  'not-reached': 3,
  take: 2,
  qualify: 2,
  disqualify: 1,
  'plan-visit': 3,
  quote: 3,
  negotiate: 2,
  win: 2,
  lose: 1.5,
  postpone: 1,
  'service-done': 6,
  reopen: 0.5,
  'mark-read': 3,
  'move-visit': 1,
  'cancel-visit': 0.7,
  decline: 2,
  'take-phone': 1,
  'dismiss-phone': 1,
  move: 0.5,
  refine: 0.5,
  note: 1,
  assign: 1,
  spam: 0.2,
  acknowledge: 2,
  merge: 1,
  erase: 0.2,
  view: 1,
  rescue: 1,
  'enter-answer': 6,
  'acknowledge-all': 30,
  'spam-all': 15,
  'spam-alarms': 10,
  'dismiss-suspicious': 10,
};

const name = 'owner';

/** What he does to each of a list at once. */
const manyActs: Readonly<Record<string, string>> = {
  'acknowledge-all': 'acknowledge',
  'spam-all': 'spam',
  'spam-alarms': 'spam',
};

export function ownerReads(deps: PeopleDeps, sent: SentMail): void {
  const { entropy } = deps;
  const isList = /^(?:digest|chases)\//.test(sent.mail.headers['X-Nachfass-Mail'] ?? '');
  const urgent = sent.mail.headers['X-Nachfass-Mail']?.includes('service') ?? false;
  if (isList && entropy.chance(0.3)) {
    later(deps, name, delayMs(deps, false), () => answerDigest(deps, sent));
  }
  // An answer to what tells of one customer goes on to him.
  if (sent.key?.includes('#replied#') && entropy.chance(0.3)) {
    later(deps, name, delayMs(deps, false), () => answerCustomer(deps, sent));
  }
  if (!entropy.chance(urgent ? 0.7 : 0.3)) return;
  later(deps, name, delayMs(deps, urgent), () => pressOne(deps, sent));
}

/** Some at once, most within hours, some after days. */
function delayMs({ entropy }: PeopleDeps, urgent: boolean): number {
  if (urgent) return entropy.between(minuteMs, 40 * minuteMs);
  const pace = entropy.weighted({ atOnce: 2, soon: 4, late: 2, veryLate: 1 });
  if (pace === 'atOnce') return entropy.between(2_000, 2 * minuteMs);
  if (pace === 'soon') return entropy.between(5 * minuteMs, 8 * hourMs);
  return entropy.between(hourMs, (pace === 'late' ? 4 : 30) * dayMs);
}

const liked = (deps: PeopleDeps, links: readonly Tappable[]): Tappable | undefined => {
  const likely = links.filter(({ action }) => (likes[action] ?? 0) > 0);
  if (likely.length === 0) return undefined;
  const weights = Object.fromEntries(likely.map(({ action }, at) => [String(at), likes[action] ?? 0]));
  return likely[Number(deps.entropy.weighted(weights))];
};

async function pressOne(deps: PeopleDeps, sent: SentMail): Promise<void> {
  const link = liked(deps, tappableIn(sent.mail.html, deps.scheduler.nowMs()));
  if (!link) return;
  await press(deps, link, sent.begunMs);
}

async function press(deps: PeopleDeps, link: Tappable, knownMs: number): Promise<void> {
  const { scheduler, book } = deps;
  const atMs = scheduler.nowMs();
  // Written down before: if no answer comes, it may have been done.
  const { leadId, action } = link;
  if (leadId !== undefined && action !== 'view') book.acts.push({ atMs, leadId, what: action, by: 'owner' });
  const many = manyActs[action];
  const beforeSending = (form: URLSearchParams) => {
    if (many === undefined) return;
    const picked = form.has('alike') ? (form.get('shown') ?? '').split(' ') : form.getAll('lead');
    for (const one of picked)
      book.acts.push({ atMs: scheduler.nowMs(), leadId: one, what: many, by: 'owner' });
  };
  const typed = typedFor(deps, action);
  const { answer, pressed } = await tap(deps, name, link, knownMs, { typed, beforeSending });
  if (pressed && leadId !== undefined) await takeBack(deps, leadId);
  if (action !== 'view' || answer?.status !== 200) return;
  const next = liked(
    deps,
    tappableIn(answer.body, scheduler.nowMs()).filter((one) => one.action !== 'view'),
  );
  if (next && deps.entropy.chance(0.6)) await press(deps, next, scheduler.nowMs());
}

/** Now and then his finger slipped, and he sees it at once; sometimes too late. */
async function takeBack(deps: PeopleDeps, leadId: string): Promise<void> {
  const { cloud, chronicle, scheduler } = deps;
  const own = deps.entropy.stream(`takes back ${scheduler.nowMs()}`);
  if (!own.chance(0.12)) return;
  await scheduler.sleep(own.between(1_000, 75_000));
  chronicle.note(name, `takes back ${leadId}`);
  await cloud.takeBack(leadId, cloud.company.owner.name);
}

/** What came out of a talk; where the customer gets back to us he may be asked something. */
function talkedOver({ entropy, scheduler }: PeopleDeps): Readonly<Record<string, string>> {
  const some = entropy.pick(nextSteps);
  const own = entropy.stream(`asks ${scheduler.nowMs()}`);
  const next = own.chance(0.4) ? 'customer' : some;
  return { next, ...(next === 'customer' && own.chance(0.8) && { asks: own.pick(askables) }) };
}

/** What he has to say in a form, beside what is asked in each. */
function typedFor(deps: PeopleDeps, action: string): Readonly<Record<string, string>> {
  if (action === 'reached') return talkedOver(deps);
  if (action === 'assign') {
    const own = deps.entropy.stream(`gives ${deps.scheduler.nowMs()}`);
    return { assignee: own.pick([...everybody(deps.cloud.company).map(({ email }) => email), nobody]) };
  }
  if (action !== 'lose' && action !== 'disqualify' && action !== 'decline') return {};
  const own = deps.entropy.stream(`says no ${deps.scheduler.nowMs()}`);
  const words = { refusalBrief: 'vielen Dank, leider nein.', refusalLater: 'im Moment leider nicht.' };
  const offered = action === 'decline' ? refusals.filter((one) => one !== 'none') : refusals;
  return { refusal: own.pick(offered), ...words };
}

/** Answers a customer from his mail program: it goes on to him. */
async function answerCustomer(deps: PeopleDeps, { mail, messageId, leadId }: SentMail): Promise<void> {
  const { scheduler, book, cloud } = deps;
  const atMs = scheduler.nowMs();
  if (leadId !== undefined) book.acts.push({ atMs, leadId, what: 'answer', by: 'owner' });
  const number = deps.next();
  send(deps, {
    from: { name: cloud.company.owner.name, address: cloud.company.owner.email[0] ?? '' },
    to: mail.replyTo,
    subject: `Re: ${mail.subject}`,
    text: `Gern, ich komme am Donnerstag vorbei. (${number})`,
    messageId: `antwort-${number}@muster-haustechnik.example`,
    answers: messageId,
    atMs,
  });
}

/** What he writes behind a number, and the act it is. */
const lines: readonly (readonly [what: string, words: string])[] = [
  ['reached', 'erreicht'],
  ['not-reached', 'nicht erreicht'],
  ['plan-visit', 'Besichtigung Do 14 Uhr'],
  ['quote', 'Angebot 4.500 Euro'],
  ['win', 'gewonnen 4200'],
  ['lose', 'verloren zu teuer'],
  ['postpone', 'nächste Woche'],
  ['assign', 'an Sabine'],
];

/** Which lead stands behind which number of a list, as whoever reads it sees: by the links below the number. */
function numberedLeads(text: string): ReadonlyMap<number, string | undefined> {
  const lines = text.split(/^\W*(?=\d+ · )/m).slice(1);
  return new Map(
    lines.map((line) => [
      Number(/^\d+/.exec(line)?.[0]),
      /\/a\/\S+?\.([0-9A-HJKMNP-TV-Z]{10})\./.exec(line)?.[1],
    ]),
  );
}

async function answerDigest(deps: PeopleDeps, { mail, messageId }: SentMail): Promise<void> {
  const { entropy, scheduler, book, cloud } = deps;
  const leadIds = numberedLeads(mail.text);
  const numbers = [...leadIds.keys()];
  const picked = numbers.filter(() => entropy.chance(0.4)).slice(0, 4);
  if (picked.length === 0) return;
  const atMs = scheduler.nowMs();
  const said = picked.map((number) => {
    const [what, words] = entropy.pick(lines);
    const leadId = leadIds.get(number);
    if (leadId !== undefined) book.acts.push({ atMs, leadId, what, by: 'owner' });
    return `${number} ${words}`;
  });
  const number = deps.next();
  send(deps, {
    from: { name: cloud.company.owner.name, address: cloud.company.owner.email[0] ?? '' },
    to: mail.replyTo,
    subject: `Re: ${mail.subject}`,
    text: said.join('\n'),
    messageId: `antwort-${number}@muster-haustechnik.example`,
    answers: messageId,
    atMs,
  });
}
