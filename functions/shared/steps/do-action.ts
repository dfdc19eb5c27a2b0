/** Does what a button asks for and says what became of it. */

import { actionForm, type FormAction, visitOf } from '../../../domain/lead/action-form.ts';
import { isPromised } from '../../../domain/lead/actions.ts';
import { stillStands } from '../../../domain/lead/as-seen.ts';
import { isCarriedOut } from '../../../domain/lead/carried-out.ts';
import type { Command, Refusal } from '../../../domain/lead/command.ts';
import { contactKeys } from '../../../domain/lead/contact-keys.ts';
import type { LeadEvent } from '../../../domain/lead/event.ts';
import { knownUndelivered } from '../../../domain/lead/known-undelivered.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { keptWith } from '../../../domain/lead/mail-files.ts';
import type { Stage } from '../../../domain/lead/pipeline.ts';
import type { ContactStore } from '../../../domain/ports/contact-store.ts';
import type { HeldDeliveries } from '../../../domain/ports/held-deliveries.ts';
import type { HookStore } from '../../../domain/ports/hook-store.ts';
import type { IntakeLog } from '../../../domain/ports/intake-log.ts';
import type { LeadStore } from '../../../domain/ports/lead-store.ts';
import type { MailFiles } from '../../../domain/ports/mail-files.ts';
import { actionPage, type FailedAttempt, stagePage } from '../../../views/page/action-page.ts';
import type { PageContext } from '../../../views/page/lead-parts.ts';
import { gonePage } from '../../../views/page/notice-pages.ts';
import { outcomePage } from '../../../views/page/outcome-page.ts';
import type { Outcome } from '../../../views/words/outcomes.ts';
import { type Change, type ChangeLeadDeps, changeLead } from '../change-lead.ts';
import { findBy } from '../find-by.ts';
import { htmlResponse } from '../http-handler.ts';
import type { HttpResponse } from '../http-message.ts';
import { type WarnOfVisitDeps, warnOfVisit } from '../warn-of-visit.ts';
import { handOver } from './merge-leads.ts';
import { isDone, noLongerSo } from './no-longer-so.ts';
import { overtakenOf, shownAgain } from './overtaken.ts';
import { readAnswers } from './read-answers.ts';

export interface DoActionDeps extends ChangeLeadDeps {
  readonly leads: WarnOfVisitDeps['leads'] &
    Pick<LeadStore, 'load' | 'save' | 'eraseArchive' | 'loadArchive' | 'eraseSpam'>;
  readonly intake: Pick<IntakeLog, 'find'>;
  readonly mailFiles: Pick<MailFiles, 'remove'>;
  readonly contacts: Pick<ContactStore, 'load' | 'linkLead' | 'unlinkLead'>;
  readonly hooks: Pick<HookStore, 'eraseDeliveries'>;
  readonly heldDeliveries: Pick<HeldDeliveries, 'list' | 'remove'>;
}

/** What is answered after a step. */
export type WhenDone = (lead: Lead, events: readonly LeadEvent[]) => HttpResponse;

/** A button that was pressed. */
export interface Tap {
  readonly action: FormAction;
  /** As it stands now. */
  readonly lead: Lead;
  /** In which the link was made. */
  readonly generation: number | undefined;
  /** The same for the same form with the same answers, however often it is sent. Absent: it does not say when it was shown. */
  readonly key: string | undefined;
  /** The name of whoever's link it is. */
  readonly person: string | undefined;
  /** Picked among several, where the action leaves it open. */
  readonly chosen: Stage | undefined;
  readonly typed: URLSearchParams;
  /** Absent: a page says what was done. */
  readonly whenDone?: WhenDone | undefined;
}

/** @throws ConcurrentUpdateError five races lost in a row. */
export async function doAction(tap: Tap, deps: DoActionDeps, context: PageContext): Promise<HttpResponse> {
  const { action, lead, chosen, typed } = tap;
  const form = actionForm(action, chosen);
  if (!form) return htmlResponse(200, await stagePage(lead, action, context));
  if (tap.key !== undefined && isCarriedOut(lead, tap.key)) {
    // The first time may have ended before this.
    for (const key of contactKeys(lead.contact)) await deps.contacts.linkLead(key, lead.id);
    return noLongerSo({ form, chosen, lead, typed, carriedOut: true }, context);
  }
  const sent = { questions: form.asks(lead), typed };
  const overtaken = (stored: Lead) => overtakenOf(sent, stored, context).length > 0;
  if (overtaken(lead) || (!form.anyTime && !stillStands(lead, tap.generation))) {
    return noLongerSo({ form, chosen, lead, typed }, context);
  }
  const askAgain = async (failed: Omit<FailedAttempt, 'typed'>) => {
    const attempt = { typed: shownAgain(sent, lead, context, false), ...failed };
    return htmlResponse(422, await actionPage(lead, { form, chosen, attempt }, context));
  };
  const read = readAnswers(sent.questions, typed, context.company);
  if ('faults' in read) return askAgain(read);
  const faults = form.faults?.(read.answers);
  if (faults && faults.size > 0) return askAgain({ faults });
  const visit = visitOf(read.answers, context.company);
  const warned = await warnOfVisit(visit, typed.get('despite'), ({ id }) => id === lead.id, deps, context);
  if (warned) return askAgain({ faults: new Map(), warned });
  const barred = form.mailsCustomer ? await whyNoMails(lead, deps) : undefined;
  if (barred) return explain(barred, lead, askAgain, context);
  const commands = form.commands(read.answers, lead, context.company);
  const done = (stored: Lead) => isDone(form, stored, typed, context);
  const generation = form.anyTime ? undefined : tap.generation;
  const unless = form.keepsTimer ? done : undefined;
  const change = await carryOut(commands, { ...tap, generation }, deps, { unless, overtaken });
  deps.log.info('Action taken', { leadId: lead.id, action, outcome: change.outcome });
  switch (change.outcome) {
    case 'changed':
      return (
        tap.whenDone?.(change.lead, change.events) ?? say(200, { what: 'done', form }, change.lead, context)
      );
    case 'stale':
      return noLongerSo({ form, chosen, lead: change.lead, typed }, context);
    case 'not-found':
      return htmlResponse(410, await gonePage(context));
    case 'refused':
      return explain(change.refusal, change.lead, askAgain, context);
  }
}

/** An address may be barred by what happened to another request of the same person. */
async function whyNoMails({ contact }: Lead, { contacts }: DoActionDeps): Promise<Refusal | undefined> {
  if (contact.email === undefined) return undefined;
  const suppressed = (await contacts.load({ kind: 'email', value: contact.email }))?.suppressed;
  return suppressed && { code: 'mails-stopped', why: suppressed.reason };
}

/** A refusal: at the field that can mend it, if there is one. */
async function explain(
  refusal: Refusal,
  lead: Lead,
  askAgain: (failed: Omit<FailedAttempt, 'typed'>) => Promise<HttpResponse>,
  context: PageContext,
): Promise<HttpResponse> {
  switch (refusal.code) {
    case 'already-done':
    case 'already-there':
      return say(200, { what: 'already-done' }, lead, context);
    case 'missing-facts':
      return askAgain({ faults: new Map(), refusal });
    case 'date-in-the-past':
    case 'date-too-far':
      return askAgain({ faults: new Map([[dateFields[refusal.field], refusal]]) });
    default:
      return say(409, { what: 'refused', refusal }, lead, context);
  }
}

const dateFields = { visit: 'date', 'look-again-on': 'lookAgainOn', until: 'until' } as const;

async function say(
  status: number,
  outcome: Outcome,
  lead: Lead,
  context: PageContext,
): Promise<HttpResponse> {
  return htmlResponse(status, await outcomePage(lead, outcome, context));
}

async function carryOut(
  commands: readonly Command[],
  { action, lead, generation, key, person }: Tap,
  deps: DoActionDeps,
  stored: Pick<Parameters<typeof changeLead>[3], 'unless' | 'overtaken'>,
): Promise<Change> {
  if (action === 'erase') await forgetElsewhere(lead, deps);
  if (action === 'merge') return merge({ lead, generation, person }, deps);
  return changeFacts(lead, commands, { person, seen: generation, key, ...stored }, deps);
}

/** Changes what is known of a lead; what it is found by, and what is known of its address, goes with it. */
export async function changeFacts(
  lead: Lead,
  commands: readonly Command[],
  options: Omit<Parameters<typeof changeLead>[3], 'by'>,
  deps: ChangeLeadDeps & Pick<DoActionDeps, 'contacts'>,
): Promise<Change> {
  const change = await changeLead(deps, lead.id, () => commands, { by: 'owner', ...options });
  if (change.outcome !== 'changed') return change;
  await findBy(lead, change.lead, deps);
  return lead.contact.email === change.lead.contact.email ? change : markUndelivered(change, deps);
}

async function merge(
  { lead, generation, person }: Pick<Tap, 'lead' | 'generation' | 'person'>,
  deps: DoActionDeps,
): Promise<Change> {
  if (isPromised(lead, deps.clock.now())) return { outcome: 'refused', lead, refusal: { code: 'promised' } };
  const into = await handOver(lead, person, deps);
  if (into === undefined) return { outcome: 'refused', lead, refusal: { code: 'earlier-ended' } };
  const change = await changeLead(
    deps,
    lead.id,
    { type: 'merge-into', into },
    { by: 'owner', person, seen: generation },
  );
  // What came in between the two.
  if (change.outcome === 'changed') await handOver({ ...change.lead, belongsTo: into }, person, deps);
  return change;
}

/** Of a new address it may be known already that no mail arrives there: the page that follows says so. */
async function markUndelivered(
  change: Extract<Change, { outcome: 'changed' }>,
  deps: ChangeLeadDeps & Pick<DoActionDeps, 'contacts'>,
): Promise<Change> {
  const { email } = change.lead.contact;
  const record = email === undefined ? undefined : await deps.contacts.load({ kind: 'email', value: email });
  const known = knownUndelivered(change.lead, record?.suppressed);
  if (!known) return change;
  const marked = await changeLead(deps, change.lead.id, known, { by: 'system' });
  return marked.outcome === 'changed' ? { ...change, lead: marked.lead } : change;
}

/**
 * Before the lead itself: it alone knows under which address and number it is found, and after a crash the owner,
 * who still sees the data, presses the button again.
 */
async function forgetElsewhere(lead: Lead, deps: DoActionDeps): Promise<void> {
  const { leads, contacts, mailFiles, intake, hooks, heldDeliveries } = deps;
  const events = [...(await leads.loadArchive(lead.id)), ...lead.timeline];
  for (const kept of events.map(keptWith)) {
    if (!kept) continue;
    // What was noted on the lead was kept aside as well.
    const asideId = (await intake.find(kept.id))?.asideId;
    if (asideId !== undefined) await leads.eraseSpam(asideId);
    await mailFiles.remove(kept.id);
  }
  // What waits stands on no timeline yet.
  for (const { about, delivery } of await heldDeliveries.list()) {
    if (about !== lead.id) continue;
    await mailFiles.remove(delivery.id);
    await heldDeliveries.remove(delivery.id);
  }
  await leads.eraseSpam(lead.id);
  await hooks.eraseDeliveries(lead.id);
  for (const key of contactKeys(lead.contact)) await contacts.unlinkLead(key, lead.id);
  await leads.eraseArchive(lead.id);
}
