/**
 * How the forms of the actions are worded: what each is called, what its button says, what follows from it, what is said
 * afterwards. German: only the owner acts on leads.
 */
import type { Company } from '../../domain/business/company.ts';
import { assigneeOf } from '../../domain/business/recipients.ts';
import { type ActionForm, byFact, newestProposal, type OtherAction } from '../../domain/lead/action-form.ts';
import { endsVisit } from '../../domain/lead/cancelled-visit.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { knownValue } from '../../domain/lead/learning.ts';
import { cadences, moveTargets, pipeline, type Stage, toldSum } from '../../domain/lead/pipeline.ts';
import type { NextStep, QuestionName } from '../../domain/lead/questions.ts';
import { isClosed, monthsUntilErased } from '../../domain/lead/stages.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { visible } from '../visitor-text.ts';
import { actionLabels } from './actions.ts';
import { formatDate, formatDayAndTime, formatMoney } from './format.ts';
import {
  dismissedConsequence,
  dismissLabel,
  dismissLabels,
  insteadOf,
  keptInWords,
  takeLabels,
  takenInWords,
} from './learned.ts';
import { getsMail, isReminded, sentences, visitOffInWords } from './mails-that-follow.ts';
import { houseInWords } from './people.ts';
import { spokenStages } from './stages.ts';
import { afterTalkInWords, talkDone } from './talk.ts';

interface Wording {
  readonly heading: string;
  readonly button: string;
  /** What follows from it, where that is not obvious. */
  readonly consequence?: (lead: Lead, company: Company, now: Moment) => string | undefined;
  /** The same of each next step that can be picked. */
  readonly following?: (lead: Lead, company: Company, now: Moment) => Partial<Record<NextStep, string>>;
  /** What is asked in other words than elsewhere. */
  readonly labels?: Partial<Record<QuestionName, string>>;
  /** Said of the lead as it stands afterwards. */
  readonly done: (lead: Lead, company: Company) => string;
}

export function actionWords({ action, to }: ActionForm): Wording {
  if (to === undefined) return acting[action];
  const entering = { ...enteringByRule(to), ...enteringInWords[to] };
  return action === 'reopen'
    ? { ...entering, heading: actionLabels.reopen, button: `Öffnen als „${spokenStages[to]}“` }
    : entering;
}

const steps = Object.keys(moveTargets) as (keyof typeof moveTargets)[];

/** How entering a stage is worded by its name and its rule. */
function enteringByRule(to: Stage): Wording {
  const label = spokenStages[to];
  const step = steps.find((action) => moveTargets[action] === to);
  return {
    heading: step ? actionLabels[step] : label,
    button: `Auf „${label}“ setzen`,
    consequence: (lead, company, now) =>
      sentences(
        consequenceByRule(to, lead, company),
        endsVisit(to) ? visitOffInWords(lead, company, now) : undefined,
      ),
    done: (lead) =>
      lead.lookAgainOn === undefined
        ? `Steht jetzt auf „${label}“.`
        : `Zurückgestellt. Die Anfrage kommt am ${formatDate(lead.lookAgainOn, 'de')} wieder.${declinedNow(lead)}`,
  };
}

function consequenceByRule(to: Stage, lead: Lead, company: Company): string | undefined {
  const { alarm, requires, cadence, sum } = pipeline[to];
  const months = monthsUntilErased(to, company);
  if (alarm)
    return 'Sie werden Tag und Nacht alarmiert, bis jemand bestätigt. Der Kunde bekommt davon keine E-Mail.';
  if (months !== undefined) {
    const closing = closingInWords[to] ?? 'Die Anfrage ist damit abgeschlossen.';
    return `${closing} Nach ${months} Monaten werden die Daten gelöscht.`;
  }
  if (requires.includes('look-again-on')) {
    return 'Die Anfrage ruht bis zu diesem Tag und kommt dann von selbst wieder zu Ihnen.';
  }
  const reminds = !isClosed(to) && cadence !== undefined && cadences[cadence].to === 'customer';
  // A quote is news, after which he is reminded anew.
  const may = sum === toldSum ? getsMail(lead) : isReminded(lead);
  return reminds && may
    ? 'Antwortet der Kunde nicht, erinnert ihn Nachfass freundlich per E-Mail.'
    : undefined;
}

const amount = (cents: number | undefined, company: Company) =>
  cents === undefined ? '' : formatMoney(cents, company.currency, 'de');

const date = (isoDate: string | undefined) => (isoDate === undefined ? '' : formatDate(isoDate, 'de'));

/** What is better said in words of its own. */
const enteringInWords: Partial<Record<Stage, Partial<Wording>>> = {
  'in-progress': {
    button: actionLabels.take,
    consequence: () => 'Der Kunde erfährt davon nichts. Nachfass fragt Sie wieder, wie es steht.',
    done: () => 'Sie bearbeiten diese Anfrage.',
  },
  opportunity: {
    button: 'Auftrag ist möglich',
    consequence: () =>
      'Damit sagen Sie: Das Interesse ist klar, das Vorhaben steht fest, ein Budget ist da. Der Wert darf eine Schätzung sein.',
    done: (lead, company) => `Auftrag möglich, geschätzter Wert ${amount(lead.valueCents, company)}.`,
  },
  quoted: {
    button: 'Angebot eintragen',
    done: (lead, company) => `Angebot über ${amount(lead.quotedCents, company)} eingetragen.`,
  },
  negotiation: {
    button: 'In Verhandlung setzen',
    done: () => 'Sie verhandeln. Der Kunde bekommt keine Erinnerungen mehr.',
  },
  won: {
    button: 'Auftrag gewonnen',
    done: (lead, company) => `Glückwunsch! Auftrag über ${amount(lead.finalCents, company)} gewonnen.`,
  },
  lost: {
    button: 'Als verloren ablegen',
    done: (lead) => `Als verloren abgelegt: ${lead.reason ?? ''}.${declinedNow(lead)}`,
  },
  unqualified: { button: 'Zurückstellen' },
  'service-done': { button: 'Einsatz ist erledigt', done: () => 'Einsatz erledigt.' },
};

const declinedNow = ({ refusalDue }: Lead): string => (refusalDue ? ' Die Absage geht jetzt hinaus.' : '');

/** What closing means in a stage whose data is erased later. */
const closingInWords: Partial<Record<Stage, string>> = {
  lost: 'Ohne Absage zur Anfrage gehen danach keine E-Mails mehr hinaus.',
};

/** Before the first talk an attempt to call decides what happens next; later it is only noted. */
const owesTalk = ({ stage }: Lead) => pipeline[stage].talk === 'before';

const acting: Readonly<Record<OtherAction, Wording>> = {
  ...byFact('take', (fact) => ({
    heading: takeLabels[fact],
    button: 'Übernehmen',
    consequence: (lead: Lead) => insteadOf(fact, knownValue(lead, fact)),
    done: (lead: Lead) => takenInWords(fact, knownValue(lead, fact)),
  })),
  ...byFact('dismiss', (fact) => ({
    heading: dismissLabels[fact],
    button: dismissLabel,
    consequence: (lead: Lead) => dismissedConsequence(newestProposal(lead, fact), knownValue(lead, fact)),
    done: (lead: Lead) => keptInWords(fact, knownValue(lead, fact)),
  })),
  confirm: {
    heading: 'Notfall übernehmen',
    button: actionLabels.confirm,
    consequence: () => 'Die Alarme hören auf.',
    done: () => 'Sie übernehmen. Es kommen keine Alarme mehr, und wer sonst alarmiert wurde, erfährt es.',
  },
  reached: {
    heading: 'Kunde erreicht',
    button: 'Speichern',
    labels: { note: 'Was kam heraus?' },
    consequence: (lead) => (pipeline[lead.stage].alarm ? 'Damit ist der Notfall übernommen.' : undefined),
    following: afterTalkInWords,
    done: talkDone,
  },
  'not-reached': {
    heading: actionLabels['not-reached'],
    button: actionLabels['not-reached'],
    consequence: (lead) => {
      if (!owesTalk(lead)) return undefined;
      return isReminded(lead)
        ? 'Nachfass bittet den Kunden in den nächsten Tagen per E-Mail um einen Rückruf.'
        : 'Nachfass erinnert Sie an den nächsten Versuch.';
    },
    done: () => 'Notiert: angerufen, nicht erreicht.',
  },
  'plan-visit': {
    heading: actionLabels['plan-visit'],
    button: 'Termin eintragen',
    consequence: (lead) =>
      getsMail(lead) ? 'Der Kunde bekommt sofort eine Bestätigung mit Kalendereintrag.' : undefined,
    done: ({ visit }, company) =>
      `Besichtigung am ${visit ? formatDayAndTime(visit.startsAt, company.timeZone, 'de') : ''} eingetragen.`,
  },
  'move-visit': {
    heading: actionLabels['move-visit'],
    button: actionLabels['move-visit'],
    consequence: (lead) =>
      getsMail(lead)
        ? 'Der Kunde bekommt den neuen Termin sofort per E-Mail; der alte verschwindet aus seinem Kalender.'
        : 'Der Kunde bekommt keine E-Mail: Bitte sagen Sie ihm den neuen Termin am Telefon.',
    done: ({ visit }, company) =>
      `Termin verschoben auf ${visit ? formatDayAndTime(visit.startsAt, company.timeZone, 'de') : ''}.`,
  },
  'cancel-visit': {
    heading: actionLabels['cancel-visit'],
    button: actionLabels['cancel-visit'],
    consequence: (lead) =>
      getsMail(lead)
        ? 'Dass der Termin entfällt, erfährt der Kunde sofort per E-Mail, und er verschwindet aus seinem Kalender.'
        : 'Der Kunde bekommt keine E-Mail: Bitte sagen Sie ihm am Telefon ab.',
    done: (lead) =>
      getsMail(lead) ? 'Termin abgesagt. Der Kunde erfährt es per E-Mail.' : 'Termin abgesagt.',
  },
  assign: {
    heading: 'Anfrage weitergeben',
    button: 'Weitergeben',
    consequence: () =>
      'Wer sie bekommt, erfährt es per E-Mail. Antworten des Kunden und Erinnerungen gehen ab dann zu ihm. Der Kunde merkt davon nichts.',
    done: (lead, company) => {
      const person = assigneeOf(company, lead);
      return person ? `Weitergegeben an ${visible(person.name, 60)}.` : `${houseInWords} kümmern sich darum.`;
    },
  },
  'mark-read': {
    heading: 'Antwort gelesen',
    button: actionLabels['mark-read'],
    consequence: () => 'Die Antwort des Kunden ist damit erledigt. Er bekommt keine E-Mail.',
    done: () => 'Gelesen. Hier ist nichts mehr zu tun.',
  },
  postpone: {
    heading: actionLabels.postpone,
    button: 'Bis dahin ruhen lassen',
    consequence: (lead, company, now) =>
      sentences(
        'Bis zu diesem Tag bekommt niemand eine Erinnerung. Dann sind Sie wieder dran.',
        visitOffInWords(lead, company, now),
      ),
    done: (lead) => `Ruht bis ${date(lead.postponedUntil ?? lead.lookAgainOn)}.`,
  },
  refine: {
    heading: actionLabels.refine,
    button: 'Speichern',
    consequence: ({ stage }) =>
      sentences(
        'Was Sie nicht ändern, bleibt, wie es ist; was Sie leer machen, ist weg.',
        pipeline[stage].on.turnedUrgent === 'alarm'
          ? '„Sofort“ macht einen Notfall daraus und alarmiert gleich. Der Kunde bekommt davon keine E-Mail.'
          : isClosed(stage)
            ? '„Sofort“ alarmiert hier niemanden, denn die Anfrage ist abgeschlossen: Einen neuen Notfall erfassen Sie als Anruf.'
            : undefined,
      ),
    done: () => 'Gespeichert.',
  },
  note: {
    heading: actionLabels.note,
    button: 'Notiz speichern',
    consequence: () => 'An den Erinnerungen ändert sich nichts, und es geht keine E-Mail hinaus.',
    done: () => 'Notiz gespeichert, nur für uns.',
  },
  decline: {
    heading: actionLabels.decline,
    button: actionLabels.decline,
    labels: { refusal: 'Welche Absage?' },
    consequence: ({ contact }) =>
      contact.email === undefined
        ? undefined
        : `Sie geht sofort per E-Mail an ${visible(contact.email, 254) ?? ''}.`,
    done: (lead) => (lead.declined ? 'Die Absage geht jetzt hinaus.' : 'Es ging keine Absage hinaus.'),
  },
  acknowledge: {
    heading: actionLabels.acknowledge,
    button: actionLabels.acknowledge,
    consequence: ({ contact }) =>
      contact.email === undefined
        ? undefined
        : `Sie geht an ${visible(contact.email, 254) ?? ''}: die Anfrage ist da, und so geht es weiter.`,
    done: () => 'Die Eingangsbestätigung geht jetzt hinaus.',
  },
  merge: {
    heading: 'Gehört zur früheren Anfrage',
    button: 'Ja, gehört dazu',
    consequence: () =>
      'Was hier steht, kommt in den Verlauf der früheren Anfrage, und dort sind Sie dran. Diese hier ist damit beendet; Antworten des Kunden landen bei der früheren.',
    done: () => 'Zusammengelegt. Es geht in der früheren Anfrage weiter.',
  },
  spam: {
    heading: actionLabels.spam,
    button: 'Das ist Spam',
    consequence: () =>
      'Die Anfrage verschwindet aus allen Listen, niemand bekommt mehr eine E-Mail, und nach einigen Wochen wird sie gelöscht.',
    done: () =>
      `Als Spam abgelegt. War es doch keiner, holt „${actionLabels.reopen}“ auf der Seite der Anfrage sie zurück.`,
  },
  erase: {
    heading: actionLabels.erase,
    button: 'Endgültig löschen',
    consequence: () =>
      'Für Menschen, die das verlangen. Die Anfrage wird abgeschlossen; es bleibt nur, dass es sie gab. Das lässt sich nicht rückgängig machen.',
    done: () => 'Die Daten sind gelöscht.',
  },
};
