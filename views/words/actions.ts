import type { Action } from '../../domain/lead/action.ts';

/** Labels as the owner reads them on a button. `stop` is the customer's only link. */
export const actionLabels: Readonly<Record<Action, string>> = {
  view: 'Ansehen',
  confirm: 'Ich kümmere mich',
  reached: 'Erreicht',
  'not-reached': 'Nicht erreicht',
  take: 'In Bearbeitung nehmen',
  qualify: 'Qualifiziert',
  disqualify: 'Nicht qualifiziert',
  'plan-visit': 'Besichtigung planen',
  quote: 'Angebot verschickt',
  negotiate: 'In Verhandlung',
  win: 'Gewonnen',
  lose: 'Verloren',
  postpone: 'Später',
  'service-done': 'Einsatz erledigt',
  reopen: 'Wieder öffnen',
  move: 'Andere Stufe',
  refine: 'Wert und Angaben',
  spam: 'Spam',
  stop: 'Keine weiteren E-Mails',
  erase: 'Daten löschen',
  'capture-call': 'Anruf erfassen',
  rescue: 'Ist eine Anfrage',
  acknowledge: 'Eingangsbestätigung senden',
  'noted-mails': 'Alle beiseitegelegten E-Mails',
};
