/** What people and forms write where a choice is asked for, as data: squeezed `plainWords`, separated by spaces. */

import type { Language } from '../lead/contact.ts';
import type { Source } from '../lead/origin.ts';
import type { Kind, Urgency } from '../lead/request-kind.ts';
import { plainWords } from './field-names.ts';
import { readMessage } from './key-words.ts';

const kindWords: Readonly<Record<Kind, string>> = {
  project:
    'project projekt badsanierung badrenovierung sanierung renovierung modernisierung umbau neubau neuesbad neueheizung heizungstausch installation neuinstallation neuanlage angebot angebotsanfrage',
  repair: 'repair reparatur reparaturen stoerung defekt wartung kundendienst notfall notdienst emergency',
  advice: 'advice beratung beratungstermin beratungswunsch frage allgemein allgemeines information auskunft',
};

const urgencyWords: Readonly<Record<Urgency, string>> = {
  now: 'now jetzt sofort notfall notdienst akut dringend sehrdringend esistdringend heute emergency urgent ja yes true on 1',
  soon: 'soon bald zeitnah kurzfristig schnell schnellstmoeglich sobaldwiemoeglich hoch mittel high medium asap dieswoche diesewoche naechstewoche innerhalbeinerwoche',
  planned:
    'planned geplant planbar normal niedrig low hatzeit keineeile nichtdringend nichteilig flexibel spaeter mittelfristig langfristig irgendwann',
};

const sourceWords: Readonly<Record<Source, string>> = {
  website: 'website webseite homepage internet online google suchmaschine bing',
  email: 'email mail',
  phone: 'phone telefon anruf telefonisch',
  'word-of-mouth':
    'wordofmouth empfehlung weiterempfehlung mundpropaganda bekannte bekannten freunde nachbar nachbarn stammkunde referral recommendation',
  advertisement:
    'advertisement anzeige werbung zeitung flyer prospekt plakat fahrzeug autobeschriftung radio ad',
  'social-media': 'socialmedia facebook instagram tiktok linkedin youtube whatsapp soziale',
  portal: 'portal myhammer check24 aroundhome houzz gelbeseiten wlw herold localsearch',
  other: 'other sonstige sonstiges andere anderes',
};

const languageWords: Readonly<Record<Language, string>> = {
  de: 'de deutsch german dede deat dech ger deu',
  en: 'en englisch english engb enus eng',
};

/** Plain "no": nothing was chosen. */
const noWords = /^(nein|no|false|off|0|n)$/;

function finder<T extends string>(words: Readonly<Record<T, string>>): (text: string) => T | undefined {
  const meanings = new Map(
    (Object.entries(words) as [T, string][]).flatMap(([choice, list]) =>
      [choice.replace(/-/g, ''), ...list.split(' ')].map((word) => [word, choice] as const),
    ),
  );
  return (text) => {
    const parts = plainWords(text).split(' ');
    const whole = meanings.get(parts.join(''));
    // "Reparatur / Störung": the first word that says it. Denials are no choice of the word they deny.
    const denied = parts.some((part) => /^(nicht|kein|keine|not|no)$/.test(part));
    return whole ?? (denied ? undefined : parts.map((part) => meanings.get(part)).find(Boolean));
  };
}

const findKind = finder(kindWords);
const findUrgency = finder(urgencyWords);
const isNo = (text: string): boolean => noWords.test(plainWords(text));

/** What a form's own choice means; `none`: the choice was explicitly left open. */
export const choices = {
  kind: (text: string): Kind | 'none' | undefined =>
    isNo(text) ? 'none' : (findKind(text) ?? readMessage(text).kind),
  urgency: (text: string): Urgency | 'none' | undefined =>
    isNo(text) ? 'none' : (findUrgency(text) ?? readMessage(text).urgency),
  source: finder(sourceWords),
  language: finder(languageWords),
} as const;
