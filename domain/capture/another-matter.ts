/**
 * Letters that speak of emergencies and report none: an application, an advertisement, a lesson or a play; and what is
 * called no emergency by whoever writes.
 */

const work =
  '(?:stelle|arbeitsstelle|job|ausbildung|ausbildungsplatz|ausbildungsstelle|lehrstelle|praktikum|praktikumsplatz|festanstellung)';
const application = new RegExp(
  `\\b(?:bewerben?|bewerbung|bewerbungen|initiativbewerbung|bewerbungsunterlagen|lebenslauf|berufserfahrung|gesellenbrief|arbeitszeugnisse?|quereinsteiger|ausbildungsplatz|lehrstelle|${work} als|im praktikum|(?:suche|suchen) (?:\\S+ ){0,4}${work}|suchen sie (?:noch |aktuell |gerade )?(?:azubis?|auszubildende|mitarbeiter|monteure?|personal|leute)|curriculum vitae|job application|apply for (?:\\S+ ){0,3}(?:job|position)|candidature|candidatura) `,
);

const offered =
  '(?:leck[a-z]*|ortung|[a-z]*trocknung|[a-z]*sanierung|[a-z]*reinigung|services?|[a-z]*dienst[a-z]*|loesung|loesungen|unterstuetzung|software|schulung|schulungen|produkte|geraete|leistung|leistungen|partnerschaft|monteure|personal|fachkraefte|festpreis[a-z]*|kunden|anfragen|auftraege|marketing|webseiten?|seo|rahmenvertrag|rahmenvertraege|rabatt|versicherung)';
const advertisement = new RegExp(
  `\\b(?:(?:bieten?|biete ich|bieten wir|offerieren) (?:\\S+ ){0,12}${offered}|(?:wir|ich) sind? spezialisiert|(?:unsere|unser) (?:firma|unternehmen|team|betrieb) (?:bietet|hilft|uebernimmt|ist (?:auf|spezialisiert|fuehrend|taetig|seit \\d+ jahren))|wir sind (?:\\S+ ){0,4}(?:anbieter|dienstleister|spezialist|spezialisten|hersteller|agentur|fachbetrieb|fachfirma) (?:fuer|von|im|in)|als (?:subunternehmer|nachunternehmer|kooperationspartner|partner) |kooperationspartner|kooperieren|(?:mehr|neue) (?:\\S+ ){0,2}(?:kunden|auftraege|anrufe|anfragen)|fuer ihren? (?:betrieb|unternehmen|firma|kunden)|platz 1|google ranking|suchmaschinen|finden wir jedes|wir finden jedes|wir vermitteln|wir vertreiben|wir verkaufen|we offer|our services|your business|nous proposons|vi offriamo|vi proponiamo)(?= )`,
);

const theory =
  /\b(?:(?:[a-z]*referat|referate|facharbeit|hausarbeit|masterarbeit|bachelorarbeit|diplomarbeit|abschlussarbeit|seminararbeit|hausaufgaben?|schulprojekt|schulaufgabe|projektarbeit|unterrichtsmaterial|theaterstueck|drehbuch|hoerspiel|roman|krimi|kurzgeschichte|filmprojekt|filmdreh|notfalluebung|kreuzwortraetsel|doktorarbeit|podcastfolge)|(?:im|fuer den|fuers) [a-z]*unterricht (?:\S+ ){0,3}(?:behandeln|besprechen|lernen|nehmen|thema|material)|(?:behandeln|besprechen|lernen) (?:\S+ ){0,4}im [a-z]*unterricht|(?:drehen|schreiben|schreibe|drehe|planen) (?:\S+ ){0,2}(?:film|artikel|buch|beitrag|geschichte|stueck)|(?:vortrag|praesentation|artikel|beitrag|aufsatz|podcast|video|kurs) (?:ueber|zu|zum|zur)|interessehalber|rein theoretisch|aus (?:reiner )?neugier|wissenschaftlich|school project|homework|essay|thesis|expose sur|tesina) /;

/** Neither asked ("Ist das kein Notfall?") nor said of what else there is. */
const noEmergency =
  /(?<!\b(?:ist|sei|waere) (?:das|dies|es) (?:\S+ )?)\b(?:kein|keine|keinen|nicht (?:ein|als)|no|not an|pas une|pas d|non e un) (?:\S+ )?(?:notfall|notfaelle|notfalleinsatz|notdienst|emergency|urgence|emergenza) (?!mehr )/;

/** Said of here and now: that counts, whatever the rest of the letter is about. */
const now =
  /\b(?:bei (?:uns|mir|meine[rmn] \S+|unsere[rmn] \S+) (?:ist|sind|laeuft|steht|riecht|tropft|kommt|stinkt|hat|brennt|piept|geht|spritzt|rinnt)|wir haben (?:gerade|jetzt|hier|seit|akut|einen|ein|eine|keine?n?|im|in)|ich habe (?:gerade|jetzt|hier|seit|akut|einen rohrbruch|keine? (?:heizung|wasser|warmwasser))|(?:es|hier|jetzt|gerade|nun) (?:riecht|stinkt|laeuft|tropft|spritzt|kommt|brennt|rinnt)|(?:riecht|stinkt) es|(?:laeuft|steht|tropft|spritzt|kommt) (?:hier|jetzt|gerade|seit)|hilfe|bitte (?:schnell|sofort|dringend|gleich|helfen|kommen)|komm\w* (?:sie )?(?:bitte )?(?:schnell|sofort|gleich)|help) /;

interface Said {
  /** In plain spelling, with a space before and after each word. */
  readonly said: string;
}

/**
 * The sentences in which an emergency may be reported.
 * @param gas is danger to life looked for? It is one, also if it is called none.
 */
export function reporting<Sentence extends Said>(
  text: readonly Sentence[],
  gas: boolean,
): readonly Sentence[] {
  const isAside =
    text.some(({ said }) => application.test(said) || theory.test(said)) ||
    (!gas && text.some(({ said }) => noEmergency.test(said)));
  const advert = text.findIndex(({ said }) => advertisement.test(said));
  if (!isAside && advert < 0) return text;
  // "Rohrbruch? Wasserschaden?" above what is on offer.
  const isHeading = ({ said }: Said) => !said.trim().includes(' ');
  return text.filter((sentence, at) => {
    if (now.test(sentence.said)) return true;
    return !isAside && at < advert && !isHeading(sentence);
  });
}
