/**
 * What was so and is no longer: long ago, repaired, running again, somebody else's, a matter of papers. And names that only
 * sound like something that happened.
 */

/** Long ago or over. Hours, days and weeks are not here: "vor einer Woche ausgefallen" still is. */
const past =
  /\b(vor (?:\S+ ){0,2}(?:jahr|jahren|monaten)|(?:letzte[mns]|vorletzte[mns]|vorige[mns]|vergangene[mns]) (?:jahr|jahres|winter|sommer|herbst|fruehjahr|fruehling|monat)|damals|fruehere?[nrs]?|ehemalige[nrs]?|(?:years?|months?) ago|last (?:year|winter|summer|autumn|spring|month)|previous|il y a (?:\S+ ){0,2}(?:ans|annees|mois)|(?:l annee|l an|l hiver|l ete|le mois) (?:derniere?|passee?)|(?:anni|mesi|anno) fa|(?:anno|inverno|mese) scorso|scorso (?:anno|inverno|mese)) /;
/** "Wir hatten 2023 …", "Im Jahr 2019 gab es …". Not: "Die Heizung von 2004 war heute aus". */
const pastYear =
  /\b(?:(?:hatten?|gab|had|avons eu|avions|avait|abbiamo avuto) (?:\S+ ){0,4}?(?<!(?:von|aus|baujahr|bj|vom) )(?:(?:im jahre?|in|en|nel) )?(?:19|20)\d\d|war(?:en)? (?:im jahre? )?(?:19|20)\d\d|(?<!(?:von|aus|baujahr|bj|vom|aus dem jahr) )(?:19|20)\d\d (?:hatten?|gab|(?:we |i )?had|nous avons eu|nous avions|abbiamo avuto)|(?:im|in|anfang|ende|mitte) (?:jahre? |winter |sommer |herbst |fruehjahr |fruehling |[a-z]*(?:ar|er|il|ai|ni|li|st|rz) )?(?:19|20)\d\d (?:ist|sind|war|waren|wurde|wurden|hat|haben|stand|lief|kam)) /;

const month = 'januar|jaenner|februar|maerz|april|mai|juni|juli|august|september|oktober|november|dezember';
const season = 'fruehjahr|fruehling|sommer|herbst|winter';
const hadThen = new RegExp(
  `\\b(?:hatten?|gab|had) (?:\\S+ ){0,4}im (?:${month}|${season}) |\\bim (?:${month}|${season}) (?:hatten?|gab|had) `,
);
/** A damage with a date is a file: "Wasserschaden von 2024", "Rohrbruch aus dem Vorjahr", "vom März". */
const damage = /(?:bruch|bruchs|schaden|schadens|schaeden|schwemmung|flutung|einbruch|hochwasser|brand) $/;
const dated = new RegExp(
  `^(?:(?:im|in|aus|von|vom|des|dem|am|anfang|mitte|ende|jahre?s?|${month}|${season}) ){0,4}?(?:(?:19|20)\\d\\d|vorjahr|vorjahres|vorvorjahr) |^(?:vom|aus dem|von|im) (?:letzten |vergangenen |vorigen )?(?:${month}|${season}) `,
);

/** It happened, and is told as what happened; a clause behind says that it is over, and none that it has come back. */
const happened = new RegExp(
  `\\b(?:hatten?|gab|war|waren|had|avons eu|avions|abbiamo avuto|neulich|kuerzlich|letztens|juengst|im (?:${month})|(?:letzte|vorige|vergangene|vorletzte)[nmrs]? (?:woche|nacht|montag|dienstag|mittwoch|donnerstag|freitag|wochenende)) `,
);
const again = /\b(?:wieder|erneut|nochmals?|immer|again|still|encore|de nouveau|ancora|di nuovo) /;
/** What must be, or should be, repaired is not over; nor is what is not. */
const over =
  /(?<!\b(?:be|get|nicht|nie|not|pas|non) )\b(repariert|behoben|beseitigt|erledigt|geloest|getrocknet|reguliert|abgewickelt|abgerechnet|abgeschlossen|bezahlt|anerkannt|bewilligt|repaired|fixed|resolved|solved|reparee?s?|resolue?|riparat[aoie]|risolt[aoie]) (?!werden|wird|bekommen)/;
/** Of what happened once. */
const overToo =
  /(?<!\b(?:nicht|nie|noch) )\b(?:trocken|trockengelegt|vorbei|ausgestanden|instandgesetzt|instand gesetzt|in ordnung|wieder (?:dicht|heil|ganz|gut|zu|geschlossen)|(?:fehlt|fehlen) (?:jetzt |nur |uns )?noch|alles (?:gut|ok|okay|bestens|wieder gut)|nichts passiert|glueck gehabt|nur noch) /;
const wholeAgain = /\bwieder (?=dicht|heil|ganz|gut|zu|geschlossen|in ordnung)/g;
/** Said of it at once: "der ist schon behoben", "hat sich erledigt", "ist durch". */
const overBehind =
  /^(?:\| )?(?:ist|sind|war|waren|wurde|wurden|hat|haben) (?:(?:jetzt|nun|schon|bereits|soweit|inzwischen|mittlerweile|laengst|sich|zum glueck|gott sei dank|von \S+|durch \S+) ){0,3}(?:durch|vorbei|ausgestanden|abgehakt|erledigt|geklaert|behoben|repariert|instandgesetzt) (?=$|\|)/;
const settledBehind =
  /\| (?:(?:und|aber|das|der|die|es|er|sie|alles|ist|hat|wurde|sind|wurden|haben) ){1,3}(?:(?:jetzt|nun|schon|bereits|inzwischen|mittlerweile|laengst|sich|alles|zum glueck|gott sei dank) ){0,3}(?:erledigt|geklaert|behoben|repariert) (?=$|\|)/;
const forNow = /\b(?:provisorisch|notduerftig|vorlaeufig|behelfsmaessig|erstmal|vorerst|kurz|halbwegs) /;

/** A machine that had stopped. */
const machine = /heiz|therme|kessel|brenner|pumpe|warmwasser|strom|boiler|anlage|fernwaerme|waerme|heating/;
const runsAgain =
  /\b(?:(?:laeuft|laufen|geht|gehen|funktioniert|heizt|tut) (?:(?!nicht|kein|keine|nie|immer|nur)\S+ ){0,3}wieder(?! \| (?:und )?(?:nicht|aus))|(?:ist|sind|haben wir|habe ich) (?:(?!nicht|immer)\S+ ){0,2}wieder(?= (?:da|warm|in ordnung|an|ok))|working again) (?=$|\||normal|einwandfrei|problemlos|gut|ok|warm|da|in ordnung|an|bestens|tadellos|ohne|seit)/;

/** Of somebody else, who has nothing to do with this house. */
const others =
  '(?:nachbar|nachbars|nachbarn|nachbarin|nachbarhaus|nachbarhauses|nebenan|bekannte|bekannten|bekannter|freunde|freunden|freund|freundin|kollege|kollegin|kollegen|schwager|schwaegerin|bruder|schwester|verwandte|verwandten|onkel|cousin)';
const elses = new RegExp(`\\b${others} `);
const had = /\b(?:hatten?|gab|war|waren|passierte?|had) /;
/** Ours all the same. */
const ours = new RegExp(
  `\\b(?:(?:bei|zu|ueber|unter|neben|in|durch) (?:uns|mir)|(?:unser|unsere|unserem|unserer|mein|meine|meinem|meiner)(?! ${others})|hier|jetzt|gerade|aktuell|momentan|seit) (?!wollen|moechten|wuerden)`,
);
/** Why it is told. */
const prepares =
  /\b(?:vorsorgen|vorsorge|vorbeugen|absichern|schuetzen|vermeiden|verhindern|vorbereitet|wappnen|kuenftig|zukuenftig|in zukunft|rueckstauklappe|rueckstausicherung|leckageschutz|wasserstopp|wasserwaechter|nachruesten|passiert uns nicht|nicht passieren|empfohlen|weiterempfohlen|umsteigen|umstellen) /;

const therefore =
  /\b(?:deshalb|darum|daher|seitdem|seither|nun|jetzt) (?:\S+ )?(?:moechten?|wollen|will|wuerden|haetten) (?:wir|ich) /;

interface Said {
  /** In plain spelling: what stands before it in its clause, it, and the rest of its clause. */
  readonly before: string;
  readonly said: string;
  readonly after: string;
  readonly clause: string;
  /** The rest of the sentence. */
  readonly follows: string;
}

/** Is it over, or was it never here? */
export function isBygone({ before, said, after, clause, follows }: Said): boolean {
  const isForNow = forNow.test(clause) || forNow.test(follows);
  if (past.test(clause) || pastYear.test(clause) || (hadThen.test(clause) && !again.test(follows)))
    return true;
  if (over.test(clause) && !isForNow) return true;
  if (damage.test(said) && dated.test(after)) return true;
  if (machine.test(said) && [said + follows, clause + follows].some((text) => runsAgain.test(text)))
    return true;
  if (!isForNow && (overBehind.test(follows) || settledBehind.test(follows))) return true;
  if (elses.test(before + said) && !ours.test(clause)) {
    if (therefore.test(follows)) return true;
    if ((had.test(clause) || prepares.test(follows)) && !ours.test(follows)) return true;
  }
  if (!happened.test(clause) || again.test(follows.replace(wholeAgain, ''))) return false;
  return (!isForNow && (over.test(follows) || overToo.test(follows))) || prepares.test(follows);
}

/** Paper about it, and thanks for it: somebody has been there. */
const paper =
  /\b(?:rechnung|rechnungskopie|schlussrechnung|bestaetigung|bescheinigung|nachweis|gutachten|stellungnahme|begutachtung|schadensbegutachtung|schadenbegutachtung|schadensaufnahme|beweissicherung|protokoll|messprotokoll|bericht|schadensbericht|abschlussbericht|einsatzbericht|dokumentation|abwicklung|schadensabwicklung|regulierung|schadensregulierung|danke? fuer (?:\S+ ){0,3}(?:hilfe|arbeit|einsatz|reparatur|kommen)|invoice|survey report|facture|expertise|attestation|fattura|perizia) /;

/** @param before what stands before it in its clause. */
export const isPaperOn = (before: string): boolean => paper.test(before);

const lesson =
  /\b(?:seminar|seminare|schulung|schulungen|fortbildung|weiterbildung|webinar|workshop|lehrgang|vortrag|bewerbung|broschuere|merkblatt|fachartikel|podcast) /;
const legalForm =
  /^(?:(?:und|u|and) )?(?:gmbh|mbh|ag|kg|ug|ohg|gbr|ltd|sarl|sagl|e k|co kg|gesmbh|soehne|sohn|toechter|co|partner|cie) /;

/** Is it what a lesson is about, or how a company is called? @param follows the rest of the sentence. */
export const isTaught = (before: string, follows: string): boolean =>
  lesson.test(before) || legalForm.test(follows);

const endings = 'jpe?g|png|gif|webp|heic|heif|pdf|docx?|xlsx?|mp4|mov|avi|zip';
const fileOrPage = new RegExp(
  `\\bhttps?:\\/\\/\\S+|[^\\s"'“„<>()[\\]:;,/\\\\]{1,120}\\.(?:${endings})\\b`,
  'gi',
);
const wholeFile = new RegExp(`^[^\\n]{1,160}\\.(?:${endings})$`, 'i');

/** The text without what only names a file or a page: "rohrbruch.jpg" shows one, or not. */
export const withoutNames = (text: string): string =>
  /\.[a-z]/i.test(text) ? text.replace(fileOrPage, ' ') : text;

/** Is it the name of a file, and nothing else? */
export const isFileName = (value: string): boolean => wholeFile.test(value.trim());
