/** How an emergency that nobody has taken on rings: when each step is due, and whom it calls. */
import { type Company, cadenceOf } from '../business/company.ts';
import { addServiceMinutes, takesEmergenciesAt } from '../business/people.ts';
import { addMinutes, durationMilliseconds, laterOf } from '../time/local-time.ts';
import type { Moment } from '../time/moment.ts';
import { addDelay } from '../time/working-time.ts';
import { isDiscussed } from './acknowledging.ts';
import { isAlarm } from './actions.ts';
import { afterTheAlarm } from './cadence.ts';
import { isCalledOff } from './called-off.ts';
import { alarmGeneration } from './late-mails.ts';
import type { Lead, RunningCadence } from './lead.ts';
import { pipeline } from './pipeline.ts';
import { alarmStage } from './stages.ts';

/** Who is called. `owner`: no alarm any more, a chase as any other. */
export type Called = 'on-call' | 'everybody' | 'owner';

/** Whoever is on call has this long to take it. */
const onCallForMinutes = 15;
/** Who has not heard it for half a day does not hear it in the night after. */
const ringsForMinutes = 12 * 60;
const lateMinutes = 60;
/** So long a customer waits before he is told how to reach somebody. */
const untoldForMinutes = 30;

/** The rhythm of an alarm, whichever stage has it. */
export const isChain = (name: RunningCadence['name']): boolean => name === pipeline[alarmStage].cadence;

/** When its alarm began, or will, of a lead that rings. An alert that went out an hour late, or later, begins it anew. */
export function chainBegins(company: Company, { cadence, stageSince, alertedAt }: Lead): Moment {
  const begins = takesEmergenciesAt(company, cadence?.startedAt ?? stageSince);
  return alertedAt !== undefined && alertedAt > addMinutes(begins, lateMinutes) ? alertedAt : begins;
}

/**
 * When the next step is due: the first that lies after the last one, however many rang before, so that after an outage or a
 * change of the steps nobody hears several at once.
 */
export function chainDueAt(company: Company, lead: Lead, running: RunningCadence): Moment | undefined {
  const { after, thenEach } = cadenceOf(company, running.name);
  const begins = chainBegins(company, lead);
  const heardAt = [running.lastSentAt, lead.alertedAt]
    .filter((at) => at !== undefined)
    .reduce(laterOf, begins);
  const steps = after.map((delay) =>
    delay.startsWith('P')
      ? addServiceMinutes(company, begins, durationMilliseconds(delay) / 60_000)
      : addDelay(company, begins, delay),
  );
  const next = steps.find((step) => step > heardAt);
  if (next !== undefined) return next;
  // What a business sets rings no longer than this either.
  const each = heardAt < addServiceMinutes(company, begins, ringsForMinutes) ? thenEach : afterTheAlarm;
  return each && addDelay(company, heardAt, each);
}

/** Whom a mail about this emergency calls now. */
export function calledAt(company: Company, lead: Lead, now: Moment): Called {
  if (!isAlarm(lead)) return 'owner';
  const begins = chainBegins(company, lead);
  if (now < addServiceMinutes(company, begins, onCallForMinutes)) return 'on-call';
  return now <= addServiceMinutes(company, begins, ringsForMinutes + onCallForMinutes)
    ? 'everybody'
    : 'owner';
}

/**
 * When the customer is told that nobody has taken it yet and how to reach somebody; `undefined`: he is not (any more). He
 * reported it as an emergency and was answered so, and what would be said half a day later nobody waits for.
 */
export function unansweredSince(company: Company, lead: Lead, now: Moment): Moment | undefined {
  const { acknowledgedAt, acknowledgement, muted, unansweredTold } = lead;
  if (!isAlarm(lead) || unansweredTold === alarmGeneration(lead.cadence)) return undefined;
  if (muted !== undefined || acknowledgement === 'withheld') return undefined;
  if (acknowledgedAt === undefined || lead.answerAgain !== undefined) return undefined;
  // Whom nobody told that he will be called, or who was told so on the phone, waits for nothing that he knows of.
  const isTold = acknowledgedAt >= (lead.cadence?.startedAt ?? lead.stageSince) && !isDiscussed(lead);
  if (!isTold || isCalledOff(lead)) return undefined;
  const begins = chainBegins(company, lead);
  const at = addMinutes(laterOf(begins, acknowledgedAt), untoldForMinutes);
  return now <= addServiceMinutes(company, begins, ringsForMinutes) ? at : undefined;
}
