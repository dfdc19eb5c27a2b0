/** What each action asks, what its button says, and which commands the answers become: the policy, as data. */

import type { Company } from '../../domain/business/company.ts';
import type { Action } from '../../domain/lead/action.ts';
import type { Command, MoveFacts } from '../../domain/lead/command.ts';
import type { LeadEvent } from '../../domain/lead/event.ts';
import { knows } from '../../domain/lead/facts.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { type Fact, pipeline, type Stage } from '../../domain/lead/pipeline.ts';
import { movesFrom, saleStages } from '../../domain/lead/stages.ts';
import { momentOf } from '../../domain/time/local-time.ts';
import { formatDate, formatMoney } from '../words/display.ts';
import { stageLabels } from '../words/stages.ts';
import { appointment } from './in-words.ts';
import {
  type Answers,
  type AskContext,
  emailField,
  type Field,
  kindField,
  lookAgainField,
  moneyField,
  nameField,
  needsFields,
  phoneField,
  probabilityField,
  reasonField,
  sureField,
  untilField,
  visitFields,
} from './questions.ts';

/** Actions with a form of their own; `view` only shows, `stop` is the customer's, `capture-call` is about no lead. */
export type FormAction = Exclude<Action, 'view' | 'stop' | 'capture-call' | 'rescue'>;

export interface ActionForm {
  readonly heading: string;
  readonly button: string;
  /** What follows from it, where that is not obvious. */
  readonly consequence?: (lead: Lead, company: Company) => string | undefined;
  readonly fields: (lead: Lead, context: AskContext) => readonly Field[];
  /** In the order in which they are applied. None: nothing differs from what is known. */
  readonly commands: (answers: Answers, lead: Lead, company: Company) => readonly Command[];
  /** The event that this action leaves in the timeline: how a second tap finds that it is done. */
  readonly leaves?: (event: LeadEvent) => boolean;
  /** Does not always start a new generation, so a second tap is known only by what the first one left. */
  readonly keepsTimer?: boolean;
  /** Said afterwards. */
  readonly done: (lead: Lead, company: Company) => string;
  /** Removes something for good. */
  readonly destroys?: boolean;
}

/** Moves that have an action of their own. */
const targets = {
  take: 'in-progress',
  qualify: 'opportunity',
  disqualify: 'unqualified',
  quote: 'quoted',
  negotiate: 'negotiation',
  win: 'won',
  lose: 'lost',
  'service-done': 'service-done',
} as const satisfies Partial<Record<FormAction, Stage>>;

interface StageEntry {
  readonly heading?: string;
  readonly button?: string;
  readonly done?: (lead: Lead, company: Company) => string;
  readonly consequence?: (lead: Lead, company: Company) => string | undefined;
  /** Asked for even if it is known: the figure that this step is about. */
  readonly always?: readonly Fact[];
  /** Said by choosing this step. */
  readonly says?: MoveFacts;
}

const amount = (cents: number | undefined, company: Company) =>
  cents === undefined ? '' : formatMoney(cents, company.currency, 'de');

const date = (isoDate: string | undefined) => (isoDate === undefined ? '' : formatDate(isoDate, 'de'));

/** Mails can reach the customer, so a step may promise some. */
const getsMail = (lead: Lead) => lead.contact.email !== undefined && lead.mailsStopped === undefined;

const remindsCustomer = (lead: Lead) =>
  getsMail(lead) ? 'Antwortet der Kunde nicht, erinnert ihn Nachfass freundlich per E-Mail.' : undefined;

/** How entering a stage is worded; the rest follows from the pipeline. */
const entering: Partial<Record<Stage, StageEntry>> = {
  'in-progress': {
    heading: 'In Bearbeitung nehmen',
    button: 'In Bearbeitung nehmen',
    done: () => 'Sie bearbeiten diese Anfrage.',
  },
  'needs-analysis': {
    consequence: remindsCustomer,
  },
  opportunity: {
    heading: 'Qualifiziert',
    button: 'Als qualifiziert übernehmen',
    consequence: () =>
      'Damit sagen Sie: Das Interesse ist klar, das Vorhaben steht fest, ein Budget ist da. Der Wert darf eine Schätzung sein.',
    always: ['value'],
    says: { qualified: true },
    done: (lead, company) => `Qualifiziert, geschätzter Wert ${amount(lead.valueCents, company)}.`,
  },
  quoted: {
    heading: 'Angebot verschickt',
    button: 'Angebot eintragen',
    consequence: remindsCustomer,
    always: ['quoted-value'],
    done: (lead, company) => `Angebot über ${amount(lead.quotedCents, company)} eingetragen.`,
  },
  negotiation: {
    heading: 'In Verhandlung',
    button: 'In Verhandlung setzen',
    done: () => 'Sie verhandeln. Der Kunde bekommt keine Erinnerungen mehr.',
  },
  won: {
    heading: 'Gewonnen',
    button: 'Auftrag gewonnen',
    always: ['final-value'],
    done: (lead, company) => `Glückwunsch! Auftrag über ${amount(lead.finalCents, company)} gewonnen.`,
  },
  lost: {
    heading: 'Verloren',
    button: 'Als verloren ablegen',
    consequence: (_, company) =>
      `Es gehen keine E-Mails mehr hinaus. Nach ${company.retentionMonths} Monaten werden die Daten gelöscht.`,
    done: (lead) => `Als verloren abgelegt: ${lead.reason ?? ''}.`,
  },
  unqualified: {
    heading: 'Nicht qualifiziert',
    button: 'Zurückstellen',
    consequence: () => 'Die Anfrage ruht bis zu diesem Tag und kommt dann von selbst wieder zu Ihnen.',
    done: (lead) => `Zurückgestellt. Die Anfrage kommt am ${date(lead.lookAgainOn)} wieder.`,
  },
  service: {
    consequence: () => 'Sie werden Tag und Nacht alarmiert, bis jemand bestätigt.',
  },
  'service-done': {
    heading: 'Einsatz erledigt',
    button: 'Einsatz ist erledigt',
    consequence: (_, company) =>
      `Die Anfrage ist damit abgeschlossen. Nach ${company.retentionMonths} Monaten werden die Daten gelöscht.`,
    done: () => 'Einsatz erledigt.',
  },
};

const lostReasons = [
  'Zu teuer',
  'Anderer Anbieter',
  'Vorhaben aufgegeben',
  'Meldet sich nicht',
  'Passt nicht zu uns',
  'Keine Kapazität',
];
const unqualifiedReasons = [
  'Nur eine Auskunft',
  'Kein konkretes Vorhaben',
  'Budget reicht nicht',
  'Erst später',
];

/** What is asked for a fact that a stage requires. */
const askFor: Readonly<Record<Fact, (lead: Lead, context: AskContext, to: Stage) => readonly Field[]>> = {
  'contact-way': ({ contact }, context) => [phoneField(context, contact.phone), emailField(contact.email)],
  name: ({ contact }) => [nameField(contact.name)],
  kind: ({ request }) => [kindField(request.kind)],
  // Every lead has a source from its capture on.
  source: () => [],
  // Said by choosing the step.
  qualified: () => [],
  value: (lead, context) => [moneyField(context, 'valueCents', 'Geschätzter Wert', lead.valueCents)],
  visit: (lead, context) => visitFields(context, lead.visit),
  'quoted-value': (lead, context) => [moneyField(context, 'quotedCents', 'Angebotssumme', lead.quotedCents)],
  // Left empty it is the quoted sum.
  'final-value': (lead, context) => [
    moneyField(
      context,
      'finalCents',
      'Auftragssumme',
      lead.finalCents ?? lead.quotedCents,
      !knows(lead, 'final-value'),
    ),
  ],
  reason: (_, __, to) => [reasonField(to === 'lost' ? lostReasons : unqualifiedReasons)],
  'look-again-on': (_, context) => [lookAgainField(context)],
};

function visitOf({ date, time, durationMinutes }: Answers, { timeZone }: Company) {
  if (date === undefined || time === undefined || durationMinutes === undefined) return undefined;
  return { startsAt: momentOf(date, time, timeZone), durationMinutes };
}

/** Moves to a stage and asks for what the stage requires and the lead does not know. */
function moveForm(to: Stage): ActionForm {
  const { requires } = pipeline[to];
  const label = stageLabels[to].de;
  const entry = entering[to] ?? {};
  return {
    heading: entry.heading ?? label,
    button: entry.button ?? `Auf „${label}“ setzen`,
    ...(entry.consequence && { consequence: entry.consequence }),
    fields: (lead, context) =>
      requires
        .filter((fact) => !knows(lead, fact) || entry.always?.includes(fact))
        .flatMap((fact) => askFor[fact](lead, context, to)),
    commands: (answers, _, company) => [
      { type: 'move', to, facts: { ...answers, ...entry.says, visit: visitOf(answers, company) } },
    ],
    leaves: (event) => event.type === 'moved' && event.to === to,
    done: entry.done ?? (() => `Steht jetzt auf „${label}“.`),
  };
}

const nothing = () => [];

/** Before the first talk an attempt to call decides what happens next; later it is only noted. */
const beforeFirstTalk: readonly Stage[] = ['new', 'in-progress', 'first-contact'];

/** A sale that is still going on: its chance is a figure the owner may know better. */
const hasChance = (lead: Lead) => {
  return saleStages.includes(lead.stage);
};

const valueLabels: Partial<Record<Stage, string>> = {
  quoted: 'Angebotssumme',
  negotiation: 'Angebotssumme',
  won: 'Auftragssumme',
};

const forms: Readonly<Record<Exclude<FormAction, keyof typeof targets | 'move' | 'reopen'>, ActionForm>> = {
  confirm: {
    heading: 'Notfall übernehmen',
    button: 'Ich kümmere mich',
    consequence: () => 'Die Alarme hören auf.',
    fields: nothing,
    commands: () => [{ type: 'confirm' }],
    leaves: (event) => event.type === 'confirmed',
    done: () => 'Sie kümmern sich. Es kommen keine Alarme mehr.',
  },
  reached: {
    heading: 'Kunde erreicht',
    button: 'Ja, erreicht',
    consequence: ({ stage }) =>
      beforeFirstTalk.includes(stage) ? 'Die Anfrage kommt in die Bedarfsanalyse.' : undefined,
    fields: nothing,
    commands: () => [{ type: 'note-contact-attempt', reached: true }],
    leaves: (event) => event.type === 'contact-attempted' && event.reached,
    keepsTimer: true,
    done: ({ stage }) =>
      stage === 'needs-analysis' ? 'Erreicht. Jetzt geht es um den Bedarf.' : 'Notiert: erreicht.',
  },
  'not-reached': {
    heading: 'Nicht erreicht',
    button: 'Nicht erreicht',
    consequence: (lead) => {
      if (!beforeFirstTalk.includes(lead.stage)) return undefined;
      return getsMail(lead)
        ? 'Nachfass bittet den Kunden in den nächsten Tagen per E-Mail um einen Rückruf.'
        : 'Nachfass erinnert Sie an den nächsten Versuch.';
    },
    fields: nothing,
    commands: () => [{ type: 'note-contact-attempt', reached: false }],
    leaves: (event) => event.type === 'contact-attempted' && !event.reached,
    keepsTimer: true,
    done: () => 'Notiert: angerufen, nicht erreicht.',
  },
  'plan-visit': {
    heading: 'Besichtigung planen',
    button: 'Termin eintragen',
    consequence: (lead) =>
      getsMail(lead) ? 'Der Kunde bekommt sofort eine Bestätigung mit Kalendereintrag.' : undefined,
    fields: (lead, context) => visitFields(context, lead.visit),
    commands: (answers, _, company) => {
      const visit = visitOf(answers, company);
      return visit ? [{ type: 'plan-visit', ...visit }] : [];
    },
    leaves: (event) => event.type === 'visit-planned',
    done: ({ visit }, company) =>
      `Besichtigung am ${visit ? appointment(visit.startsAt, company) : ''} eingetragen.`,
  },
  postpone: {
    heading: 'Später',
    button: 'Bis dahin ruhen lassen',
    consequence: () => 'Bis zu diesem Tag bekommt niemand eine Erinnerung. Dann sind Sie wieder dran.',
    fields: (_, context) => [untilField(context)],
    commands: ({ until }) => (until === undefined ? [] : [{ type: 'postpone', until }]),
    leaves: (event) => event.type === 'postponed',
    done: (lead) => `Ruht bis ${date(lead.postponedUntil ?? lead.lookAgainOn)}.`,
  },
  refine: {
    heading: 'Wert und Angaben',
    button: 'Speichern',
    consequence: () => 'Was Sie leer lassen, bleibt, wie es ist.',
    fields: (lead, context) => [
      moneyField(
        context,
        'valueCents',
        valueLabels[lead.stage] ?? 'Geschätzter Wert',
        lead.valueCents,
        false,
      ),
      ...(hasChance(lead) ? [probabilityField(lead.probability ?? 0)] : []),
      nameField(lead.contact.name, false),
      phoneField(context, lead.contact.phone),
      emailField(lead.contact.email),
      kindField(lead.request.kind, false),
      ...needsFields(lead),
    ],
    commands: ({ valueCents, probability, ...details }, lead) => [
      ...(valueCents !== undefined && valueCents !== lead.valueCents
        ? [{ type: 'set-value', valueCents } as const]
        : []),
      ...(probability !== undefined && probability !== lead.probability
        ? [{ type: 'set-probability', probability } as const]
        : []),
      ...(differs(details, lead) ? [{ type: 'set-details', details } as const] : []),
    ],
    done: () => 'Gespeichert.',
  },
  spam: {
    heading: 'Spam',
    button: 'Das ist Spam',
    consequence: () =>
      'Die Anfrage verschwindet aus allen Listen, niemand bekommt mehr eine E-Mail, und nach einigen Wochen wird sie gelöscht.',
    fields: nothing,
    commands: () => [{ type: 'mark-spam' }],
    leaves: (event) => event.type === 'marked-spam',
    done: () => 'Als Spam abgelegt.',
  },
  erase: {
    heading: 'Daten löschen',
    button: 'Endgültig löschen',
    consequence: () =>
      'Für Menschen, die das verlangen. Die Anfrage wird abgeschlossen; es bleibt nur, dass es sie gab. Das lässt sich nicht rückgängig machen.',
    fields: () => [sureField],
    commands: () => [{ type: 'erase' }],
    leaves: (event) => event.type === 'erased',
    done: () => 'Die Daten sind gelöscht.',
    destroys: true,
  },
};

/** Says an answer something that the lead does not know yet? */
function differs(details: Answers, lead: Lead): boolean {
  const known: Readonly<Record<string, unknown>> = { ...lead.contact, ...lead.request };
  return Object.entries(details).some(([name, value]) => value !== known[name]);
}

/** The stage a closed lead usually comes back to: what it is about must be talked over again. */
const reopensTo: Stage = 'needs-analysis';

/**
 * The form of an action.
 * @param chosen the stage that was picked, for actions where it is the owner's choice.
 * @returns `undefined` if a stage must be picked first.
 */
export function formOf(action: FormAction, chosen: Stage | undefined): ActionForm | undefined {
  if (action === 'move') return chosen && moveForm(chosen);
  if (action === 'reopen') {
    const to = chosen ?? reopensTo;
    return { ...moveForm(to), heading: 'Wieder öffnen', button: `Öffnen als „${stageLabels[to].de}“` };
  }
  return action in targets
    ? moveForm(targets[action as keyof typeof targets])
    : forms[action as keyof typeof forms];
}

/** The stages the owner may pick for this action; none where the action decides. */
export function stagesOf(action: FormAction, lead: Lead): readonly Stage[] {
  return action === 'move' || action === 'reopen'
    ? movesFrom(lead.stage).filter((stage) => stage !== lead.stage)
    : [];
}
