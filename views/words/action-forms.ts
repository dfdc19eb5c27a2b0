/**
 * How the forms of the actions are worded: what each is called, what its button says, what follows from it, what is said
 * afterwards. German: only the owner acts on leads.
 */
import type { Company } from '../../domain/business/company.ts';
import { type ActionForm, type OtherAction, targets } from '../../domain/lead/action-form.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { cadences, pipeline, type Stage } from '../../domain/lead/pipeline.ts';
import { actionLabels } from './actions.ts';
import { formatDate, formatMoney } from './display.ts';
import { appointment } from './moments.ts';
import { stageLabels } from './stages.ts';

interface Wording {
  readonly heading: string;
  readonly button: string;
  /** What follows from it, where that is not obvious. */
  readonly consequence?: (lead: Lead, company: Company) => string | undefined;
  /** Said of the lead as it stands afterwards. */
  readonly done: (lead: Lead, company: Company) => string;
}

export function actionWords({ action, to }: ActionForm): Wording {
  if (to === undefined) return acting[action];
  const entering = { ...enteringByRule(to), ...enteringInWords[to] };
  return action === 'reopen'
    ? { ...entering, heading: actionLabels.reopen, button: `Öffnen als „${stageLabels[to].de}“` }
    : entering;
}

/** How entering a stage is worded by its name and its rule. */
function enteringByRule(to: Stage): Wording {
  const label = stageLabels[to].de;
  const { cadence, open, group, probability } = pipeline[to];
  const action = Object.entries(targets).find(([, target]) => target === to)?.[0] as keyof typeof targets;
  const base = {
    heading: action ? actionLabels[action] : label,
    button: `Auf „${label}“ setzen`,
    done: () => `Steht jetzt auf „${label}“.`,
  };
  if (open && group === 'service') {
    return { ...base, consequence: () => 'Sie werden Tag und Nacht alarmiert, bis jemand bestätigt.' };
  }
  if (group === 'nurture') {
    return {
      ...base,
      consequence: () => 'Die Anfrage ruht bis zu diesem Tag und kommt dann von selbst wieder zu Ihnen.',
      done: ({ lookAgainOn }) => `Zurückgestellt. Die Anfrage kommt am ${date(lookAgainOn)} wieder.`,
    };
  }
  if (!open && probability !== 100) {
    return {
      ...base,
      consequence: (_, company) => `Die Anfrage ist damit abgeschlossen. ${erasedLater(company)}`,
    };
  }
  if (cadence && cadences[cadence].to === 'customer') return { ...base, consequence: remindsCustomer };
  return base;
}

const erasedLater = ({ retentionMonths }: Company) =>
  `Nach ${retentionMonths} Monaten werden die Daten gelöscht.`;

/** Mails can reach the customer, so a step may promise some. */
const getsMail = (lead: Lead) => lead.contact.email !== undefined && lead.mailsStopped === undefined;

const remindsCustomer = (lead: Lead) =>
  getsMail(lead) ? 'Antwortet der Kunde nicht, erinnert ihn Nachfass freundlich per E-Mail.' : undefined;

const amount = (cents: number | undefined, company: Company) =>
  cents === undefined ? '' : formatMoney(cents, company.currency, 'de');

const date = (isoDate: string | undefined) => (isoDate === undefined ? '' : formatDate(isoDate, 'de'));

/** What is better said in words of its own. */
const enteringInWords: Partial<Record<Stage, Partial<Wording>>> = {
  'in-progress': {
    button: 'In Bearbeitung nehmen',
    done: () => 'Sie bearbeiten diese Anfrage.',
  },
  opportunity: {
    button: 'Als qualifiziert übernehmen',
    consequence: () =>
      'Damit sagen Sie: Das Interesse ist klar, das Vorhaben steht fest, ein Budget ist da. Der Wert darf eine Schätzung sein.',
    done: (lead, company) => `Qualifiziert, geschätzter Wert ${amount(lead.valueCents, company)}.`,
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
    consequence: (_, company) => `Es gehen keine E-Mails mehr hinaus. ${erasedLater(company)}`,
    done: (lead) => `Als verloren abgelegt: ${lead.reason ?? ''}.`,
  },
  unqualified: { button: 'Zurückstellen' },
  'service-done': { button: 'Einsatz ist erledigt', done: () => 'Einsatz erledigt.' },
};

/** Before the first talk an attempt to call decides what happens next; later it is only noted. */
const beforeFirstTalk: readonly Stage[] = ['new', 'in-progress', 'first-contact'];

/** Said when the customer was reached, by where the lead stands then. */
const reachedIn: Partial<Record<Stage, string>> = {
  'needs-analysis': 'Erreicht. Jetzt geht es um den Bedarf.',
};

const acting: Readonly<Record<OtherAction, Wording>> = {
  confirm: {
    heading: 'Notfall übernehmen',
    button: actionLabels.confirm,
    consequence: () => 'Die Alarme hören auf.',
    done: () => 'Sie kümmern sich. Es kommen keine Alarme mehr.',
  },
  reached: {
    heading: 'Kunde erreicht',
    button: 'Ja, erreicht',
    consequence: ({ stage }) =>
      beforeFirstTalk.includes(stage) ? 'Die Anfrage kommt in die Bedarfsanalyse.' : undefined,
    done: ({ stage }) => reachedIn[stage] ?? 'Notiert: erreicht.',
  },
  'not-reached': {
    heading: actionLabels['not-reached'],
    button: actionLabels['not-reached'],
    consequence: (lead) => {
      if (!beforeFirstTalk.includes(lead.stage)) return undefined;
      return getsMail(lead)
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
      `Besichtigung am ${visit ? appointment(visit.startsAt, company) : ''} eingetragen.`,
  },
  postpone: {
    heading: actionLabels.postpone,
    button: 'Bis dahin ruhen lassen',
    consequence: () => 'Bis zu diesem Tag bekommt niemand eine Erinnerung. Dann sind Sie wieder dran.',
    done: (lead) => `Ruht bis ${date(lead.postponedUntil ?? lead.lookAgainOn)}.`,
  },
  refine: {
    heading: actionLabels.refine,
    button: 'Speichern',
    consequence: () => 'Was Sie leer lassen, bleibt, wie es ist.',
    done: () => 'Gespeichert.',
  },
  spam: {
    heading: actionLabels.spam,
    button: 'Das ist Spam',
    consequence: () =>
      'Die Anfrage verschwindet aus allen Listen, niemand bekommt mehr eine E-Mail, und nach einigen Wochen wird sie gelöscht.',
    done: () => 'Als Spam abgelegt.',
  },
  erase: {
    heading: actionLabels.erase,
    button: 'Endgültig löschen',
    consequence: () =>
      'Für Menschen, die das verlangen. Die Anfrage wird abgeschlossen; es bleibt nur, dass es sie gab. Das lässt sich nicht rückgängig machen.',
    done: () => 'Die Daten sind gelöscht.',
  },
};
