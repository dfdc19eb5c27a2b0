/** The people of the business in the desk: who they are, and what the owner changes. */
import type { PeopleRefusal, PersonField } from '../../../domain/business/change-people.ts';
import type { Company } from '../../../domain/business/company.ts';
import { sz } from '../regional.ts';

type Role = Company['people'][number]['role'];

export const roleLabels: Readonly<Record<Role, string>> = {
  owner: 'Inhaber',
  office: 'Büro',
  staff: `Au${sz}endienst`,
};

/** What each may do, beside the choice. */
export const roleHints: Readonly<Record<Role, string>> = {
  owner: 'darf alles, auch Personen anlegen und entfernen',
  office: 'darf alles mit Anfragen und Terminen',
  staff: 'sieht alles, übernimmt Notfälle und seine eigenen Anfragen',
};

export const teamWords = {
  title: 'Team',
  intro: 'Wer hier arbeitet, meldet sich mit seiner E-Mail-Adresse an. Ein Passwort gibt es nicht.',
  onlyOwner: 'Ändern kann das nur der Inhaber.',
  add: '+ Person',
  addTitle: 'Person hinzufügen',
  addButton: 'Hinzufügen',
  saveButton: 'Speichern',
  onCall: 'wird bei Notfällen zuerst angerufen',
  onCallShort: 'Notfälle zuerst',
  you: 'ich',
  name: 'Name',
  email: 'E-Mail-Adresse',
  emailHint: 'Mit ihr meldet sich die Person an. Sie bleibt; wer eine neue hat, wird neu angelegt.',
  phone: 'Telefon',
  optional: 'freiwillig',
  role: 'Was die Person darf',
  details: 'Angaben',
  absence: 'Abwesenheit',
  absenceHint:
    'Was für die Person bestimmt ist, bekommt so lange die Vertretung. Notfälle klingeln bei ihr nicht.',
  from: 'Erster Tag',
  until: 'Letzter Tag',
  substitute: 'Vertretung',
  nobody: 'niemand Bestimmtes',
  absenceButton: 'Abwesenheit eintragen',
  absenceEnd: 'Abwesenheit streichen',
  devices: 'Geräte',
  noDevices: 'Zurzeit ist kein Gerät angemeldet.',
  endDevices: 'Alle Geräte abmelden',
  remove: 'Person entfernen …',
  removeTitle: (name: string) => `${name} entfernen?`,
  removeWhat:
    'Danach öffnen Anmeldung, Passkeys und Links dieser Person nichts mehr. Anfragen, die ihr zugeteilt sind, gehören dann niemandem mehr; was sie getan hat, bleibt stehen.',
  removeHeir: (name: string) => `Die E-Mails des Betriebs gehen dann an ${name}.`,
  removeYourself:
    'Das ist der eigene Zugang: Danach ist hier abgemeldet, und hinein führt nur noch jemand anderes, der Inhaber ist.',
  removeYourselfTick: 'Ja, ich will mich selbst entfernen',
  removeYourselfUnticked: 'Wer sich selbst entfernen will, muss das hier ankreuzen.',
  removeButton: 'Entfernen',
  keep: 'Zurück',
  absentUntil: (day: string, substitute: string | undefined) =>
    substitute === undefined ? `abwesend bis ${day}` : `abwesend bis ${day}, Vertretung ${substitute}`,
  absentFrom: (from: string, until: string, substitute: string | undefined) =>
    `abwesend ${from} bis ${until}${substitute === undefined ? '' : `, Vertretung ${substitute}`}`,
  outpaced: (by: string) =>
    `${by} hat hier gerade etwas geändert. Bitte die Angaben ansehen; das Eingetippte steht noch da und gilt nach „Speichern“.`,
  gone: 'Diese Person gibt es hier nicht (mehr).',
} as const;

/** What was done, on the page that comes afterwards. */
export const teamDone = {
  added: 'Die Person ist jetzt dabei und kann sich mit der eigenen E-Mail-Adresse anmelden.',
  saved: 'Gespeichert.',
  removed: 'Die Person ist entfernt.',
  absent: 'Die Abwesenheit ist eingetragen.',
  present: 'Die Abwesenheit ist gestrichen.',
  ended: 'Abgemeldet.',
  'passkey-removed': 'Der Passkey ist entfernt.',
  'passkey-added': 'Der Passkey ist eingerichtet.',
} as const;
export type TeamDone = keyof typeof teamDone;

const faults: Readonly<Record<PersonField, string>> = {
  name: 'Bitte einen Namen eintragen: in einer Zeile, höchstens 200 Zeichen und keine unsichtbaren.',
  email: 'Bitte die E-Mail-Adresse prüfen. Sie sieht so aus: name@beispiel.de',
  phone: 'Bitte die Telefonnummer prüfen, ganz und mit Vorwahl, zum Beispiel 0171 2345678.',
  role: 'Bitte wählen, was die Person darf.',
  from: 'Bitte den ersten Tag eintragen.',
  until: 'Bitte einen letzten Tag eintragen, der nicht vor dem ersten liegt und noch nicht vorbei ist.',
  substitute: 'Bitte jemand anderen wählen, der hier arbeitet.',
};

export const personFault = (field: PersonField): string => faults[field];

/** Why nothing was changed; `undefined`: it stands at the fields. */
export function peopleRefusal(refused: PeopleRefusal): string | undefined {
  switch (refused.why) {
    case 'faults':
      return undefined;
    case 'unknown-person':
      return teamWords.gone;
    case 'address-taken':
      return 'Diese E-Mail-Adresse hat hier schon jemand.';
    case 'last-owner':
      return 'Das ist der einzige Inhaber, und ohne einen könnte hier niemand mehr etwas ändern. Erst jemand anderen zum Inhaber machen.';
    case 'stand-in-for-each-other':
      return 'An diesen Tagen ist auch die Vertretung weg, und deren Vertretung wäre wieder diese Person. Bitte jemand anderen wählen oder die Tage ändern.';
    case 'too-many':
      return 'Mehr Personen lassen sich nicht anlegen. Erst jemanden entfernen, der nicht mehr hier arbeitet.';
  }
}
