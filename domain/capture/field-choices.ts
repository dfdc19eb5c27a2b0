/** What people and forms write where a choice is asked for, as data: squeezed `plainWords`, separated by spaces. */

import type { Language } from '../lead/contact.ts';
import type { Source } from '../lead/origin.ts';
import type { Kind, Urgency } from '../lead/request-kind.ts';
import { readMessage } from './key-words.ts';
import { plainWords } from './plain-words.ts';

const kindWords: Readonly<Record<Kind, string>> = {
  project:
    'project projekt badsanierung badrenovierung sanierung renovierung modernisierung umbau neubau neuesbad neueheizung heizungstausch installation neuinstallation neuanlage angebot angebotsanfrage neugestaltung neuanschaffung erneuerung austausch renovation renovierungsprojekt heizungssanierung komplettsanierung kostenvoranschlag offerte devis travaux preventivo ristrutturazione installazione quote quotation refurbishment replacement newinstallation',
  repair:
    'repair reparatur reparaturen stoerung defekt wartung kundendienst notfall notdienst emergency instandsetzung instandhaltung servicetermin heizungswartung stoerungsmeldung stoerungsdienst soforthilfe maintenance depannage panne entretien reparation reparations reparer riparazione riparazioni riparare guasto manutenzione assistenza emergenza urgence fault breakdown',
  advice:
    'advice beratung beratungstermin beratungswunsch frage allgemein allgemeines information auskunft beratungsgespraech anfrageallgemein allgemeineanfrage generalenquiry generalinquiry enquiry inquiry consultation consulting conseil conseils renseignement renseignements consulenza informazioni infos rueckfrage',
};

const urgencyWords: Readonly<Record<Urgency, string>> = {
  now: 'now jetzt sofort notfall notdienst akut dringend sehrdringend esistdringend heute emergency urgent ja yes true on 1 sofortig sofortige unverzueglich umgehend heutenoch nochheute immediately immediate rightnow critical kritisch lebensgefahr urgence toutdesuite immediatement subito immediatamente emergenza oui si',
  soon: 'soon bald zeitnah kurzfristig schnell schnellstmoeglich sobaldwiemoeglich hoch mittel high medium asap dieswoche diesewoche naechstewoche innerhalbeinerwoche innerhalbvon24stunden 24h 24stunden morgen eilt eilig moeglichstbald sobald quickly thisweek nextweek tomorrow desquepossible rapidement bientot appenapossibile presto prossimamente inkuerze inpaartagen indennaechstentagen',
  planned:
    'planned geplant planbar normal niedrig low hatzeit keineeile nichtdringend nichteilig flexibel spaeter mittelfristig langfristig irgendwann kannwarten offen egal unwichtig wennsiezeithaben ohneeile whenever flexible noturgent nonurgent pasurgent sansurgence nonurgente pianificato planifie naechstesjahr innerhalbeinesjahres',
};

const sourceWords: Readonly<Record<Source, string>> = {
  website:
    'website webseite homepage internet online google suchmaschine bing seo suche googlesuche googleorganisch netz web site kontaktformular formular form contactform webform webformular direct direkt organic googlemaps maps yahoo duckduckgo ecosia chatgpt ki wordpress elementor typo3 wpforms suchmaschinen siteweb sitoweb sito recherche ricerca moteur motore onlinesuche internetsuche',
  email: 'email mail newsletter mailing brevo mailchimp emailing courriel',
  phone: 'phone telefon anruf telefonisch telephone telefono phonecall',
  'word-of-mouth':
    'wordofmouth empfehlung weiterempfehlung mundpropaganda bekannte bekannten freunde nachbar nachbarn stammkunde referral recommendation empfohlen bekannter bekanntenkreis freund freundin freunden kollege kollegin kollegen arbeitskollege familie verwandte verwandten verwandtschaft schwager nachbarin nachbarschaft mundzumundpropaganda mund persoenlich stammkundin bestandskunde weiterempfohlen friend friends neighbour neighbor neighbours colleague family recommended wom recommandation recommande boucheaoreille bouche voisin voisins voisine amis ami passaparola consigliato consiglio amico amici vicino vicini conoscenti conoscente raccomandazione',
  advertisement:
    'advertisement anzeige werbung zeitung flyer prospekt plakat fahrzeug autobeschriftung radio ad inserat annonce zeitungsanzeige werbeanzeige werbebanner banner plakate flyern prospekte broschuere fahrzeuge auto autos lieferwagen firmenwagen firmenfahrzeug transporter lkw bus van truck vehicle schild bauschild baustellenschild baustelle bauzaun messe ausstellung amtsblatt gemeindeblatt wochenblatt tageszeitung zeitschrift postwurf postwurfsendung kino googleads googleanzeige googleanzeigen adwords googlewerbung bingads ads ppc cpc sea advert advertising newspaper leaflet magazine print publicite journal depliant affiche vehicule voiture camion pubblicita giornale volantino furgone insegna radiowerbung branchenbuch',
  'social-media':
    'socialmedia facebook instagram tiktok linkedin youtube whatsapp soziale fb ig insta meta facebookads facebookanzeige xing pinterest twitter snapchat nextdoor nebenan social threads reseauxsociaux socialnetwork',
  portal:
    'portal myhammer check24 aroundhome houzz gelbeseiten wlw herold localsearch branchenportal handwerkerportal vermittlungsportal 11880 meinestadt dasoertliche oertliche ofri renovero daibau blauarbeit kleinanzeigen willhaben bark kaeuferportal wirsindhandwerk energieheld vergleichsportal',
  other:
    'other sonstige sonstiges andere anderes anderer anderweitig autre autres altro altri keineangabe unbekannt weissnicht',
};

const languageWords: Readonly<Record<Language, string>> = {
  de: 'de deutsch german dede deat dech ger deu deutschland oesterreich allemand tedesco',
  en: 'en englisch english engb enus eng enau enca enie anglais inglese',
};

/** Plain "no": nothing was chosen. */
const noWords = /^(nein|no|non|false|off|0|n)$/;

/** "Google-Anzeige", "Empfehlung über das Internet": the other word says more. */
const vague: readonly string[] = ['website', 'other'];

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
    const denied = parts.some((part) =>
      /^(nicht|kein|keine|keinen|not|no|pas|non|ohne|sans|senza)$/.test(part),
    );
    if (whole !== undefined || denied) return whole;
    const found = parts.flatMap((part) => meanings.get(part) ?? []);
    return found.find((choice) => !vague.includes(choice)) ?? found[0];
  };
}

const findKind = finder(kindWords);
const findUrgency = finder(urgencyWords);

/** How far off it may be, in plain words: "in 3-6 Monaten", "ab Fruehjahr", "in den naechsten Wochen". */
const times: readonly (readonly [urgency: Urgency, words: RegExp])[] = [
  [
    'planned',
    /\b(?:monate?n?|quartal|halbjahr|jahr(?:e|en|es)?|fruehjahr|fruehling|sommer|herbst|winter|months?|years?|spring|summer|autumn|mois|ans?|annees?|mes[ei]|ann[oi]|20[2-9]\d)\b/,
  ],
  [
    'soon',
    /\b(?:wochen?|tag(?:e|en)?|stunden?|weeks?|days?|hours?|semaines?|jours?|heures?|settiman[ae]|giorn[oi])\b/,
  ],
];
const urgencyOfTime = (text: string): Urgency | undefined =>
  times.find(([, words]) => words.test(plainWords(text)))?.[0];

const isNo = (text: string): boolean => noWords.test(plainWords(text));

/** A choice is a few words; whoever writes more has begun with it. */
const maxChoiceLength = 500;

const ofBeginning =
  <T>(meaning: (text: string) => T) =>
  (text: string): T =>
    meaning(text.slice(0, maxChoiceLength));

/** What a form's own choice means; `none`: the choice was explicitly left open. */
export const choices = {
  kind: ofBeginning((text): Kind | 'none' | undefined =>
    isNo(text) ? 'none' : (findKind(text) ?? readMessage(text).kind),
  ),
  urgency: ofBeginning((text): Urgency | 'none' | undefined =>
    isNo(text) ? 'none' : (findUrgency(text) ?? readMessage(text).urgency ?? urgencyOfTime(text)),
  ),
  source: ofBeginning(finder(sourceWords)),
  language: ofBeginning(finder(languageWords)),
} as const;
