/**
 * Mails of which a lead hears late: who sent them died before he could say so, and whoever finds them tells of them after the
 * lead has moved on.
 */
import type { MailOutcome } from './command.ts';
import type { LeadEvent } from './event.ts';
import type { Lead } from './lead.ts';
import { isOneTimeMail, type MailName, oneTimeMail } from './mail-name.ts';
import { cadenceNames, pipeline } from './pipeline.ts';

type SentMail = Pick<MailOutcome, 'mail' | 'number' | 'key'>;

/** Once, `disowned#bounced#1`, this is told in the words of a rhythm that did not begin. */
const disowning = 'disowned';
/** A rhythm and an appointment may have their round behind them: `g3.2#…`, `visit.2#…`; a refusal is of a closing. */
const keyForm = new RegExp(`^((?:g\\d+|visit|closing)(?:\\.\\d+)?|${disowning})#([a-z-]+)#(\\d{1,6})$`);

/** Which mail of the follow-up has this key; `undefined`: none, it is about something else. */
export function mailOfKey(
  key: string,
  to: 'customer' | 'owner',
): Pick<MailOutcome, 'type' | 'mail' | 'number'> | undefined {
  const [, begins, name = '', digits] = keyForm.exec(key) ?? [];
  const number = Number(digits);
  if (isOneTimeMail(name)) return { type: oneTimeMail(name).enteredAs, mail: name, number };
  const mail: MailName | undefined = cadenceNames.find((one) => one === name);
  if (mail === undefined) return undefined;
  if (to === 'customer') return { type: 'follow-up-sent', mail, number };
  return { type: begins === disowning ? 'owner-informed' : 'owner-chased', mail, number };
}

/** What was sent for a rhythm or an alarm that is over settles nothing of what came after it; of dates `visit.ts` knows. */
export function settlesWhatStands(
  { cadence, stage, confirmedAt, untoldDisowning }: Lead,
  { mail, key }: { mail: string; key: string },
): boolean {
  if (mail === 'emergency-unanswered') return generationOf(key) === alarmGeneration(cadence);
  if (mail === 'new-lead-alert') {
    const rings = pipeline[stage].alarm && confirmedAt === undefined;
    // By its key, not by the clock: whoever sent it may have one that is behind.
    return !rings || generationOf(key) === alarmGeneration(cadence);
  }
  if (key.startsWith(`${disowning}#`)) return untoldDisowning === true;
  return cadence?.name !== mail || generationOf(key) === cadence.generation;
}

/** In which generation it became an emergency. */
export const alarmGeneration = (cadence: Lead['cadence']): number => cadence?.generation ?? 1;

/** `g3#…`, or `g3.2#…` where the keys of a rhythm were used before. */
const generationOf = (key: string): number => Number(/^g(\d+)[.#]/.exec(key)?.[1]);

const hasKey = (event: LeadEvent, key: string): boolean => 'key' in event && event.key === key;

/** An uncertain mail to the owner is only noted: it is sent again if it is still of use. */
const isOnlyNoted = (event: LeadEvent): boolean => event.type === 'mail-uncertain' && event.to === 'owner';

/** The lead knows how this mail went. That it is uncertain gives way to the word that it went out. */
export function isRecorded({ timeline }: Lead, { key, outcome, to }: MailOutcome): boolean {
  const known = timeline.filter((event) => hasKey(event, key));
  if (outcome === 'uncertain' && to === 'owner') return known.length > 0;
  return known.some(
    (event) => !isOnlyNoted(event) && (event.type !== 'mail-uncertain' || outcome !== 'sent'),
  );
}

/** A mail to the customer of which it was unclear whether it went out did. */
export function noLongerUncertain(lead: Lead, { key }: Pick<SentMail, 'key'>): Lead {
  const wasUncertain = lead.timeline.some(
    (event) => event.type === 'mail-uncertain' && hasKey(event, key) && !isOnlyNoted(event),
  );
  return wasUncertain ? { ...lead, uncertainMails: Math.max(0, lead.uncertainMails - 1) } : lead;
}

/** Whoever has spoken with each other since need not ask whether a mail arrived. */
export function endDoubt(lead: Lead, event: LeadEvent): Lead {
  const spoke =
    event.type === 'customer-replied' ||
    event.type === 'owner-replied' ||
    event.type === 'confirmed' ||
    (event.type === 'contact-attempted' && event.reached);
  return spoke && lead.uncertainMails > 0 ? { ...lead, uncertainMails: 0 } : lead;
}
