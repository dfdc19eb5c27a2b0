import type { Company } from '../../domain/business/company.ts';
import { sourceKey } from '../../domain/inbound/silent-source.ts';
import { isBundleable, isBundled, isUntouched, isYetToAcknowledge } from '../../domain/lead/acknowledging.ts';
import { isAlarm } from '../../domain/lead/actions.ts';
import type { Command, MailOutcome } from '../../domain/lead/command.ts';
import { decide } from '../../domain/lead/decide.ts';
import type { LeadEvent } from '../../domain/lead/event.ts';
import { evolveAll } from '../../domain/lead/evolve.ts';
import { type DueMail, planFollowUp } from '../../domain/lead/follow-up.ts';
import { knownUndelivered } from '../../domain/lead/known-undelivered.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { isWaiting } from '../../domain/lead/list.ts';
import { limits as figures } from '../../domain/limits/figures.ts';
import type { ContactStore } from '../../domain/ports/contact-store.ts';
import { LeadNotFoundError } from '../../domain/ports/errors.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import type { MailLog } from '../../domain/ports/mail-log.ts';
import type { ReplyAddresses } from '../../domain/ports/reply-addresses.ts';
import type { SignedLinks } from '../../domain/ports/signed-links.ts';
import type { SourceLog } from '../../domain/ports/source-log.ts';
import type { WaitingAlerts } from '../../domain/ports/waiting-alerts.ts';
import { measure } from '../../domain/report/metrics.ts';
import type { Moment } from '../../domain/time/moment.ts';
import type { TaskInput, TaskOutput } from '../../statemachine/contract.ts';
import { updateLead } from '../shared/change-lead.ts';
import { countAll, type Metrics } from '../shared/metrics.ts';
import { mayRingAlone, type RingForAllDeps, ringForAll } from '../shared/ring-for-all.ts';
import { type SendOnceDeps, type SendOutcome, sendOnce } from '../shared/send-once.ts';
import { composeMail } from './compose-mail.ts';
import { knowPerson } from './know-person.ts';
import { type WhyWithheldDeps, whyWithheld } from './why-withheld.ts';

export interface FollowUpLeadDeps extends SendOnceDeps, RingForAllDeps {
  readonly mailLog: SendOnceDeps['mailLog'] & Pick<MailLog, 'settle'>;
  readonly leads: Pick<LeadStore, 'load' | 'save' | 'eachOpen'>;
  readonly limits: WhyWithheldDeps['limits'];
  readonly waiting: Pick<WaitingAlerts, 'add'>;
  readonly contacts: Pick<ContactStore, 'load' | 'linkLead' | 'unsuppress'>;
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
 * mails are claimed by key, and a run of an older generation changes nothing.
 * @throws LeadNotFoundError, ConcurrentUpdateError, and what `sendOnce` throws.
 */
export async function followUpLead(input: TaskInput, deps: FollowUpLeadDeps): Promise<TaskOutput> {
  for (let pass = 0; pass < maxPasses; pass++) {
    const lead = await deps.leads.load(input.leadId);
    if (!lead) throw new LeadNotFoundError(`No lead ${input.leadId}`);
    const answer = { ...input, stage: lead.stage, dueAt: lead.dueAt };
    if (lead.generation !== input.generation) return { ...answer, outcome: 'superseded' };
    if (!isWaiting(lead)) return { ...answer, outcome: 'closed' };

    const person = await knowPerson(lead, deps);
    if (!lead.alertedAt) await noteSource(deps, lead);
    if (person) {
      await record(deps, lead, [person], { mailable: false, ringsWithOthers: false });
      continue;
    }
    const suppressed = await suppressionOf(deps.contacts, lead);
    const known = knownUndelivered(lead, suppressed);
    if (known) {
      // Before any mail about it: the owner's alert must say it too.
      await record(deps, lead, [known], { mailable: false, ringsWithOthers: false });
      continue;
    }
    const mailable = lead.contact.email !== undefined && !lead.mailsStopped && !suppressed;
    const ringsWithOthers = isAlarm(lead) && !(await mayRingAlone(lead, deps));
    const plan = planFollowUp(lead, mailable, deps.company, deps.clock.now(), ringsWithOthers);
    const why = plan.mails.some(isLimited(lead)) ? await whyWithheld(lead, deps) : undefined;
    if (why !== undefined) {
      await record(deps, lead, [{ type: 'withhold-acknowledgement', why }], { mailable, ringsWithOthers });
      continue;
    }
    const commands: Command[] = [];
    const sent: SettledMail[] = [];
    for (const mail of plan.mails) {
      const told =
        mail.to === 'owner' &&
        mail.mail !== 'bounced' &&
        (ringsWithOthers || (await tellLater(deps, lead, mail)));
      if (told) commands.push(...recorded(mail, deps.clock.now()));
      else {
        const { outcome, at } = await send(deps, lead, mail);
        commands.push(...recorded(mail, at, outcome));
        if (outcome !== 'rejected') {
          sent.push({ leadId: lead.id, key: mail.key, state: outcome === 'sent' ? 'sent' : 'claimed' });
        }
      }
    }
    const after = await record(deps, lead, commands, { mailable, ringsWithOthers });
    await settleAll(deps, sent);
    if (ringsWithOthers) await ringForAll(deps);
    if (after) {
      // A closed lead waits no longer than its last word.
      const outcome = isWaiting(after) ? 'wait' : 'closed';
      return { ...answer, outcome, stage: after.stage, dueAt: after.dueAt };
    }
  }
  throw new Error(`Lead ${input.leadId} has mails due without end`);
}

/** Only to notice when a source falls silent: never a reason not to follow up. */
async function noteSource({ sources, log }: FollowUpLeadDeps, lead: Lead): Promise<void> {
  const source = sourceKey(lead);
  if (source === undefined) return;
  await sources
    .note(source, lead.id, lead.capturedAt)
    .catch((error: unknown) => log.error('Source not noted', error, { leadId: lead.id }));
}

async function suppressionOf(contacts: FollowUpLeadDeps['contacts'], { contact: { email } }: Lead) {
  if (email === undefined) return undefined;
  return (await contacts.load({ kind: 'email', value: email }))?.suppressed;
}

/** What goes out by itself is limited; what the owner asks for, or goes out while he is at it, is his own. */
const isLimited = (lead: Lead) => (mail: DueMail) =>
  mail.mail === 'acknowledgement' && isYetToAcknowledge(lead) && isUntouched(lead);

function send(deps: FollowUpLeadDeps, lead: Lead, mail: DueMail): Promise<SendOutcome> {
  const { key, to } = mail;
  return sendOnce(deps, { leadId: lead.id, key, to, awaitsEntry: true }, () => composeMail(deps, lead, mail));
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

function recorded(
  { type, mail, number, key, last }: DueMail,
  at: Moment,
  outcome: MailOutcome['outcome'] = 'sent',
): Command[] {
  return [
    { type: 'record-mail', mail: { type, mail, number, key, outcome, at } },
    ...(last ? [{ type: 'stall' } as const] : []),
  ];
}

/**
 * One of many is not told by itself: it is kept for the next mail about all of them, which comes within minutes.
 * @returns whether it is.
 */
async function tellLater(deps: FollowUpLeadDeps, lead: Lead, mail: DueMail): Promise<boolean> {
  if (!isBundled(lead) && !(await isOneOfManyChases(deps, lead, mail))) return false;
  const what = mail.mail === 'new-lead-alert' ? 'first' : 'again';
  await deps.waiting.add({ leadId: lead.id, what, at: deps.clock.now() });
  return true;
}

/** Those that came in a flood before it was one, or that the owner has answered all at once, are due all at once, too. */
async function isOneOfManyChases(
  { limits, clock, log }: FollowUpLeadDeps,
  lead: Lead,
  { type }: DueMail,
): Promise<boolean> {
  if (type !== 'owner-chased' || !isBundleable(lead)) return false;
  const who = lead.proof === undefined ? 'chases of strangers' : 'chases of proven ones';
  try {
    return !(await limits.claimAnswer(who, lead.id, clock.now(), figures.chases));
  } catch (error) {
    log.error('Limits not asked, the owner is reminded', error, { leadId: lead.id });
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
  { mailable, ringsWithOthers }: { readonly mailable: boolean; readonly ringsWithOthers: boolean },
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
    const { mails, dueAt } = planFollowUp(
      after,
      mailable && !after.mailsStopped,
      deps.company,
      deps.clock.now(),
      ringsWithOthers,
    );
    settled = current && mails.length === 0;
    if (settled && dueAt !== after.dueAt) return { ...after, dueAt };
    return after === lead ? undefined : after;
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
