/**
 * What a message says about kind and urgency, by visible, listed words.
 *
 * A pattern is a list of words in the spelling of `plainWords`; `a|b` means either, `~` up to eight words in between
 * within one sentence. The text before the colon is what the lead shows as the word that decided.
 */

import type { Kind, Urgency } from '../lead/request-kind.ts';
import { plainWords } from './field-names.ts';

/** Danger to life: the answer carries the safety sentence. */
const gas = `
Gasgeruch: gasgeruch
Gasgeruch: riecht|rieche|riechen|riechts|stinkt ~ gas
Gasgeruch: gas ~ riecht|rieche|riechen|stinkt|gerochen
Gasleck: gasleck|gasaustritt|gasalarm
Gasleck: gas tritt|stroemt|austritt
Gasleck: gas ~ ausgetreten|ausgestroemt
Kohlenmonoxid: kohlenmonoxid|kohlenmonoxyd
CO-Melder: co melder|alarm|warner
gas smell: gas smell|odour|odor|leak
gas smell: smell|smells|smelling|smelled|smelt ~ gas
carbon monoxide: carbon monoxide`;

/** Cannot wait for tomorrow. */
const emergencies = `
Rohrbruch: rohrbruch|rohrbruchs|rohrbrueche|wasserrohrbruch|wasserrohrbruchs|leitungsbruch|heizungsrohrbruch
Rohrbruch: rohr|wasserrohr|leitung|wasserleitung|schlauch ~ geplatzt|gebrochen|gerissen|abgerissen
Rohrbruch: geplatztes|gebrochenes|geplatzte|gebrochene|geplatzter rohr|wasserrohr|leitung|wasserleitung|schlauch
Wasserschaden: wasserschaden|wasserschadens|wasserschaeden
Wasser läuft: wasser laeuft|fliesst|stroemt|spritzt|tropft|kommt|dringt|tritt|rinnt ~ decke|wand|waende|waenden|keller|wohnung|steckdose|lampe|schaltkasten
Wasser läuft: laeuft|fliesst|stroemt|spritzt|tropft|kommt|dringt|tritt|rinnt ~ wasser ~ decke|wand|waende|waenden|keller|wohnung|steckdose|lampe|schaltkasten
Wasser läuft: wasser laeuft|fliesst|stroemt|spritzt|schiesst ~ aus ~ rohr|leitung|heizung|therme|boiler|speicher|spuelmaschine|waschmaschine
Wasser läuft: laeuft|fliesst|stroemt|spritzt|schiesst ~ wasser ~ aus ~ rohr|leitung|heizung|therme|boiler|speicher|spuelmaschine|waschmaschine
Wasser läuft: aus|durch|von ~ decke|wand|steckdose|lampe|therme|boiler|heizung|speicher|rohr ~ tropft|laeuft|rinnt|fliesst|spritzt|stroemt|kommt wasser
Wasser läuft: wasser ~ ausgelaufen|ausgetreten|eingedrungen
Wasser kommt durch die Decke: tropft|laeuft|rinnt|suppt ~ durch|aus|von ~ decke
unter Wasser: keller|wohnung|bad|badezimmer|kueche|haus|heizungskeller|heizraum ~ unter wasser
unter Wasser: unter wasser ~ keller|wohnung|bad|kueche
Wasser im Keller: wasser steht|stehen|steigt ~ keller|wohnung|bad|kueche|flur
Wasser im Keller: steht ~ wasser ~ keller|wohnung|bad|kueche|flur
Wasser im Keller: keller|wohnung|kueche|flur steht ~ wasser
Überschwemmung: ueberschwemmung|ueberschwemmt|ueberflutet|ueberflutung
läuft über: verstopft|verstopfung|toilette|wc|klo|abfluss|gully ~ laeuft ueber
läuft über: verstopft|verstopfung|toilette|wc|klo|abfluss|gully ~ uebergelaufen|ueberlaeuft
Rückstau: rueckstau
kein Warmwasser: kein|keine|keinerlei warmwasser
kein Warmwasser: kein|keinerlei warmes|heisses wasser
kein Warmwasser: ohne warmwasser
kein Warmwasser: nur kaltes|eiskaltes wasser
kein Warmwasser: warmwasser ~ ausgefallen
kein Warmwasser: warmwasser faellt ~ aus
kein Warmwasser: warmwasser geht|funktioniert|laeuft ~ nicht
kein Wasser: kein wasser
ohne Heizung: sind|sitzen|stehen|bin|sitze|seit ~ ohne heizung|strom|wasser
Heizung ausgefallen: heizung|heizungsanlage|therme|gastherme|heizkessel|kessel|brenner|waermepumpe|boiler|gasheizung|oelheizung|fernwaerme ~ ausgefallen
Heizung ausgefallen: ausgefallene|ausgefallener|ausgefallenen heizung|heizungsanlage|therme|waermepumpe
Heizung ausgefallen: heizung|heizungsanlage|therme|gastherme|waermepumpe|gasheizung|oelheizung faellt ~ aus
Heizung ausgefallen: faellt ~ heizung|therme|waermepumpe ~ aus
Heizung ausgefallen: heizungsausfall
Heizung ausgefallen: ausfall der|unserer heizung
Heizung geht nicht: heizung|heizungsanlage|therme|gastherme|waermepumpe|gasheizung|oelheizung geht|funktioniert|laeuft|startet|heizt|springt|wird ~ nicht(?!.(richtig|rund|optimal|gut|effizient|sauber|gleichmaessig|leise))
Heizung geht nicht: geht|funktioniert|laeuft|startet|springt ~ heizung|therme|waermepumpe ~ nicht(?!.(richtig|rund|optimal|gut|effizient|sauber|gleichmaessig|leise))
Heizung geht nicht: seit ~ keine heizung
Heizung geht nicht: keine heizung mehr
Heizung geht nicht: keine heizung ~ warmwasser|wasser
Heizung geht nicht: heizung|heizungen|wohnung ist|sind|bleibt|bleiben|wird ~ kalt|eiskalt
Stromausfall: stromausfall|kurzschluss
Stromausfall: kein|keinen strom
Stromausfall: strom ~ ausgefallen
Brandgeruch: brandgeruch|schmorgeruch|stromschlag
Brandgeruch: riecht|stinkt ~ verbrannt|verschmort|verkohlt|angebrannt
Brandgeruch: kabel|steckdose|sicherungskasten|verteiler ~ schmort|brennt|raucht|qualmt
Funken: spruehen|sprueht funken
Funken: funken ~ steckdose|kabel|schalter|sicherungskasten
Notfall: (?<!im.)notfall|notlage|noteinsatz|soforteinsatz|soforthilfe
Notdienst: brauche|brauchen|benoetige|benoetigen|schicken ~ notdienst
burst pipe: burst pipe|pipes
burst pipe: pipe|pipes ~ burst
flooding: flooded|flooding|flood
water coming through: water ~ coming|pouring|dripping|running|leaking|comes|runs|drips ~ ceiling|wall|walls|floor
water coming through: ceiling ~ leaking|dripping|leaks|drips
no hot water: no hot|warm water
no hot water: hot water ~ stopped|gone
no heating: no heating|heat
heating failed: heating|boiler|heater|furnace ~ broken|failed|stopped|down|died
heating failed: heating|boiler|heater|furnace ~ not|t working|work|works
power outage: no power|electricity
power outage: power outage|cut
burning smell: burning smell
burning smell: smell|smells burnt|burning
emergency: emergency`;

/** Something is broken; not every drop is an emergency. */
const repairs = `
Reparatur: reparatur|reparaturen|reparieren|repair|repairs|repairing|fix|fixing
Reparatur: repariert werden
defekt: defekt|defekte|defekter|defektes|defekten|kaputt|kaputte|kaputter|kaputtes|kaputten|broken|faulty
tropft: tropft|tropfender|tropfende|tropfendes|tropfenden|dripping|drips
undicht: undicht|undichte|undichter|undichtes|undichten|leck|leckt|leckage|leak|leaks|leaking
verstopft: verstopft|verstopfte|verstopfter|verstopftes|verstopften|verstopfung|blocked|clogged
Störung: stoerung|stoerungen|stoerungsmeldung|fehlermeldung|fehlercode|malfunction
funktioniert nicht: funktioniert|geht|laeuft|heizt ~ nicht
funktioniert nicht: funktionieren|gehen|laufen ~ nicht mehr
funktioniert nicht: not|t working|work
ausgefallen: ausgefallen
ausgefallen: faellt ~ aus
verliert Wasser: verliert ~ wasser
Sicherung: sicherung|sicherungen fliegt|fliegen|springt
Wartung: wartung|heizungswartung|inspektion
Wartung: warten lassen`;

const projects = `
neues Bad: neues|neue|neuen|new bad|badezimmer|dusche|waschbecken|toilette|wc|wanne|badewanne|bathroom|shower
neue Heizung: neue|neuen|new heizung|heizungsanlage|therme|gastherme|heating|boiler
neue Küche: neue|neuen|new kueche|kitchen
neue Elektrik: neue|neuen elektrik|elektroinstallation|leitungen
Badsanierung: badsanierung|badrenovierung|badumbau|badmodernisierung|badplanung|komplettbad
Sanierung: sanierung|sanieren|saniert|komplettsanierung|altbausanierung|heizungssanierung|strangsanierung
Renovierung: renovierung|renovieren|renoviert|renovation|renovate|renovating|refurbish|refurbishment
Umbau: umbau|umbauen|umgebaut|ausbau|ausbauen|dachausbau|anbau|remodel|remodelling|remodeling
Modernisierung: modernisierung|modernisieren|modernisiert|heizungsmodernisierung
Erneuerung: erneuerung|erneuern|erneuert
Austausch: austausch|austauschen|ausgetauscht|heizungstausch|kesseltausch|ersetzen|ersetzt|replace|replacing|replacement|replaced
Neubau: neubau|hausbau
Einbau: einbau|einbauen|nachruesten|nachruestung|verlegen|install|installing|installed
Installation: installieren|installiert|neuinstallation|montage|montieren|anschliessen
Wärmepumpe: waermepumpe|waermepumpen
Wärmepumpe: heat pump
Photovoltaik: photovoltaik|photovoltaikanlage|solaranlage|solarthermie
Photovoltaik: solar panels
Wallbox: wallbox|ladestation
Fußbodenheizung: fussbodenheizung
Fußbodenheizung: underfloor heating
bodengleiche Dusche: bodengleiche|bodengleichen|bodengleicher|begehbare|begehbaren dusche
barrierefrei: barrierefrei|barrierefreie|barrierefreies|barrierefreien|altersgerecht|altersgerechtes
Dusche statt Wanne: dusche statt|anstatt ~ wanne|badewanne
Angebot: angebot|kostenvoranschlag|offerte|quote|quotation|estimate`;

const advices = `
Beratung: beratung|beratungstermin|beraten|beratungsgespraech|advice|consultation
Frage: frage|fragen|wissen|auskunft|information|informationen|infos|question|questions|wondering
Kosten: kostet|kosten
Kosten: how much`;

/** Should be soon, though not at once. */
const soon = `
dringend: dringend|dringende|dringender|dringendes|dringlich|eilig|eilt(?!.nicht)|urgent|urgently
schnell: so schnell wie|es moeglich
schnell: schnellstmoeglich|schnellstens|bald|rasch|schnell|zeitnah|baldmoeglichst|umgehend|unverzueglich|sofort
schnell: asap|quickly|immediately
schnell: as soon as`;

/** There is time. */
const planned = `
hat Zeit: hat|haben ~ zeit
keine Eile: keine eile
nicht dringend: nicht ~ dringend|eilig
eilt nicht: eilt ~ nicht
nächstes Jahr: naechstes|naechsten|kommendes|kommenden jahr|jahres
irgendwann: irgendwann
no rush: no|not ~ rush|hurry|urgent
next year: next year`;

/** What undoes a word, beside a denial: `past` what is over, `imagined` what is only feared, offered or prepared for. */
type Guard = 'past' | 'imagined';

interface KeyWord {
  readonly word: string;
  readonly pattern: RegExp;
  /** Denies something itself ("kein Warmwasser"), so another denial does not undo it. */
  readonly denies: boolean;
  readonly guards: readonly Guard[];
}

function list(lines: string, ...guards: Guard[]): readonly KeyWord[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [word = '', words = ''] = line.split(': ');
      const parts = words.split(' ').map((part) => (part === '~' ? '(?:[^ ]+ ){0,8}?' : `(?:${part}) `));
      return {
        word,
        pattern: new RegExp(` ${parts.join('')}`, 'g'),
        denies: /\b(kein|keine|ohne|nur|nicht|no|not)\b/.test(words.replace(/\(\?!.*?\)+/g, '')),
        guards,
      };
    });
}

/** "What to do about gas?" may be asked by somebody who smells it: of gas nothing counts as merely imagined. */
const keyWords = {
  gas: list(gas, 'past'),
  emergency: list(emergencies, 'past', 'imagined'),
  repair: list(repairs, 'past'),
  project: list(projects),
  advice: list(advices),
  planned: list(planned),
  soon: list(soon),
} as const;

/** Ends a clause: what is denied or past before it says nothing about what follows. */
const clauseEnd = /[,;:()–—\n]|(?<= )-(?= )/g;
const conjunction =
  /\b(und|aber|sondern|weil|denn|doch|jedoch|trotzdem|dennoch|deshalb|daher|jetzt|nun|and|but|because|so|now)\b/g;

/** Denied: "kein akuter Notfall", "nicht wirklich ein Notfall", "weder Rohrbruch noch Wasserschaden". */
const denial = new RegExp(
  [
    '\\b(?:kein|keine|keinen|keinem|keiner|keines|keinerlei|ohne|no|without) (?:\\S+ )?$',
    '\\b(?:nicht|nie|niemals|not|never|isn t) (?:(?:ein|eine|einen|einem|um|von|wirklich|direkt|so|unbedingt|gleich|really|an?|the|akuter?|akuten) )*$',
    '\\b(?:weder|neither) (?:\\S+ ){0,4}$',
  ].join('|'),
);
/** "Ein Notfall ist es nicht." Not: "Rohrbruch, den wir nicht abdichten können." */
const denialAfter = /^(?:ist|war|liegt|gibt|habe|haben) (?:\S+ ){0,2}nicht(?: vor)? $/;

/** Long ago or over. Hours, days and weeks are not here: "vor einer Woche ausgefallen" still is. */
const past =
  /\b(vor (?:\S+ ){0,2}(?:jahr|jahren|monaten)|(?:letzte[mns]|vorletzte[mns]|vorige[mns]|vergangene[mns]) (?:jahr|jahres|winter|sommer|herbst|fruehjahr|fruehling|monat)|damals|fruehere?[nrs]?|ehemalige[nrs]?|(?:years?|months?) ago|last (?:year|winter|summer|autumn|spring|month)|previous) /;
/** What must be, or should be, repaired is not over. */
const over =
  /(?<!\b(?:be|get) )\b(repariert|behoben|beseitigt|erledigt|geloest|repaired|fixed|resolved|solved) (?!werden|wird|bekommen)/;

const article =
  '(?:(?:dem|den|der|das|die|einem|einen|einer|eines|eine|ein|unserem|meinem|diesem|moeglichen|kuenftigen|weiteren|grossen|kleinen|the|our|an?|any) )*$';
/** "Nach einem Wasserschaden": the damage is why something is to be done, not what happens now. */
const aftermath = new RegExp(`\\b(?:nach|infolge|aufgrund|after|following) ${article}`);
const old = /\b(?:alte[mnrs]|ehemalige[mnrs]|old) $/;
const condition = new RegExp(
  `\\b(?:falls|wenn|bei|im falle|fuer|gegen|vor|in case of|against|for) ${article}`,
);
/** Prevention, insurance and repair of the traces. */
const otherMatter =
  /\b(damit|vermeiden|verhindern|vorbeugen|vorzubeugen|schuetzen|schutz|vorsorge|vorsorglich|absichern|gefahr|risiko|notfallnummer|notfallkontakt|sanieren|saniert|sanierung|renovieren|renoviert|renovierung|prevent|avoid|prevention|risk|renovate|renovation) /;
/** "Hilfe bei Rohrbruch": needed now, whatever else the sentence says. */
const needed =
  /\b(hilfe|helfen|brauche|brauchen|benoetige|benoetigen|dringend|sofort|schnell|akut|akute|akuter|akutes|help|need|urgent|urgently) /;

interface Hit {
  readonly word: string;
  /** Where in the text, in characters of the plain spelling. */
  readonly position: number;
}

/**
 * Sentences in plain spelling: a space before and after each word, ` | ` between clauses. A point within a number ends no
 * sentence.
 */
function sentences(text: string): string[] {
  return text
    .split(/[.!?]+(?=\s|$)|\n{2,}/)
    .map((sentence) =>
      sentence
        .replace(clauseEnd, ' | ')
        .split('|')
        .map((clause) => plainWords(clause).replace(conjunction, '| $1'))
        .filter((clause) => clause !== '')
        .join(' | ')
        .replace(/\| (?=\|)/g, ''),
    )
    .filter((sentence) => sentence !== '')
    .map((sentence) => ` ${sentence} `);
}

/** As far as a clause is looked at around a word, in characters: some 30 words. Texts without an end stay cheap. */
const clauseReach = 200;

/** Is what was found really said to be so, now? Looked at is the clause it begins in and the one it ends in. */
function holds(sentence: string, found: RegExpExecArray, { denies, guards }: KeyWord): boolean {
  const said = found[0].slice(1);
  const start = found.index + 1;
  const end = start + said.length;
  const lastLine = (text: string) => text.slice(text.lastIndexOf('|') + 1).trimStart();
  const before = lastLine(sentence.slice(Math.max(0, start - clauseReach), start));
  const after = sentence.slice(end, end + clauseReach).split('|', 1)[0] ?? '';
  const clause = said.includes('|') ? `${lastLine(said)}${after}` : `${before}${said}${after}`;
  if (!denies && (denial.test(before) || denialAfter.test(after) || /\b(nicht|kein|keine|not) /.test(said))) {
    return false;
  }
  if (guards.includes('past') && (past.test(clause) || over.test(clause))) return false;
  if (!guards.includes('imagined') || needed.test(`${before}${clause}`)) return true;
  return ![aftermath, old, condition].some((guard) => guard.test(before)) && !otherMatter.test(clause);
}

/** The first listed word that is said and not denied, past or imagined. */
function firstHit(text: readonly string[], keyWords: readonly KeyWord[]): Hit | undefined {
  let offset = 0;
  for (const sentence of text) {
    const hits = keyWords.flatMap((keyWord) => {
      const matches = [...sentence.matchAll(keyWord.pattern)];
      const found = matches.find((match) => holds(sentence, match, keyWord));
      return found ? [{ word: keyWord.word, position: offset + found.index }] : [];
    });
    const first = hits.sort((one, other) => one.position - other.position)[0];
    if (first) return first;
    offset += sentence.length;
  }
  return undefined;
}

export interface Reading {
  readonly kind?: Kind | undefined;
  readonly kindWord?: string | undefined;
  readonly urgency?: Urgency | undefined;
  readonly urgencyWord?: string | undefined;
  readonly gas: boolean;
}

/**
 * Reads kind and urgency out of what somebody wrote. What is denied ("kein Notfall"), long past, imagined ("im Falle
 * eines Rohrbruchs") or only the reason for a project ("nach einem Wasserschaden") does not count.
 */
export function readMessage(message: string): Reading {
  const text = sentences(message);
  const gasHit = firstHit(text, keyWords.gas);
  const emergency = gasHit ?? firstHit(text, keyWords.emergency);
  const kind = emergency ? { kind: 'repair' as const, word: emergency.word } : findKind(text);
  const urgency = emergency ? { urgency: 'now' as const, word: emergency.word } : findUrgency(text);
  return {
    gas: gasHit !== undefined,
    ...(kind && { kind: kind.kind, kindWord: kind.word }),
    ...(urgency && { urgency: urgency.urgency, urgencyWord: urgency.word }),
  };
}

/** Repair or project, whichever is named first; advice only if neither is. */
function findKind(text: readonly string[]): { kind: Kind; word: string } | undefined {
  const repair = firstHit(text, keyWords.repair);
  const project = firstHit(text, keyWords.project);
  if (repair && (!project || repair.position <= project.position)) {
    return { kind: 'repair', word: repair.word };
  }
  if (project) return { kind: 'project', word: project.word };
  const advice = firstHit(text, keyWords.advice);
  return advice && { kind: 'advice', word: advice.word };
}

function findUrgency(text: readonly string[]): { urgency: Urgency; word: string } | undefined {
  const time = firstHit(text, keyWords.planned);
  if (time) return { urgency: 'planned', word: time.word };
  const hurry = firstHit(text, keyWords.soon);
  return hurry && { urgency: 'soon', word: hurry.word };
}
