/** Why a mail does not go to a customer, or not yet, as the owner reads it. */
import type { Ground, MailRefusal } from '../../domain/lawful/refusals.ts';
import type { MailWaits } from '../../domain/lead/command.ts';

/** Why one goes out. */
export const grounds: Readonly<Record<Ground, string>> = {
  'person-asked': 'Antwort auf die Anfrage des Kunden',
  appointment: 'Termin mit dem Kunden',
  'owner-wrote': 'von Ihnen geschrieben',
  'open-request': 'offene Anfrage des Kunden',
};

/** Behind the name of a mail; of earlier releases nobody knows it. */
export const groundInWords = (ground: Ground | undefined): string =>
  ground === undefined ? '' : ` (Grund: ${grounds[ground]})`;

export const whyRefused: Readonly<Record<MailRefusal, string>> = {
  'no-address': 'Eine E-Mail-Adresse fehlt',
  bounced: 'E-Mails kommen dort nicht an',
  complained: 'Der Kunde hat eine E-Mail als Spam gemeldet',
  disowned: 'Die E-Mail-Adresse gehört jemand anderem',
  stopped: 'Der Kunde möchte keine Erinnerungen',
  paused: 'Sie lassen den Kunden an diese Anfrage nicht mehr erinnern',
  'no-open-request': 'Die Anfrage ist abgeschlossen',
  promised:
    'In der letzten E-Mail stand, dass keine mehr kommt, und seitdem gab es nichts Neues für den Kunden',
  'waiting-full': 'Der Kunde hat schon drei Erinnerungen bekommen, und seitdem gab es nichts Neues für ihn',
  unanswered: 'Sechs Erinnerungen zu dieser Anfrage sind ohne Antwort geblieben',
  'too-soon': 'Die letzte Erinnerung ist noch keine zwei Arbeitstage her',
  'week-full': 'Der Kunde hat in dieser Woche schon drei Erinnerungen bekommen',
  'other-reminded': 'Der Kunde hat heute schon eine Erinnerung zu einer anderen Anfrage bekommen',
  'other-answered': 'Der Kunde hat zu einer anderen Anfrage geschrieben und wartet dort auf Ihre Antwort',
};

/** Why one that somebody wants to go at once does not. */
export const whyItWaits: Readonly<Record<MailWaits, string>> = {
  ...whyRefused,
  'closed-hours': 'Erinnerungen gehen nur in Ihrer Arbeitszeit hinaus',
  'bounce-report': 'Die letzte E-Mail kam vielleicht nicht an',
  'answer-held': 'Ihre Antwort an den Kunden ist noch nicht hinaus',
};
