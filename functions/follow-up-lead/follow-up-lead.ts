import type { Company } from '../../domain/business/company.ts';
import { sourceKey } from '../../domain/inbound/silent-source.ts';
import { type GateAnswer, isMailable, type Refused } from '../../domain/lawful/may-mail.ts';
import { isBundleable, isBundled, isUntouched, isYetToAcknowledge } from '../../domain/lead/acknowledging.ts';
import { isAlarm } from '../../domain/lead/actions.ts';
import { isChangeable, isKeptBack, withWishOf } from '../../domain/lead/ahead-mail.ts';
import { alarmWord } from '../../domain/lead/alarm-word.ts';
import type { Command } from '../../domain/lead/command.ts';
import { contactKeys } from '../../domain/lead/contact-keys.ts';
import { decide } from '../../domain/lead/decide.ts';
import type { LeadEvent } from '../../domain/lead/event.ts';
import { evolveAll } from '../../domain/lead/evolve.ts';
import { type DueMail, planFollowUp } from '../../domain/lead/follow-up.ts';
import { mayPassAtOnce, withTimer } from '../../domain/lead/held-mails.ts';
import { knownUndelivered } from '../../domain/lead/known-undelivered.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { isWaiting } from '../../domain/lead/list.ts';
import { cadenceNames } from '../../domain/lead/pipeline.ts';
import { isGivenAgain } from '../../domain/lead/reachable-again.ts';
import { outcomeOf, saysLast } from '../../domain/lead/record-mails.ts';
import { limits as figures } from '../../domain/limits/figures.ts';
import type { ContactStore } from '../../domain/ports/contact-store.ts';
import type { DeskNews } from '../../domain/ports/desk-news.ts';
import type { DueChases } from '../../domain/ports/due-chases.ts';
import {
  isFaultOfOurs,
  LeadNotFoundError,
  MailRefusedError,
  MailRejectedError,
  type RefusalFault,
} from '../../domain/ports/errors.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import type { MailLog } from '../../domain/ports/mail-log.ts';
import type { ReplyAddresses } from '../../domain/ports/reply-addresses.ts';
import type { SignedLinks } from '../../domain/ports/signed-links.ts';
import type { SourceLog } from '../../domain/ports/source-log.ts';
import type { WaitingAlerts } from '../../domain/ports/waiting-alerts.ts';
import { measure } from '../../domain/report/metrics.ts';
import type { TaskInput, TaskOutput } from '../../statemachine/contract.ts';
import { briefEmergency, numberOfEmergency, oneEmergency } from '../../views/words/alarm-text.ts';
import { updateLead } from '../shared/change-lead.ts';
import { composeMail } from '../shared/compose-mail.ts';
import { countAll, type Metrics } from '../shared/metrics.ts';
import { claimInLog, ringChannels } from '../shared/ring-channels.ts';
import { mayRingAlone, type RingForAllDeps, ringForAll } from '../shared/ring-for-all.ts';
import { type SendOnceDeps, type SendOutcome, sendOnce, type Withdrawn } from '../shared/send-once.ts';
import { type AskGateDeps, askGate } from './ask-gate.ts';
import { calleesOf, sendToEach } from './call-everybody.ts';
import { knowPerson } from './know-person.ts';
import { type WhyWithheldDeps, whyWithheld } from './why-withheld.ts';

export interface FollowUpLeadDeps extends SendOnceDeps, Omit<RingForAllDeps, 'limits'> {
  readonly mailLog: SendOnceDeps['mailLog'] & Pick<MailLog, 'settle'>;
  readonly leads: Pick<LeadStore, 'load' | 'save' | 'eachOpen'>;
  readonly limits: WhyWithheldDeps['limits'] & AskGateDeps['limits'];
  readonly waiting: Pick<WaitingAlerts, 'add'>;
  readonly dueChases: Pick<DueChases, 'add'>;
  readonly news: Pick<DeskNews, 'announce'>;
  readonly contacts: Pick<ContactStore, 'load' | 'linkLead' | 'liftStop' | 'unsuppress'>;
  readonly sources: Pick<SourceLog, 'note'>;
  readonly links: SignedLinks;
  readonly replyAddresses: ReplyAddresses | undefined;
  readonly company: Company;
  readonly metrics: Metrics;
}

type SettledMail = Parameters<MailLog['settle']>[0];

/** Every pass settles all mails that are due; more than a few passes mean that time stands still. */
const maxPasses = 20;

/**
 * Does what is due for a lead now and says when to look again. Safe to repeat at any point: the lead is read anew,
 * mails are claimed by key, and a run of an older generation changes nothing. What the provider refuses waits, and keeps no
 * other mail back.
 * @throws LeadNotFoundError, ConcurrentUpdateError; MailRefusedError where that passes within minutes; MailInFlightError.
 */
export async function followUpLead(input: TaskInput, deps: FollowUpLeadDeps): Promise<TaskOutput> {
  const held: HeldMails = new Map();
  for (let pass = 0; pass < maxPasses; pass++) {
    const lead = await deps.leads.load(input.leadId);
    if (!lead) throw new LeadNotFoundError(`No lead ${input.leadId}`);
    const answer = { ...input, stage: lead.stage, dueAt: lead.dueAt };
    if (pass === 0) await announce(deps, lead);
    if (lead.generation !== input.generation) return { ...answer, outcome: 'superseded' };
    if (!isWaiting(lead)) return { ...answer, outcome: 'closed' };

    const person = await knowPerson(lead, deps);
    if (!lead.alertedAt) await noteSource(deps, lead);
    if (person) {
      await record(deps, lead, [person], { mailable: false, ringsWithOthers: false, held });
      continue;
    }
    const suppressed = await suppressionOf(deps.contacts, lead);
    const known = knownUndelivered(lead, suppressed);
    if (known) {
      // Before any mail about it: the owner's alert must say it too.
      await record(deps, lead, [known], { mailable: false, ringsWithOthers: false, held });
      continue;
    }
    const mailable = isMailable({ lead, suppressed: suppressed?.reason });
    const ringsWithOthers = isAlarm(lead) && !(await mayRingAlone(lead, deps));
    const plan = planFollowUp(lead, mailable, deps.company, deps.clock.now(), ringsWithOthers);
    const mails = plan.mails.filter(({ key }) => !held.has(key));
    const why = mails.some(isLimited(lead)) ? await whyWithheld(lead, deps) : undefined;
    if (why !== undefined) {
      await record(deps, lead, [{ type: 'withhold-acknowledgement', why }], {
        mailable,
        ringsWithOthers,
        held,
      });
      continue;
    }
    const commands: Command[] = [];
    const sent: SettledMail[] = [];
    for (const mail of mails) {
      // Not tried again within the minute: it goes out when there is another address.
      if (mail.to === 'customer' && commands.some(isRejected)) continue;
      const told =
        (mail.bundled && (await book(deps, lead, mail))) ||
        (mail.to === 'owner' &&
          mail.mail !== 'bounced' &&
          (ringsWithOthers || (await tellLater(deps, lead, mail))));
      if (told) commands.push(...outcomeOf(mail, deps.clock.now()));
      else {
        await holdIfRefused(held, mail.key, async () => {
          const may =
            mail.to === 'customer' ? await askGate(lead, mail, suppressed?.reason, deps) : undefined;
          const { outcome, at } = await send(deps, lead, mail, may);
          if (outcome === 'refused') {
            if (may?.allowed === false) commands.push(refused(mail, may));
            return;
          }
          if (outcome === 'withdrawn') return withdraw(deps, lead, mail);
          commands.push(...outcomeOf(mail, at, outcome, may));
          if (outcome !== 'rejected') {
            sent.push({ leadId: lead.id, key: mail.key, state: outcome === 'sent' ? 'sent' : 'claimed' });
          }
        });
      }
    }
    if (ringsWithOthers && !held.has(commonAlarm)) {
      await holdIfRefused(held, commonAlarm, () => ringForAll(deps));
    }
    const after = await record(deps, lead, commands, { mailable, ringsWithOthers, held });
    await settleAll(deps, sent);
    if (after) {
      if (after.version !== lead.version) await announce(deps, after);
      // Whatever else was due is done: no mail waits because another one is refused.
      if (held.size > 0) await goOnLater(held, after, deps);
      // A closed lead waits no longer than its last word.
      const outcome = isWaiting(after) ? 'wait' : 'closed';
      return { ...answer, outcome, stage: after.stage, dueAt: after.dueAt };
    }
  }
  throw new Error(`Lead ${input.leadId} has mails due without end`);
}

/** Whatever began this run, a new request or a step, pages of the desk show it at once: never a reason not to follow up. */
async function announce({ news, log }: FollowUpLeadDeps, { id, version }: Lead): Promise<void> {
  await news
    .announce({ id, version })
    .catch((error: unknown) => log.error('Not announced at the desk', error, { leadId: id }));
}

/** Only to notice when a source falls silent: never a reason not to follow up. */
async function noteSource({ sources, log }: FollowUpLeadDeps, lead: Lead): Promise<void> {
  const source = sourceKey(lead);
  if (source === undefined) return;
  await sources
    .note(source, lead.id, lead.capturedAt)
    .catch((error: unknown) => log.error('Source not noted', error, { leadId: lead.id }));
}

/** Whoever gives an address once more after it bounced wants to be written to there: if it bounces again, we are told. */
async function suppressionOf(contacts: FollowUpLeadDeps['contacts'], lead: Lead) {
  const { email } = lead.contact;
  if (email === undefined) return undefined;
  const key = { kind: 'email', value: email } as const;
  const suppressed = (await contacts.load(key))?.suppressed;
  if (!suppressed || !isGivenAgain(lead, suppressed)) return suppressed;
  await contacts.unsuppress(key);
  // A stop may lie below it.
  return (await contacts.load(key))?.suppressed;
}

/** What goes out by itself is limited; what the owner asks for, or goes out while he is at it, is his own. */
const isLimited = (lead: Lead) => (mail: DueMail) =>
  mail.mail === 'acknowledgement' && isYetToAcknowledge(lead) && isUntouched(lead);

/** @throws MailRejectedError the provider takes this mail to nobody, or none to the owner. */
async function send(
  deps: FollowUpLeadDeps,
  lead: Lead,
  mail: DueMail,
  may: GateAnswer | undefined,
): Promise<SendOutcome | Withdrawn> {
  const { key } = mail;
  const leadId = lead.id;
  const callees = calleesOf(deps.company, lead, mail, deps.clock.now());
  if (callees) {
    const isNumber = mail.mail === 'emergency-number';
    if (mail.calls || isNumber) {
      // First: it rings also where no mail goes out.
      await ringChannels(
        deps,
        callees,
        {
          ...(isNumber
            ? { text: numberOfEmergency(alarmWord(lead), leadId) }
            : {
                text: oneEmergency(alarmWord(lead), leadId),
                short: briefEmergency(alarmWord(lead), leadId),
              }),
          leadId,
          emergency: `${leadId} ${lead.cadence?.generation}`,
          step: key,
        },
        claimInLog(deps.mailLog, leadId, deps.clock),
      );
    }
    return sendToEach(
      callees,
      key,
      (own, callee) =>
        // Under the mail's own key it stands in the timeline; the others' are copies of it.
        sendOnce(deps, { leadId, key: own, to: 'owner', awaitsEntry: own === key }, () =>
          composeMail(deps, lead, { ...mail, key: own }, callee),
        ),
      (own) => deps.log.warn('Somebody is not called by mail', { leadId, mail: own }),
    );
  }
  const about = { leadId, key, awaitsEntry: true };
  const sent = await sendOnce(
    deps,
    may ? { ...about, to: 'customer', may, last: saysLast(mail) } : { ...about, to: 'owner' },
    async () => {
      const asWanted = await asWantedNow(deps, lead, mail);
      return asWanted && composeMail(deps, asWanted, mail);
    },
  );
  if (sent.outcome !== 'withdrawn' && sent.rejectedFor === 'content')
    throw new MailRejectedError(`Mail ${key} is not taken`, 'content');
  return sent;
}

/**
 * Once it is claimed, what the business wants of it is settled: whoever says something else from now on finds the claim.
 * @returns the lead with what is wanted of this mail; `undefined`: it is not to go out any more.
 */
async function asWantedNow(
  { leads }: Pick<FollowUpLeadDeps, 'leads'>,
  lead: Lead,
  mail: DueMail,
): Promise<Lead | undefined> {
  if (!isChangeable(mail)) return lead;
  const stored = await leads.load(lead.id);
  if (!stored || isKeptBack(stored, mail, lead)) return undefined;
  return withWishOf(lead, stored);
}

/** It counts as no reminder to this person. */
async function withdraw({ limits, clock }: FollowUpLeadDeps, lead: Lead, { key }: DueMail): Promise<void> {
  for (const person of contactKeys(lead.contact)) {
    await limits.releaseReminder(person, { leadId: lead.id, key }, clock.now());
  }
}

/** They stand in the timeline. Where it is not noted that they do, the reconciler looks. */
async function settleAll({ mailLog, log }: FollowUpLeadDeps, mails: readonly SettledMail[]): Promise<void> {
  await Promise.all(
    mails.map((mail) =>
      mailLog
        .settle(mail)
        .catch((error: unknown) =>
          log.error('Mail not settled, the reconciler will', error, { leadId: mail.leadId, mail: mail.key }),
        ),
    ),
  );
}

const isRejected = (command: Command): boolean =>
  command.type === 'record-mail' && command.mail.outcome === 'rejected';

/** The mails of a run that were refused for now, by key. */
type HeldMails = Map<string, RefusalFault>;

const commonAlarm = 'common-alarm';

/** Whoever refuses one mail may take the next. That the owner's address or our own text is refused is a fault of ours. */
async function holdIfRefused(held: HeldMails, key: string, send: () => Promise<unknown>): Promise<void> {
  try {
    await send();
  } catch (error) {
    if (isFaultOfOurs(error)) held.set(key, 'ours');
    else if (error instanceof MailRefusedError) held.set(key, 'passing');
    else throw error;
  }
}

/**
 * What passes within minutes the workflow repeats by itself; after that the lead waits, as for anything else: an execution
 * does not fail because our sender is out of order, however long that lasts.
 * @throws MailRefusedError it has just begun, and passes.
 */
async function goOnLater(held: HeldMails, { id, mailsHeldSince }: Lead, deps: FollowUpLeadDeps) {
  const fault = faultOfAll(held);
  const facts = { leadId: id, mails: held.size, fault };
  const now = deps.clock.now();
  if (mailsHeldSince !== undefined && mayPassAtOnce(fault, mailsHeldSince, now)) {
    throw new MailRefusedError(`${held.size} mails of lead ${id} are refused for now`);
  }
  deps.metrics.count('MailsHeld');
  const message = 'Mails held, they go out when the provider takes them';
  if (mailsHeldSince === now) deps.log.warn(message, facts);
  else deps.log.info(message, facts);
}

const faultOfAll = (held: HeldMails): RefusalFault =>
  [...held.values()].includes('ours') ? 'ours' : 'passing';

const refused = ({ mail, number }: DueMail, { reason, until }: Refused): Command => ({
  type: 'refuse-mail',
  mail,
  number,
  why: reason,
  until,
});

/** All that is due for the owner goes out in one mail, three times a day. */
async function book({ dueChases, clock }: FollowUpLeadDeps, lead: Lead, due: DueMail): Promise<true> {
  const cadence = cadenceNames.find((name) => name === due.mail);
  if (!lead.cadence || !cadence) throw new Error(`Mail ${due.key} belongs to no rhythm`);
  const { generation } = lead.cadence;
  const { number, last } = due;
  await dueChases.add({ leadId: lead.id, cadence, generation, number, last, at: clock.now() });
  return true;
}

/**
 * One of many is not told by itself: it is kept for the next mail about all of them, which comes within minutes.
 * @returns whether it is.
 */
async function tellLater(deps: FollowUpLeadDeps, lead: Lead, mail: DueMail): Promise<boolean> {
  if (!isBundled(lead) && !(await isOneOfMuchNews(deps, lead, mail))) return false;
  const what = mail.mail === 'new-lead-alert' ? 'first' : 'again';
  await deps.waiting.add({ leadId: lead.id, what, at: deps.clock.now() });
  return true;
}

/** What customers write all at once to requests of a flood is news, but no thirty mails. */
async function isOneOfMuchNews(
  { limits, clock, log }: FollowUpLeadDeps,
  lead: Lead,
  { type }: DueMail,
): Promise<boolean> {
  if (type !== 'owner-chased' || !isBundleable(lead)) return false;
  const who = `answers of ${lead.proof === undefined ? 'strangers' : 'proven ones'}`;
  try {
    return !(await limits.claimAnswer(who, lead.id, clock.now(), figures.news));
  } catch (error) {
    log.error('Limits not asked, the owner is told', error, { leadId: lead.id });
    return false;
  }
}

/**
 * Writes what happened into the lead, also if it changed meanwhile, and when it is due next.
 * @returns the lead, if nothing is left to do now.
 */
async function record(
  deps: FollowUpLeadDeps,
  seen: Lead,
  commands: readonly Command[],
  {
    mailable,
    ringsWithOthers,
    held,
  }: { readonly mailable: boolean; readonly ringsWithOthers: boolean; readonly held: HeldMails },
): Promise<Lead | undefined> {
  let settled = false;
  let events: readonly LeadEvent[] = [];
  const updated = await updateLead(deps.leads, seen.id, (lead) => {
    const current = lead.generation === seen.generation;
    // A generation that began meanwhile does not stall because of a mail of the one before.
    const fitting = current ? commands : commands.filter((command) => command.type !== 'stall');
    const folded = fold(lead, fitting, deps);
    const { after } = folded;
    // Of the last try: the ones before it were not stored.
    events = folded.events;
    const now = deps.clock.now();
    const { mails, dueAt } = planFollowUp(
      after,
      mailable && !after.mailsStopped,
      deps.company,
      now,
      ringsWithOthers,
    );
    settled = current && mails.every(({ key }) => held.has(key));
    if (!settled) return after === lead ? undefined : after;
    const timed = withTimer(after, dueAt, held.size > 0 ? faultOfAll(held) : undefined, now);
    return timed === lead ? undefined : timed;
  });
  if (!updated) throw new LeadNotFoundError(`No lead ${seen.id}`);
  countAll(deps.metrics, measure(updated.before, events));
  return settled ? updated.after : undefined;
}

function fold(before: Lead, commands: readonly Command[], { clock, company }: FollowUpLeadDeps) {
  let after = before;
  const events: LeadEvent[] = [];
  for (const command of commands) {
    const decision = decide(after, command, { now: clock.now(), by: 'system', company });
    if ('refused' in decision || decision.events.length === 0) continue;
    after = evolveAll(after, decision.events);
    events.push(...decision.events);
  }
  return { after, events };
}
