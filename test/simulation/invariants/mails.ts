/** What goes out to customers: once, at a decent time, as long as they want it, and nobody else's words. */

import { everybody } from '../../../domain/business/people.ts';
import { alarmSteps } from '../../../domain/lead/cadence.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { cadenceNames, cadences } from '../../../domain/lead/pipeline.ts';
import { marks, privateWord } from '../people/persons.ts';
import type { SentMail } from '../platform/post.ts';
import { happened, type Invariant, isErased, leadIn, leadsIn, moment, type Seen } from './invariant.ts';
import { formatDateTime, isDecentHour } from './local-hours.ts';

/** The name and the number of a mail, from its key: `g3#quoted#2`, or `g3#quoted#2@k3y` of a copy. */
function named(key: string): {
  readonly begins: string;
  readonly name: string;
  readonly number: number;
} {
  const [begins = '', name = '', number = ''] = key.replace(/@\w+$/, '').split('#');
  return { begins, name, number: Number(number) };
}

export const isToCustomer = ({ mail }: SentMail, { cloud }: Pick<Seen, 'cloud'>): boolean =>
  !mail.to.some((address) => everybody(cloud.company).some(({ email }) => email === address));

/** Mails of a rhythm: those that remind. The others answer, confirm or remind of an appointment. */
const isReminder = ({ key = '' }: SentMail): boolean =>
  /^g\d+#/.test(key) && !/#(acknowledgement|emergency-unanswered)#/.test(key);

export const onceByKey: Invariant = {
  name: 'onceByKey',
  says: 'No customer gets the mail of one key twice.',
  when: 'mail',
  *check(sent, { cloud }) {
    const { leadId, key } = sent;
    if (key === undefined || !isToCustomer(sent, { cloud })) return;
    const same = cloud.post.sent.filter((one) => one.leadId === leadId && one.key === key);
    if (same.length > 1) yield `${key} of ${leadId} went out ${same.length} times`;
  },
};

export const onceByMeaning: Invariant = {
  name: 'onceByMeaning',
  says: 'No customer is told the same twice: neither one appointment, nor one reminder although nothing happened between.',
  when: 'mail',
  *check(sent, { cloud }) {
    const { leadId, key } = sent;
    if (leadId === undefined || key === undefined || !isToCustomer(sent, { cloud })) return;
    const { name, number } = named(key);
    const lead = leadIn(cloud, leadId);
    const before = cloud.post.sent.findLast(
      (one) => one !== sent && one.leadId === leadId && one.key !== key && named(one.key ?? '').name === name,
    );
    if (!lead || !before || !isToCustomer(before, { cloud })) return;
    const [start, startBefore] = [appointment(sent), appointment(before)];
    // What was called off meanwhile is agreed on anew, be it for the same time.
    const between = cloud.post.sent.slice(cloud.post.sent.indexOf(before));
    const calledOff = between.some(
      (one) => one.leadId === leadId && callsOff.includes(named(one.key ?? '').name ?? ''),
    );
    if (start !== undefined && start === startBefore && !calledOff) {
      yield `the ${name} of ${leadId} for ${start} went out as ${before.key} and as ${key}`;
    }
    const isSame = start === undefined && named(before.key ?? '').number === number;
    if (isSame && !happened(lead, before.atMs - 60_000, sent.atMs)) {
      yield `${name} ${number} of ${leadId} went out as ${before.key} and as ${key}, and nothing happened between`;
    }
  },
};

/** A refusal says that the visit is off, too. */
const callsOff: readonly string[] = ['visit-cancelled', 'refusal'];

const appointment = ({ mail }: SentMail): string | undefined =>
  /^DTSTART[^:]*:(\S+)/m.exec(mail.calendar?.content ?? '')?.[1];

/** Between the look at the clock and the sending lie some calls. */
const underWayMs = 60_000;

const dayMs = 24 * 60 * 60_000;

export const ringsWithMeasure: Invariant = {
  name: 'ringsWithMeasure',
  says: 'One emergency calls nobody more often in a day than its chain has steps, and then as any chase.',
  when: 'mail',
  *check(sent, { cloud }) {
    const { leadId, key = '' } = sent;
    if (leadId === undefined || !key.includes('#service#') || isToCustomer(sent, { cloud })) return;
    const [to] = sent.mail.to;
    const [alarm] = key.split('#');
    const ofDay = cloud.post.sent.filter(
      (one) =>
        one.leadId === leadId &&
        one.mail.to[0] === to &&
        one.key?.startsWith(`${alarm}#service#`) &&
        one.atMs > sent.atMs - dayMs,
    );
    // Where nobody knows whether a mail went out, it goes once more.
    const steps = new Set(ofDay.map((one) => one.key)).size;
    if (steps > alarmSteps.length + 1) yield `${leadId} called ${to} ${steps} times within a day`;
  },
};

/** What tells by itself what has just happened. */
const tellsNews = (name: string, number: number): boolean =>
  cadenceNames.some((one) => one === name && cadences[one].news === true) && number === 1;

export const chasesComeTogether: Invariant = {
  name: 'chasesComeTogether',
  says: 'Nobody is reminded more than three times a day, in working time, and by itself comes only what just happened or rings.',
  when: 'mail',
  *check(sent, { cloud }) {
    const { leadId, key = '', atMs, mail } = sent;
    const { company } = cloud;
    const list = listOf(sent);
    if (list !== undefined) {
      if (!isDecentHour(company, atMs) && !isDecentHour(company, atMs - underWayMs))
        yield `${list} left at ${formatDateTime(company, atMs)}`;
      // Where nobody knows whether a mail went out, it goes once more.
      const ofDay = cloud.post.sent.filter((one) => isOfDay(listOf(one), list));
      const lists = new Set(ofDay.map(listOf)).size;
      if (lists > 3) yield `${lists} mails about what is due went out on the day of ${list}`;
      return;
    }
    const { begins, name, number } = named(key);
    if (leadId === undefined || isToCustomer(sent, { cloud }) || !/^g\d/.test(begins)) return;
    const isChase = cadenceNames.some((one) => one === name) && !tellsNews(name, number);
    const lead = leadIn(cloud, leadId);
    const rings = lead?.stage === 'service' && lead.confirmedAt === undefined;
    if (isChase && name !== 'service' && !rings) yield `${key} of ${leadId} went to ${mail.to[0]} by itself`;
  },
};

/** `chases/2026-11-23-2` is one of the mails about what is due. */
const listOf = ({ mail }: SentMail): string | undefined =>
  /^chases\/(.+)$/.exec(mail.headers['X-Nachfass-Mail'] ?? '')?.[1];
const dateLength = '2026-11-23'.length;

/** Of the same day, for the same person: `2026-11-23-2-k3y`. */
const isOfDay = (one: string | undefined, list: string): boolean =>
  one !== undefined &&
  one.slice(0, dateLength) === list.slice(0, dateLength) &&
  one.slice(dateLength + 2) === list.slice(dateLength + 2);

export const insideWindow: Invariant = {
  name: 'insideWindow',
  says: 'No reminder leaves outside of the time in which customers get mails.',
  when: 'mail',
  *check(sent, { cloud }) {
    if (!isReminder(sent) || !isToCustomer(sent, { cloud })) return;
    const { company } = cloud;
    if (isDecentHour(company, sent.atMs) || isDecentHour(company, sent.atMs - underWayMs)) return;
    yield `${sent.key} of ${sent.leadId} left at ${formatDateTime(company, sent.atMs)}`;
  },
};

export const endedIsEnded: Invariant = {
  name: 'endedIsEnded',
  says: 'No reminder goes out that a stop, a closing or an erasing ended.',
  when: 'mail',
  *check(sent, { cloud, book }) {
    const { leadId } = sent;
    if (leadId === undefined || !isReminder(sent) || !isToCustomer(sent, { cloud })) return;
    const stop = book.stops.findLast((one) => one.leadId === leadId && one.atMs < sent.atMs - underWayMs);
    const email = sent.mail.to[0] ?? '';
    const wroteSince = (fromMs: number) =>
      (book.wrote.get(email) ?? []).some((atMs) => atMs >= fromMs - underWayMs);
    if (stop && stop.email === email && !wroteSince(stop.atMs)) {
      yield `${sent.key} of ${leadId} went out, and the customer had stopped it at ${moment(stop.atMs)}`;
    }
    const lead = leadIn(cloud, leadId);
    if (!lead || !sent.key) return;
    const ended = endOf(lead);
    if (ended !== undefined && ended < sent.atMs - underWayMs) {
      yield `${sent.key} of ${leadId} went out, and it ended at ${moment(ended)}`;
    }
  },
};

/** When a lead was closed or erased, if it is so still. */
function endOf(lead: NonNullable<ReturnType<typeof leadIn>>): number | undefined {
  if (isErased(lead)) return Date.parse(lead.timeline.find(({ type }) => type === 'erased')?.at ?? '');
  return lead.closedAt === undefined ? undefined : Date.parse(lead.closedAt);
}

export const answeredIsNotChased: Invariant = {
  name: 'answeredIsNotChased',
  says: 'While an answer of the owner waits for our sender, nobody is reminded as if he had given none.',
  when: 'mail',
  *check(sent, { cloud }) {
    const { leadId, key = '' } = sent;
    if (
      leadId === undefined ||
      !isReminder(sent) ||
      /#(new-lead-alert|request-corrected|emergency-taken|emergency-number)#/.test(key)
    )
      return;
    const { since, until } = leadIn(cloud, leadId)?.answerHeld ?? {};
    if (since === undefined || until === undefined) return;
    const waits = Date.parse(since) < sent.atMs - underWayMs && Date.parse(until) > sent.atMs + underWayMs;
    if (waits) yield `${key} of ${leadId} went out, and the owner had answered at ${since}`;
  },
};

export const wordsStayPrivate: Invariant = {
  name: 'wordsStayPrivate',
  says: "Nobody's words reach another person, and no note of the business a customer.",
  when: 'mail',
  *check(sent, seen) {
    if (!isToCustomer(sent, seen)) return;
    const { text, html, subject, to } = sent.mail;
    const said = `${subject} ${text} ${html} ${sent.mail.calendar?.content ?? ''}`;
    if (said.includes(privateWord)) yield `a note of the business went to ${to[0]} with ${sent.key}`;
    const owners = [...said.matchAll(marks)].map(([, person]) => person);
    const person = /(\d+)@/.exec(to[0] ?? '')?.[1];
    for (const other of new Set(owners)) {
      if (other !== person)
        yield `words of person ${other} went to ${to[0]} with ${sent.key} of ${sent.leadId}`;
    }
  },
};

/** By which mail an event is entered: its own key, or that of the owner's words that went on. */
function keyOf(event: Lead['timeline'][number]): string | undefined {
  if ('key' in event) return event.key;
  return event.type === 'owner-replied' ? `answer#${event.mail?.id}` : undefined;
}

/** As long as a function that sends mails may take, in milliseconds. */
const workedForMs = 60_000;

export const sentIsEntered: Invariant = {
  name: 'sentIsEntered',
  says: 'Every mail that a customer got stands in the timeline, at least as uncertain.',
  when: 'calm',
  *check({ cloud, nowMs }) {
    const kept = leadsIn(cloud).filter((lead) => !isErased(lead));
    const entered = new Map(kept.map(({ id, timeline }) => [id, new Set(timeline.map(keyOf))]));
    for (const sent of cloud.post.sent) {
      const { leadId, key } = sent;
      if (leadId === undefined || key === undefined || !isToCustomer(sent, { cloud })) continue;
      // Whoever sent it a moment ago is about to enter it.
      if (sent.atMs > nowMs - workedForMs) continue;
      const keys = entered.get(leadId);
      // What was erased keeps nothing.
      if (keys && !keys.has(key))
        yield `${key} of ${leadId}, sent at ${moment(sent.atMs)}, stands in no timeline`;
    }
  },
};

export const enteredIsSent: Invariant = {
  name: 'enteredIsSent',
  says: 'A mail that the timeline says went to a customer did go out.',
  when: 'calm',
  *check({ cloud, book }) {
    const sent = new Set(cloud.post.sent.map(({ leadId, key }) => `${leadId} ${key}`));
    for (const { id, timeline } of leadsIn(cloud)) {
      if (book.inherited.has(id)) continue;
      for (const event of timeline) {
        if (event.type !== 'acknowledged' && event.type !== 'follow-up-sent') continue;
        if (!sent.has(`${id} ${event.key}`))
          yield `${event.key} of ${id}, entered at ${event.at}, never went out`;
      }
    }
  },
};

export const uncertainIsUncertain: Invariant = {
  name: 'uncertainIsUncertain',
  says: 'A mail is called uncertain only where something left open whether it went out.',
  when: 'calm',
  *check({ cloud, book }) {
    for (const { id, timeline } of leadsIn(cloud)) {
      const event = timeline.find(({ type }) => type === 'mail-uncertain');
      if (!event || book.troubled.has(id) || book.inherited.has(id)) continue;
      yield `a mail of ${id} is called uncertain at ${event.at}, and nothing was`;
    }
  },
};
