/** What became of a tap, as it is told to the owner. German: only the owner acts on leads. */
import type { Company } from '../../domain/business/company.ts';
import type { ActionForm } from '../../domain/lead/action-form.ts';
import type { Refusal } from '../../domain/lead/command.ts';
import type { DifferingAnswer } from '../../domain/lead/differing-answer.ts';
import type { LeadEvent } from '../../domain/lead/event.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { isPrivate } from '../../domain/lead/private-note.ts';
import { millisecondsBetween } from '../../domain/time/local-time.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { visible } from '../visitor-text.ts';
import { actionWords } from './action-forms.ts';
import { formatDate, formatDayAndTime, formatMinutes, formatMoney } from './format.ts';
import { explainRefusal } from './refusals.ts';
import { actorInWords, eventInWords } from './timeline.ts';

export type Outcome =
  | { readonly what: 'done'; readonly form: ActionForm }
  | { readonly what: 'already-done' }
  /** It was done before, with another answer. */
  | { readonly what: 'not-changed'; readonly differs: DifferingAnswer; readonly since?: Moment }
  /** The link was made for a lead that stood elsewhere; `since`: what happened after that is told. */
  | { readonly what: 'outdated'; readonly since?: Moment }
  /** Somebody else was faster with the same, and differently: by these. */
  | { readonly what: 'overtaken'; readonly events: readonly LeadEvent[] }
  | { readonly what: 'refused'; readonly refusal: Refusal }
  /** A call became a lead; `queued`: it is stored in some minutes. */
  | { readonly what: 'call-captured'; readonly queued: boolean }
  /** A call was put down on a request that was open. */
  | { readonly what: 'call-added' }
  | { readonly what: 'call-known' }
  | { readonly what: 'rescued' }
  | { readonly what: 'rescued-before' };

interface Notice {
  readonly title: string;
  readonly detail?: string;
  /** Something was done, or is. */
  readonly done?: boolean;
}

const alreadyDone = 'Schon erledigt';
const meanwhile = 'Inzwischen hat sich etwas getan';
const nothingChanged = 'Ihre Eingabe wurde noch nicht gespeichert.';

/** @param lead as it stands now. */
export function outcomeInWords(
  outcome: Outcome,
  lead: Lead,
  { company, now }: { readonly company: Company; readonly now: Moment },
): Notice {
  switch (outcome.what) {
    case 'done':
      return { title: actionWords(outcome.form).done(lead, company), done: true };
    case 'already-done':
      return { title: alreadyDone, detail: 'So steht die Anfrage jetzt.' };
    case 'not-changed':
      return {
        title: 'Nicht geändert',
        detail: [
          ...(outcome.since === undefined ? [] : whatHappened(lead, outcome.since, company, now)),
          `Eingetragen bleibt: ${standingAnswer(outcome.differs, lead, company)}. Zum Ändern bitte den Knopf hier unten nehmen.`,
        ].join(' '),
      };
    case 'outdated':
      return {
        title: meanwhile,
        detail: [
          ...(outcome.since === undefined ? [] : whatHappened(lead, outcome.since, company, now)),
          'Es wurde nichts geändert; so steht die Anfrage jetzt.',
        ].join(' '),
      };
    case 'overtaken':
      return {
        title: meanwhile,
        detail: [...outcome.events.map((event) => toldOf(event, company, now)), nothingChanged].join(' '),
      };
    case 'refused':
      return { title: 'Das geht so nicht', detail: explainRefusal(outcome.refusal) };
    case 'call-captured': {
      const later = outcome.queued
        ? ' Die Knöpfe gelten in einigen Minuten: Sie wird gerade gespeichert.'
        : '';
      return { title: 'Anruf erfasst', detail: `Die Anfrage hat die Nummer ${lead.id}.${later}`, done: true };
    }
    case 'call-added':
      return { title: 'Anruf eingetragen', detail: 'Er steht jetzt bei dieser Anfrage.', done: true };
    case 'call-known':
      return { title: alreadyDone, detail: 'Dieser Anruf ist schon erfasst.' };
    case 'rescued':
      return { title: 'Ist jetzt eine Anfrage', done: true };
    case 'rescued-before':
      return { title: alreadyDone, detail: 'Das ist bereits eine Anfrage.', done: true };
  }
}

/** Below what happened meanwhile, above the form with what was typed. */
export const stillTyped =
  'Was Sie eingegeben haben, steht noch da. Soll es jetzt gelten, bitte noch einmal absenden.';

/** More than the newest of it nobody reads before he goes on. */
const maxHappened = 2;

/** What people did since, in the order in which it happened. */
function whatHappened(lead: Lead, since: Moment, company: Company, now: Moment): string[] {
  const happened = lead.timeline.filter(
    (event) => event.at >= since && event.by !== 'system' && !isPrivate(event),
  );
  return happened.slice(-maxHappened).map((event) => toldOf(event, company, now));
}

const toldOf = (event: LeadEvent, company: Company, now: Moment): string =>
  `${doneInWords(event, company, now)}.`;

/** Who did what a moment ago: `Anna, vor 1 Minute: Angerufen, nicht erreicht`. */
export const doneInWords = (event: LeadEvent, company: Company, now: Moment): string =>
  `${actorInWords(event)}, ${agoInWords(event.at, now)}: ${eventInWords(event, company)}`;

function agoInWords(at: Moment, now: Moment): string {
  const minutes = Math.floor(millisecondsBetween(at, now) / 60_000);
  if (minutes < 1) return 'gerade eben';
  if (minutes < 60) return minutes === 1 ? 'vor 1 Minute' : `vor ${minutes} Minuten`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return hours === 1 ? 'vor 1 Stunde' : `vor ${hours} Stunden`;
  return `vor ${Math.floor(hours / 24)} Tagen`;
}

/** What the lead says where he answered something else. */
function standingAnswer(differs: DifferingAnswer, lead: Lead, company: Company): string {
  const money = (cents = 0) => formatMoney(cents, company.currency, 'de');
  const date = (day: string | undefined) => (day === undefined ? 'kein Datum' : formatDate(day, 'de'));
  switch (differs) {
    case 'visit':
      return lead.visit
        ? `${formatDayAndTime(lead.visit.startsAt, company.timeZone, 'de')}, ${formatMinutes(lead.visit.durationMinutes, 'de')}`
        : 'kein Termin';
    case 'valueCents':
    case 'quotedCents':
    case 'finalCents':
      return money(lead[differs]);
    case 'until':
      return date(lead.postponedUntil);
    case 'lookAgainOn':
      return date(lead.lookAgainOn);
    case 'reason':
      return visible(lead.reason, 200) ?? 'kein Grund';
  }
}
