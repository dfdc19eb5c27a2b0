/** A captured submission becomes a lead, or finds the one that it repeats: at the door, and when it comes late. */
import { createHash } from 'node:crypto';
import type { Company } from '../../domain/business/company.ts';
import type { CapturedSubmission } from '../../domain/capture/captured-submission.ts';
import type { Command } from '../../domain/lead/command.ts';
import { decideAll } from '../../domain/lead/decide-all.ts';
import type { LeadEvent } from '../../domain/lead/event.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { submittedWith } from '../../domain/lead/mail-files.ts';
import type { Muted, SubmittedFiles } from '../../domain/lead/origin.ts';
import { contentText, isSubmitted, takesRepeat } from '../../domain/lead/repeat.ts';
import type { LeadStore, SubmissionKeys } from '../../domain/ports/lead-store.ts';
import { type ChangeLeadDeps, changeLead } from './change-lead.ts';
import { addLead, beginFirstTimer, newLead } from './new-lead.ts';

export interface StoreSubmissionDeps extends ChangeLeadDeps {
  readonly leads: Pick<LeadStore, 'add' | 'load' | 'save'>;
}

/** What the store made of a submission: the id that counts, and whether it is a new lead. */
export interface Added {
  readonly leadId: string;
  readonly created: boolean;
}

/** The lead as it was when the submission was captured, under the id that its sender was told. */
export function leadAsCaptured(
  { leadId, capturedAt, facts, call }: CapturedSubmission,
  company: Company,
): Lead {
  const lead = newLead({ type: 'capture', id: leadId, ...facts }, capturedAt, company);
  const { assignedTo } = call ?? {};
  const commands: Command[] = [
    ...(assignedTo === undefined ? [] : [{ type: 'assign', person: assignedTo } as const]),
    ...(call?.note === undefined ? [] : [{ type: 'note', text: call.note } as const]),
    ...(call?.visit ? [{ type: 'plan-visit', ...call.visit } as const] : []),
  ];
  const decision = decideAll(lead, commands, {
    now: capturedAt,
    by: facts.by,
    person: facts.person,
    company,
  });
  return 'after' in decision ? decision.after : lead;
}

/** Stores the submission as a lead, unless it is known. */
export async function addSubmission(
  submission: CapturedSubmission,
  deps: StoreSubmissionDeps,
): Promise<Added> {
  const lead = leadAsCaptured(submission, deps.company);
  const { leadId, created } = await addLead(deps, lead, storedUnder(submission));
  deps.log.info(created ? 'Lead captured' : 'Lead repeated', { leadId, stage: lead.stage });
  return { leadId, created };
}

/** What the owner types in himself has an id that holds its content (`capture-call.ts`): nobody else could have given it. */
function storedUnder({ keys: { submissionId, contentHash }, facts }: CapturedSubmission): SubmissionKeys {
  return facts.by === 'owner' ? { once: submissionId, contentHash } : { submissionId, contentHash };
}

/**
 * What is left to do once the submission is stored: a repeat may correct its lead, and the lead gets its timer. Where the
 * lead takes no correction any more (closed, spam or gone since it was claimed) the words become a lead of their own.
 * @param withheld why the first answer to a new lead must not go out by itself.
 * @returns the lead as it stands.
 */
export async function finishSubmission(
  submission: CapturedSubmission,
  { leadId, created }: Added,
  deps: StoreSubmissionDeps,
  withheld?: Muted,
): Promise<Lead> {
  const captured = leadAsCaptured({ ...submission, leadId }, deps.company);
  const repeated = created ? undefined : await correct(leadId, submission, deps);
  // What must not be added to another is a lead of its own.
  const stored =
    repeated ??
    (await withheldFor(withheld, created ? captured : await addBeside(leadId, submission, deps), deps));
  await beginFirstTimer(deps, stored, captured.generation);
  return stored;
}

/** The lead that is new, with what is withheld from it. */
async function withheldFor(
  withheld: Muted | undefined,
  lead: Lead,
  deps: StoreSubmissionDeps,
): Promise<Lead> {
  // Gone in between: nothing is left to withhold.
  return withheld === undefined ? lead : ((await withhold(lead.id, withheld, deps)) ?? lead);
}

/** Before the timer begins, which would answer. */
async function withhold(leadId: string, why: Muted, deps: StoreSubmissionDeps): Promise<Lead | undefined> {
  const change = await changeLead(deps, leadId, { type: 'withhold-acknowledgement', why }, { by: 'system' });
  return 'lead' in change ? change.lead : undefined;
}

/**
 * The same submission with other content is a correction; content that the lead has seen is only a late repeat. Whose it is is
 * asked of the lead as it is written: it may have become an emergency, or got another number, since the id was claimed.
 * @returns `undefined`: the lead does not take it.
 */
async function correct(
  leadId: string,
  { facts: { contact, request, consent, files, by, proof }, capturedAt }: CapturedSubmission,
  deps: StoreSubmissionDeps,
): Promise<Lead | undefined> {
  const content = contentText({ contact, request });
  const isSeen = ({ timeline }: Lead) =>
    timeline.some((event) => isSubmitted(event) && contentText(event) === content) &&
    bringsNothingNew(files, timeline);
  let isSomebodyElse = false;
  const change = await changeLead(
    deps,
    leadId,
    { type: 'resubmit', contact, request, consent, files, proof, sentAt: capturedAt },
    {
      by,
      unless: (lead) => {
        if (isSeen(lead)) return true;
        isSomebodyElse = by !== 'owner' && !takesRepeat(lead, { contact, request, capturedAt });
        return isSomebodyElse;
      },
    },
  );
  if (isSomebodyElse) {
    deps.log.info('Under the id of somebody else, it becomes a lead of its own', { leadId });
    return undefined;
  }
  if (change.outcome === 'changed') return change.lead;
  if (change.outcome === 'refused' && change.refusal.code === 'already-done') return change.lead;
  deps.log.warn('Correction not taken, it becomes a lead of its own', { leadId, outcome: change.outcome });
  return undefined;
}

/** Once, however often it is delivered: under the id of its own that it was told, if that is another. */
async function addBeside(
  relatedTo: string,
  submission: CapturedSubmission,
  deps: StoreSubmissionDeps,
): Promise<Lead> {
  const beside = idBeside(relatedTo, submission.keys.contentHash);
  const own = submission.leadId === relatedTo ? beside : submission.leadId;
  const facts = { ...submission.facts, relatedTo };
  const lead = leadAsCaptured({ ...submission, leadId: own, facts }, deps.company);
  const { leadId, created } = await addLead(deps, lead, { once: `beside-${beside}` });
  deps.log.info(created ? 'Lead captured' : 'Lead repeated', { leadId, stage: lead.stage });
  return (await deps.leads.load(leadId)) ?? { ...lead, id: leadId };
}

/** The alphabet of the ids, `leadIdSchema`. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** An id that follows from the lead that was meant and from what was sent: a repeat finds it. */
function idBeside(leadId: string, contentHash: string): string {
  const bytes = createHash('sha256').update(`${leadId} ${contentHash}`).digest().subarray(0, 10);
  return [...bytes].map((byte) => alphabet[byte % alphabet.length]).join('');
}

/** A repeat keeps the same files under the same id; this time more of them may have been kept. */
function bringsNothingNew(files: SubmittedFiles | undefined, timeline: readonly LeadEvent[]): boolean {
  if (!files || files.files.length === 0) return true;
  return timeline.some((event) => {
    const known = submittedWith(event);
    return known?.id === files.id && known.files.length >= files.files.length;
  });
}
