/** One thing done with many requests. German: only the owner sees it. */
import type { ManyAction } from '../../domain/lead/action.ts';
import { formatNumber } from './format.ts';
import { sz } from './regional.ts';

const count = (number: number, one: string, many: string): string =>
  number === 1 ? `1 ${one}` : `${formatNumber(number, 'de')} ${many}`;
const requests = (number: number): string => count(number, 'Anfrage', 'Anfragen');
const emergencies = (number: number): string => count(number, 'Notfall', 'Notfälle');

interface ManyWords {
  readonly title: string;
  readonly why: string;
  readonly none: string;
  readonly button: string;
  /** For all that say the same. */
  readonly buttonAlike: (number: number) => string;
  readonly done: (number: number) => string;
  readonly left: (number: number) => string;
}

export const manyWords: Readonly<Record<ManyAction, ManyWords>> = {
  'acknowledge-all': {
    title: 'Eingangsbestätigungen senden',
    why: 'Diese Anfragen haben noch keine Eingangsbestätigung. Alle angekreuzten bekommen jetzt eine.',
    none: 'Keine Anfrage wartet mehr auf eine Eingangsbestätigung.',
    button: 'An alle angekreuzten senden',
    buttonAlike: (number) => `An diese ${formatNumber(number, 'de')} senden`,
    done: (number) => `${count(number, 'Eingangsbestätigung geht', 'Eingangsbestätigungen gehen')} hinaus`,
    left: (number) => `${requests(number)} ${number === 1 ? 'wartet' : 'warten'} weiter.`,
  },
  'spam-all': {
    title: 'Als Spam ablegen',
    why: `Diese Anfragen kamen in einer gro${sz}en Menge. Alle angekreuzten werden als Spam abgelegt. Nehmen Sie das Häkchen weg, wo jemand wirklich etwas will.`,
    none: 'Hier ist nichts mehr abzulegen.',
    button: 'Alle angekreuzten als Spam ablegen',
    buttonAlike: (number) => `Diese ${formatNumber(number, 'de')} als Spam ablegen`,
    done: (number) => `${requests(number)} als Spam abgelegt`,
    left: (number) => `${requests(number)} ${number === 1 ? 'bleibt' : 'bleiben'} offen.`,
  },
  'spam-alarms': {
    title: 'Unbestätigte Notfälle',
    why: 'Geprüfte und bekannte stehen oben, dann alle, die etwas Eigenes schreiben: Sie sind nicht angekreuzt. Was Sie als Spam ablegen, meldet sich nicht mehr.',
    none: 'Kein Notfall ist mehr unbestätigt.',
    button: 'Angekreuzte als Spam ablegen',
    buttonAlike: (number) => `Alle ${formatNumber(number, 'de')} als Spam ablegen`,
    done: (number) => `${emergencies(number)} als Spam abgelegt`,
    left: (number) => `${emergencies(number)} ${number === 1 ? 'meldet' : 'melden'} sich weiter.`,
  },
};

export const manyPageWords = {
  alike: (number: number): string => `${formatNumber(number, 'de')} mit demselben Text`,
  crowded: (number: number): string => `${formatNumber(number, 'de')} aus demselben überlaufenen Netz`,
  others: 'Andere neue Anfragen, mit denen noch nichts geschehen ist',
  onlyOthers: 'Neue Anfragen',
  untouched: 'Mit denen noch nichts geschehen ist',
  answered: 'Hier hat der Kunde geantwortet',
  show: 'Ansehen und auswählen',
  trusted: 'geprüft oder bekannt',
  answeredLately: (number: number): string =>
    `${requests(number)} ${number === 1 ? 'bleibt' : 'bleiben'} ohne: Dieselbe Adresse bekommt in 24 Stunden nur eine Eingangsbestätigung. Auf der Seite einer Anfrage können Sie sie trotzdem senden.`,
  noWords: '(ohne Nachricht)',
} as const;
