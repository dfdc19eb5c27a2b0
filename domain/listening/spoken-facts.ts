/** What people say of a job in their own words: by when, for how much, and whether they say at all what it is about. */
import { type FoldedText, fold, writtenBetween } from '../inbound/folded-text.ts';
import { holdsAnyOf } from '../lead/word-list.ts';
import { isNotKnown } from './not-known-yet.ts';
import { withoutOwnLabel } from './own-label.ts';
import { thoughtsOf } from './thoughts.ts';

/** Longer than this is a sentence, and no fact: then the words are kept that say it. */
const maxValue = 60;

// --- for how much ---

const figure = "\\d{1,3}(?:[.,'’ ]\\d{3})+(?:,\\d{1,2}|,-+)?|\\d{1,7}(?:,\\d{1,2}|,-+)?";
const inWords =
  '(?:ein|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf|(?:drei|vier|funf|sech|sieb|acht|neun)zehn|zwanzig|dreissig|vierzig|funfzig|sechzig|siebzig|achtzig|neunzig|hundert)tausend';
const money =
  '(?:€|eur|euro|euros|chf|sfr|franken|fr\\.|usd|pounds|k€|k|t€|teur|tsd\\.?|tausend|mille|thousand)';
const range = (one: string) => `(?:${one})(?: ?(?:-|–|bis|to|und|oder) ?(?:${one}))?`;
const about =
  '(?:(?:ca\\.?|circa|zirka|etwa|rund|ungefahr|um die|so um die|so|maximal|max\\.?|hochstens|bis zu|bis|unter|uber|nicht mehr als|mindestens|about|around|up to|roughly|budget:?|zwischen|between) ){0,3}';
/** "20.000 €", "€ 20.000", "15-20k", "rund 20 tausend Euro", "fünfzehntausend". */
const sum = new RegExp(
  `${about}(?:(?:€|eur|chf|sfr\\.?|fr\\.) ?${range(figure)}|(?<![\\d.,+/])${range(figure)}(?: ?${money}){1,2}(?![a-z])|${inWords}(?: (?:euro|franken))?)`,
  'g',
);
/** Words that make a bare figure a sum of money. */
const ofMoney =
  /budget|preisrahmen|kostenrahmen|finanzrahmen|preislich|finanziell|hochstens|maximal|max\.|nicht mehr als|vorgesehen|eingeplant|veranschlagt|ausgeben|investier|zur verfugung|betrag|summe|spend|afford/;
/** Four figures at least, and no year, no number of a house, no measure. */
const bareFigure = new RegExp(
  `${about}(?<![\\d.,+/])(?!(?:19|20)\\d{2}(?![\\d.]))(?:\\d{1,3}(?:[.'’ ]\\d{3})+|\\d{4,6})(?![\\d/]| ?(?:qm|m2|m²|mm|cm|liter|l|kwh?|watt|uhr|stuck)(?![a-z]))`,
  'g',
);
/** Nothing but a figure is a sum where one was asked for. */
const onlyFigure = new RegExp(
  `^${about}(?:\\d{1,3}(?:[.'’ ]\\d{3})+|\\d{4,6})(?:,-+)?(?: ?(?:-|–|bis) ?[\\d.']{4,9})?$`,
);
/** Sums of something else: what was paid, what is paid each month, what somebody adds. */
const ofOther =
  /rechnung|miete|kaution|zuschuss|forder(?:ung|mittel)|mahnung|stundensatz|anfahrt|gutschein|selbstbeteiligung|versicherung|wert von|(?:hat|habe|haben|hatten?) (?:.* )?(?:bezahlt|gezahlt|gekostet|verlangt)|pro (?:monat|jahr|stunde|qm)|im monat|monatlich|je (?:stunde|qm)|\/ ?(?:qm|m2|std)/;
/** "nicht 5000, sondern 15.000", "statt 5000 lieber 15.000": what is meant stands behind. */
const denied =
  /(?<!\p{L})(?:nicht|keine?n?|statt|anstatt|anstelle|not|instead of)(?! (?:mehr|höher|teurer) als)(?:[^\n.!?;,]|(?<=\d)[.,](?=\d)){1,50}?,?\s(?:sondern|but)(?!\p{L})(?: (?:eher|lieber|besser|etwa|jetzt|schon|mindestens(?! \d)))?/giu;
const replaced =
  /(?<!\p{L})(?:statt|anstatt|anstelle|instead of)(?: \p{L}+){0,3} \d[\d.,]*(?: ?(?:€|euro?|k|tsd\.?|tausend|franken|chf))?/giu;
const withoutDenied = (text: string): string => text.replace(denied, ' ').replace(replaced, ' ');
/** "Es sind nicht 5000 Euro", "5000 Euro reichen nicht". */
const deniedSum =
  /(?<![a-z])(?:nicht|kein[a-z]*|no longer)(?: (?:die|bei|nur|bloss|etwa|mehr|ganz))* \d|\d(?: ?(?:€|euro?|k|tsd\.?|tausend|franken|chf))? (?:reich|lang|genug|stimm|gilt|gelten|pass|waren? (?:ein )?(?:irrtum|falsch))[a-z]*(?: [a-z]+)? ?(?:nicht|kaum|falsch|$)/;
/** Whoever does not know it yet, or does not mind, has answered as well. */
const ofMoneyUnsaid =
  /(?:budget|preis|geld|kosten|betrag|summe|finanz\p{L}*)(?: \p{L}+){0,5} (?:keine rolle|egal|offen|unklar|nicht|noch|zweitrangig|da|flexibel|unbekannt|vorhanden)|(?:noch )?kein(?:e[nr]?)? (?:festes? |konkretes? |fixes? )?(?:budget|preisvorstellung|betrag|vorstellung)|so (?:gunstig|billig) wie|moglichst (?:gunstig|billig)|was kostet|wie teuer|no (?:fixed )?budget|preisvorstellung/u;

/** A sum that somebody has in mind, as written: "ca. 20.000 €"; `undefined`: none, or of something else. */
export function budgetIn(text: string): string | undefined {
  return firstIn(withoutDenied(text), (thought) => {
    const folded = fold(thought);
    if (ofOther.test(folded.text) || deniedSum.test(folded.text)) return undefined;
    const found =
      spanOf(folded, sum) ??
      (ofMoney.test(folded.text) ? spanOf(folded, bareFigure) : undefined) ??
      (onlyFigure.test(folded.text) ? thought : undefined);
    if (found !== undefined) return withoutOwnLabel('budget', found);
    return ofMoneyUnsaid.test(folded.text) && !isNotKnown(thought)
      ? withoutOwnLabel('budget', thought)
      : undefined;
  });
}

// --- by when ---

const month =
  '(?:januar|janner|february|february|februar|feber|marz|april|mai|juni|juli|august|september|oktober|november|dezember|january|march|may|june|july|october|december|janvier|fevrier|mars|avril|juin|juillet|aout|septembre|octobre|novembre|decembre|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|dicembre)';
const season =
  '(?:fruhjahr|fruhling|fruhsommer|spatsommer|hochsommer|sommer|spatherbst|herbst|winter|spring|summer|autumn|fall|printemps|automne|hiver|primavera|estate|autunno|inverno)';
const feast =
  '(?:weihnachten|advent|silvester|neujahr|fasching|karneval|ostern|pfingsten|christmas|easter|noel|natale|(?:sommer|herbst|oster|pfingst|winter|weihnachts)?ferien|sommerurlaub|urlaub)';
const span = '(?:tage?n?|wochen?|monate?n?|jahre?n?|quartale?|days?|weeks?|months?|years?)';
const count =
  '(?:\\d{1,2}(?: ?(?:-|–|bis) ?\\d{1,2})?|ein(?:e[mnr]?)?|zwei|drei|vier|funf|sechs|acht|zehn|zwolf|ein paar|wenigen|einigen|a few|two|three|four|five|six)';
const year = '(?:20[2-4]\\d)';
const edge = '(?:anfang|mitte|ende|beginn|early|mid|late|end of|beginning of)';
const date = `(?:\\d{1,2}\\. ?(?:\\d{1,2}\\.(?: ?(?:${year}|\\d{2}))?|${month}(?: ${year})?)|${year}-\\d{2}-\\d{2})`;
const named = `(?:${date}|(?:${edge} (?:des |der |of )?)?(?:${month}|${season}|${feast})(?: ?\\/ ?(?:${month}|${season}))?(?: ${year})?|(?:${edge} )${year}|(?:kw|kalenderwoche) ?\\d{1,2}|\\d{1,2}\\. (?:kw|kalenderwoche)|q[1-4](?: ${year})?|(?:\\d\\.|ersten?|zweiten?|dritten?|vierten?|1st|2nd|3rd|4th)s? (?:quartal|halbjahr|quarter)(?: ${year})?|(?:jahres|monats|wochen|quartals)(?:ende|anfang|wechsel|mitte)|${edge} (?:des |der )?(?:jahres|monats|woche|year|month))`;
const near = '(?:dieses|diesen|diese|nachste[nrsm]?|kommende[nrsm]?|ubernachste[nrsm]?|heurigen?|this|next)';
/** Of a time that is meant for the work: a word leads to it, or it stands alone. */
const led =
  '(?:(?:nicht|keinesfalls|not) )?(?:bis|ab|vor|nach|zum|zu|im|in|am|um|gegen|fur|noch|spatestens|fruhestens|erst|by|before|after|from|until|en|avant|entro|dal)(?: (?:spatestens|zum|zu|zur|dem|den|der|im|in|am|an|vor|nach|ca\\.?|etwa|noch|erst|the))*';
const times: readonly RegExp[] = [
  new RegExp(
    `(?:${led} )?${near} ${'(?:jahr|jahres|monats?|quartals?|woche|halbjahr|year|month|week)'}(?![a-z])`,
    'g',
  ),
  new RegExp(`(?:${led} )?${near} (?:${season}|${month})(?![a-z])`, 'g'),
  new RegExp(`${led} ${named}(?![a-z])`, 'g'),
  new RegExp(
    `(?:in|innerhalb|binnen|within|spatestens in)(?: (?:von|der|den|des|the|nachsten?|next|ca\\.?|etwa))* ${count} ${span}(?![a-z])`,
    'g',
  ),
  new RegExp(`(?:${led} )?(?:heuer|jahresende|monatsende|jahreswechsel)(?![a-z])`, 'g'),
  new RegExp(`(?:bis|ab|by|before) (?:zum )?${year}(?!\\d)`, 'g'),
  /(?:so ?(?:schnell|bald|rasch|zeitnah) (?:wie|als|es) (?:irgend )?(?:es )?(?:moglich|geht)|(?:schnellst(?:moglich|ens)|bald(?:moglich|igst)|ehest(?:moglich|ens))\p{L}*|moglichst (?:bald|schnell|rasch|zeitnah|zugig)|(?:sehr |ab )?(?:sofort|dringend|eilig|zeitnah|kurzfristig|umgehend|demnachst)|eilt(?: sehr| nicht)?|keine eile|nicht eilig|hat (?:noch )?zeit|(?:haben|habe) (?:noch )?(?:keinen )?zeit(?:druck)?|kein(?:en)? zeitdruck|zeitlich \p{L}+|irgendwann|egal wann|wann (?:es )?ihnen passt|as soon as possible|asap|no (?:rush|hurry)|whenever)/gu,
  new RegExp(
    `(?:einzug|umzug|ubergabe|fertig|fertigstellung|beginn|start|baubeginn)(?: [a-z]+)? ${named}(?![a-z])`,
    'g',
  ),
];
/** A time with nothing before it, as people fill in a form: "April", "Frühjahr 2027", "KW 12", "15.4." */
const onlyTime = new RegExp(
  `^(?:(?:${led}|ca\\.?|etwa|ungefahr|wunsch|termin|zeitraum|am liebsten|gerne?|${near})[ :]*)*(?:${named}|${year}|${count} ${span})(?: (?:${year}|ware gut|passt|reicht|ist ok|genugt))?(?: ?(?:-|–|bis|oder|\\/) ?${named})?[ .]*$`,
);
/** Told of what was: "seit April", "letzten Sommer", "Baujahr". */
const bygone =
  /(?<![a-z])(?:seit|letzte[nrsm]?|vorige[nrsm]?|vergangene[nrsm]?|damals|baujahr|vor (?:\d+|ein|einem|zwei|drei|vier|funf|zehn|vielen|einigen) (?:tage?n?|wochen?|monate?n?|jahre?n?)|jahre alt|gekauft|eingebaut|gebaut|bezogen|gemacht worden|war|waren|wurde|wurden|since|last|ago|built)(?![a-z])/;
const oneself = /(?<![a-z])(?:bis|ab|spatestens|soll|sollte|fertig|mochte|wollen|brauch)/;
/** Not known yet, or it does not matter: where time is spoken of. */
const ofTimeUnsaid =
  /(?:zeit(?:punkt|plan|rahmen|raum|lich)?|termin|wann|datum)(?: \p{L}+){0,5} (?:offen|egal|flexibel|unklar|noch nicht|nicht wichtig|zweitrangig|keine rolle)|zeitlich flexibel/u;

/** By when it should be done, as written: "bis April"; `undefined`: nothing is said of it. */
export function timeframeIn(text: string): string | undefined {
  const [first, next] = allIn(withoutDenied(text), timeframeOf);
  return first !== undefined && next !== undefined && onlyWhenNot.test(first)
    ? `${first}, ${next}`.slice(0, maxValue)
    : first;
}

/** "Nicht vor Ostern": when then stands behind it. */
const onlyWhenNot =
  /^(?:bitte |aber |auf keinen fall |keinesfalls )*(?:nicht|not|keinesfalls|kein\p{L}*)(?!\p{L})/iu;

function timeframeOf(thought: string): string | undefined {
  const folded = fold(thought);
  if (bygone.test(folded.text) && !oneself.test(folded.text)) return undefined;
  const isOnlyTime = onlyTime.test(folded.text);
  const found = isOnlyTime
    ? thought
    : times.map((one) => spanOf(folded, one)).find((one) => one !== undefined);
  if (found === undefined) {
    return ofTimeUnsaid.test(folded.text) && !isNotKnown(thought) ? thought : undefined;
  }
  // The words around it belong to it as long as they are few: "bis April, wenn es geht".
  const isBrief = thought.length <= maxValue / 2 && budgetIn(thought) === undefined;
  return isBrief && !saysWhat(thought) ? withoutOwnLabel('timeframe', thought) : found;
}

// --- when it would suit ---

const weekday =
  '(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|monday|tuesday|wednesday|thursday|friday|saturday|werktag|wochenende)(?:s|abends?|nachmittags?|vormittags?|mittags?|morgens?)?';
const partOfDay =
  '(?:vormittags?|nachmittags?|mittags?|abends?|morgens|fruh|feierabend|jederzeit|ganztags|tagsuber|in the (?:morning|afternoon|evening))';
/** A day or an hour by itself. */
const suits = new RegExp(
  `(?<![a-z])(?:${weekday}|${partOfDay}|(?:heute|morgen|ubermorgen)(?! (?:frisch|fruh um))|(?:ab|um|zwischen|von|bis|gegen|nach|vor|at|after) \\d{1,2}(?:[:.]\\d{2})? ?(?:uhr|h|pm|am)(?![a-z])|\\d{1,2}(?:[:.]\\d{2})? uhr)(?![a-z])`,
);
/** A date does where somebody speaks of coming or calling. */
const dated = new RegExp(date);
/** "Montag, 25. Jänner": one day, on both sides of a comma. */
const dayOnly = new RegExp(`(?:^| )${weekday}$`);
const startsDated = new RegExp(`^(?:den |dem )?${date}`);
const ofMeeting = /termin|passt|passen|vorbei|kommen|besichtig|anrufen|erreich|zeit|treff|meet|visit|call/;
const noWish =
  /(?<![a-z])(?:nicht|kein\p{L}*|leider|seit|letzte[nrsm]?|gestern|guten (?:morgen|abend|tag)|schones? wochenende|bis (?:morgen|montag|bald)$)(?![a-z])/u;

/** When a visit or a call would suit, as written: "am liebsten Donnerstag, ab 15 Uhr"; `undefined`: nothing is said of it. */
export function wishedDateIn(text: string): string | undefined {
  const thoughts = thoughtsOf(text);
  const isWish = (thought: string | undefined) => {
    const { text: said } = fold(thought ?? '');
    return !noWish.test(said) && (suits.test(said) || (dated.test(said) && ofMeeting.test(said)));
  };
  const first = thoughts.findIndex(isWish);
  if (first < 0) return undefined;
  const next = thoughts[first + 1];
  const isDate = dayOnly.test(fold(thoughts[first] ?? '').text) && startsDated.test(fold(next ?? '').text);
  const wish = isWish(next) || isDate ? `${thoughts[first]}, ${next}` : (thoughts[first] ?? '');
  return wish
    .replace(/\s+/g, ' ')
    .slice(0, 2 * maxValue)
    .toWellFormed();
}

// --- what ---

/** Words that ask for something and do not say for what; greetings, thanks, how to reach somebody, when. */
const empty = holdsAnyOf(`
  hallo hi hey servus moin grüezi gruezi guten gute gutes tag abend morgen sehr geehrte geehrter geehrten damen herren herr frau liebe lieber
  team dank danke dankeschön vielen besten herzlichen freundliche freundlichen viele schöne beste herzliche grüße grüßen gruß gruss grüsse
  mfg lg vg bitte rückruf rueckruf rückrufbitte ruckruf rufen ruf anrufen anruf zurückrufen melden meldung rückmeldung kontakt kontaktieren
  kontaktaufnahme angebot angebote kostenvoranschlag kva offerte termin terminvereinbarung vorort beratung beratungsgespräch beraten
  besichtigung besichtigungstermin anfrage frage fragen anliegen interesse interessiere interessieren informationen information infos info
  auskunft unterlagen nachricht mail mails email e-mail telefon telefonisch telefonnummer nummer handy handynummer mobil mobilnummer
  rufnummer adresse anschrift erreichbar erreichen erreichen erreicht
  ich wir mich mir uns unser unsere unseren unserem unserer mein meine meinen meinem meiner sie ihnen ihr ihre ihren ihrem ihrer du dir dich es er man
  bin ist sind war sein wäre waere habe haben hat hatte hatten hätte hätten möchte möchten mochte würde würden wuerde kann können konnen könnte könnten konnte
  will wollen soll sollen sollte muss müssen brauche brauchen benötige benötigen wünsche wünschen suche suchen freue freuen hoffe hoffen
  gibt geht gehen komme kommen vereinbaren machen mache lassen lasse senden schicken sende schicke zusenden zukommen erhalten bekommen
  hier anbei unten oben folgende folgend folgendes nachfolgend wie gesagt besprochen vereinbart gewünscht telefonat antwort antworten fragen
  der die das den dem des ein eine einen einem einer eines kein keine keinen und oder aber auch noch nur schon mal einmal doch so dass wenn ob als
  von vom vor bei beim mit für fuer nach zu zum zur um am an im in ins auf aus unter über ueber bis ab durch gegen ohne wegen per pro
  wann was wo wer wen welche welcher welches da dann dort sehr gern gerne lieber am liebsten bald baldmöglichst baldige baldigen schnell schnelle
  schnellstmöglich möglichst möglich moeglich zeitnah zeitnahe umgehend kurzfristig dringend dringende eilig sofort heute morgen übermorgen gestern
  montag dienstag mittwoch donnerstag freitag samstag sonntag montags dienstags mittwochs donnerstags freitags vormittag vormittags nachmittag
  nachmittags mittag mittags abends morgens früh später uhr woche wochen tag tage tagen monat monate monaten jahr jahre jahren ende anfang mitte
  januar jänner februar märz april mai juni juli august september oktober november dezember frühjahr frühling sommer herbst winter weihnachten ostern
  budget geld preis kosten euro eur chf franken tausend ca circa etwa rund ungefähr maximal max höchstens qm quadratmeter
  ja nein ok okay passt alles klar gut super
  test nix nichts weiß weiss wissen nicht egal offen unklar keine ahnung
  hello dear sir madam thanks thank you please call me back us we i my our your a an the of for to in on at by with and or is are am be would like
  could can need want get have quote offer appointment information question regards kind best request about contact phone number email soon
  bonjour merci madame monsieur buongiorno grazie devis rappeler rappelez moi nous je un une le la les
`);

/** Short, and yet a job. */
const shortJobs = /(?<!\p{L})(?:wc|bad|pv|spa)(?!\p{L})/iu;

/**
 * Does a text say what it is about? Every message of substance does: whatever is left of it beside courtesies, wishes to be
 * called, times, sums and ways to reach somebody.
 * @param names of the person and the place, which say nothing of it.
 */
export function saysWhat(text: string, names: readonly string[] = []): boolean {
  const bare = thoughtsOf(text)
    .map(withoutTimeAndSum)
    .join(' ')
    .replace(/\S*@\S+|https?:\S+|www\.\S+/gi, ' ')
    .replace(/[^\s]*\d[^\s]*/g, ' ');
  if (shortJobs.test(bare)) return true;
  const known = new Set(names.flatMap(wordsIn));
  return wordsIn(bare).some((word) => word.length >= 3 && !empty(word) && !known.has(word));
}

const wordsIn = (text: string): string[] => text.toLowerCase().split(/[^\p{L}]+/u);

function withoutTimeAndSum(thought: string): string {
  const folded = fold(thought);
  if (onlyTime.test(folded.text) || onlyFigure.test(folded.text)) return ' ';
  return [...times, sum]
    .flatMap((form) => spanOf(folded, form) ?? [])
    .reduce((rest, found) => rest.replace(found, ' '), thought);
}

// --- common ---

function firstIn(text: string, read: (thought: string) => string | undefined): string | undefined {
  return allIn(text, read)[0];
}

const allIn = (text: string, read: (thought: string) => string | undefined): string[] =>
  thoughtsOf(text).flatMap((thought) => {
    const found = read(thought)?.replace(/\s+/g, ' ').trim();
    return found ? [found.slice(0, maxValue)] : [];
  });

/** The longest place that fits, as written. */
function spanOf(folded: FoldedText, form: RegExp): string | undefined {
  const found = [...folded.text.matchAll(form)].toSorted((one, other) => other[0].length - one[0].length)[0];
  return found && writtenBetween(folded, found.index, found.index + found[0].length);
}
