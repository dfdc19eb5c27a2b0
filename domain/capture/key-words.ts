/**
 * What a message says about kind and urgency, by visible, listed words.
 *
 * A pattern is a list of words in the spelling of `plainText`; `a|b` means either, `~` up to eight words in between
 * within one sentence, `*leitung` each word that ends so; `(?!…)` alone is no word. The lead quotes what the customer wrote; the text before the
 * colon stands in where his spelling does not lead back to it.
 */

import type { Kind, Urgency } from '../lead/request-kind.ts';
import { reporting } from './another-matter.ts';
import { isBygone, isPaperOn, isTaught, withoutNames } from './bygone.ts';
import { detectors, emergencies, gas } from './emergency-words.ts';
import { isHypothetical } from './imagined.ts';
import { advices, offers, planned, projects, questions, repairs, soon } from './kind-words.ts';
import { rejoined, withoutSlips } from './misspelt-words.ts';
import { partEmergencies, partGas } from './part-words.ts';
import { plainText } from './plain-words.ts';
import { quote } from './quote.ts';
import { toldDetectors, toldEmergencies, toldGas } from './told-words.ts';
import { waterEmergencies, waterGas } from './water-words.ts';

/**
 * What undoes a word, beside a denial: `past` what is over, `imagined` what is only feared, asked about, offered or
 * prepared for, `bought` what is to be had.
 */
type Guard = 'past' | 'imagined' | 'bought';

interface KeyWord {
  readonly word: string;
  /** What it is said with: each part is a choice of words, `~` up to eight others. */
  readonly words: string;
  readonly guards: readonly Guard[];
}

/** Made when it is first needed, which for most key words is never in the life of a function, and then kept. */
function ofKeyWord<Made>(make: (words: string) => Made): (keyWord: KeyWord) => Made {
  const made = new Map<string, { readonly result: Made }>();
  return ({ words }) => {
    let known = made.get(words);
    if (!known) {
      known = { result: make(words) };
      made.set(words, known);
    }
    return known.result;
  };
}

/** `*leitung` is each word that ends so, and the word itself. */
const wholeWords = (part: string): string => part.replaceAll(/\*(?=[a-z]{3})/g, '[a-z]*');

const patternOf = ofKeyWord((words) => {
  const parts = words.split(' ').map((part) => {
    if (part === '~') return '(?:[^ ]+ ){0,8}?';
    return withoutBesides(part) === '' ? part : `(?:${wholeWords(part)}) `;
  });
  return new RegExp(` ${parts.join('')}`, 'g');
});

/**
 * The parts behind the first of which one of certain words must be there, whatever must not stand beside it. The last comes
 * first: what happens says more than where.
 */
const furtherParts = ofKeyWord((words) =>
  words
    .split(' ')
    .slice(1)
    .map((part) => withoutBesides(part).replace(/^\(\?:([a-z0-9|]+)\)$/, '$1'))
    .filter((part) => /^[a-z0-9|]+$/.test(part))
    .map((part) => part.split('|'))
    .reverse(),
);

/** Without `(?!…)`, `(?=…)` and `(?<!…)`, which hold groups of their own. */
function withoutBesides(part: string): string {
  const from = part.search(/\(\?<?[!=]/);
  if (from < 0) return part;
  let depth = 0;
  let to = from;
  do {
    if (part[to] === '(') depth += 1;
    if (part[to] === ')') depth -= 1;
    to += 1;
  } while (depth > 0 && to < part.length);
  return withoutBesides(part.slice(0, from) + part.slice(to));
}

/** Denies something itself ("kein Warmwasser"), so another denial does not undo it. */
const denies = ({ words }: KeyWord): boolean => denying.test(withoutBesides(words));
const denying =
  /\b(kein|keine|ohne|nur|nicht|no|not|pas|plus|sans|aucune?|non|senza|niente|nessuna?|manca)\b/;

/** Key words that are looked for together. */
type KeyWordList = readonly KeyWord[];

const list = (lines: string, ...guards: Guard[]): KeyWordList =>
  lines
    .trim()
    .split(/\n+/)
    .map((line) => {
      const [word = '', words = ''] = line.split(': ');
      return { word, words, guards };
    });

/** The shortest end of compound words that is listed, in letters. */
const minHead = 3;
const firstWord = /^(?:[a-z0-9]+|\*[a-z]{3,})$/;

/** "What to do about gas?" may be asked by somebody who smells it: of gas nothing counts as merely imagined. */
const keyWords = {
  gas: list(
    `${gas}
${waterGas}
${toldGas}
${partGas}`,
    'past',
  ),
  detector: list(
    `${detectors}
${toldDetectors}`,
    'past',
    'bought',
  ),
  emergency: list(
    `${emergencies}
${waterEmergencies}
${toldEmergencies}
${partEmergencies}`,
    'past',
    'imagined',
  ),
  repair: list(repairs, 'past'),
  project: list(projects),
  question: list(questions),
  offer: list(offers),
  advice: list(advices),
  planned: list(planned),
  soon: list(soon),
} as const;

/**
 * The key words of each list by the word that they begin with: most sentences hold none, and a pattern that is never looked
 * for is never compiled.
 */
const byFirstWord: ReadonlyMap<string, ReadonlyMap<KeyWordList, KeyWordList>> = (() => {
  const all = new Map<string, Map<KeyWordList, KeyWord[]>>();
  for (const keyWordList of Object.values(keyWords)) {
    for (const keyWord of keyWordList) {
      const [begins = ''] = keyWord.words.split(' ', 1);
      for (const first of withoutBesides(begins).split('|')) {
        if (!firstWord.test(first)) throw new Error(`A key word begins with a plain word: ${keyWord.words}`);
        const lists = all.get(first) ?? new Map<KeyWordList, KeyWord[]>();
        const known = lists.get(keyWordList);
        if (known) known.push(keyWord);
        else all.set(first, lists.set(keyWordList, [keyWord]));
      }
    }
  }
  return all;
})();

/** The last letters of the ends that compound words have, `*leitung`. */
const endsOfHeads: ReadonlySet<string> = new Set(
  [...byFirstWord.keys()].filter((first) => first.startsWith('*')).map((head) => head.slice(-minHead)),
);

/** Ends a clause: what is denied or past before it says nothing about what follows. */
const clauseEnd = /[,;:()–—\n]|(?<= )-(?= )/g;
const conjunction =
  /\b(und|aber|sondern|weil|denn|doch|jedoch|trotzdem|dennoch|deshalb|daher|jetzt|nun|and|but|because|so|now|et|mais|car|donc|maintenant|ma|perche|quindi|adesso)\b/g;

/** Denied: "kein akuter Notfall", "nicht wirklich ein Notfall", "weder Rohrbruch noch Wasserschaden". */
const denial = new RegExp(
  [
    '\\b(?:kein|keine|keinen|keinem|keiner|keines|keinerlei|ohne|no|without) (?:\\S+ )?$',
    '\\b(?:nicht|nie|niemals|not|never|isn t) (?:(?:ein|eine|einen|einem|um|von|wirklich|direkt|so|unbedingt|gleich|really|an?|the|akuter?|akuten) )*$',
    '\\b(?:weder|neither) (?:\\S+ ){0,4}$',
    '\\b(?:pas|sans|jamais|aucune?|plus(?= (?:de|d|du) )) (?:(?:de|d|du|des|une?|la|le|l|vraiment|tres|forcement|du tout|en|grande?) )*$',
    '\\b(?:non|nessuna?|senza) (?:(?:e|c|ci|sono|si tratta|ha|ho|abbiamo|una?|di|d|molto|particolare|affatto|l|la|il|alcuna?|stata?) )*$',
  ].join('|'),
);
/** "Ein Notfall ist es nicht." Not: "Rohrbruch, den wir nicht abdichten können." */
const denialAfter =
  /^(?:ist|war|liegt|gibt|gab|habe|haben|hatten?) (?:\S+ ){0,2}(?:nicht|nie|niemals)(?: vor)? $/;

/** "Brauche keinen Notdienst": of what is said between, only what is denied at its end denies all of it. */
const deniedWithin =
  /\b(?:nicht|kein|keine|not|pas|non|(?:nie|niemals|jamais|never)(?! (?:mehr )?so)) |\b(?:keinen|keinem|keiner|keines|keinerlei) (?:\S+ ){1,2}$/;

const article =
  '(?:(?:mal|einmal|dem|den|der|das|die|einem|einen|einer|eines|eine|ein|unserem|meinem|diesem|moeglichen|kuenftigen|weiteren|grossen|kleinen|the|our|an?|any|la|le|les|l|une?|des|d|de|du|toute?|il|lo|gli|una|di|dell|qualsiasi|ogni|eventuali) )*$';
/** "Nach einem Wasserschaden": the damage is why something is to be done, not what happens now. */
const aftermath = new RegExp(
  `\\b(?:nach|infolge|aufgrund|after|following|apres|suite a|dopo|a seguito) ${article}`,
);
const old =
  /\b(?:alte[mnrs]|ehemalige[mnrs]|letzte[mnrs]|vorige[mnrs]|vergangene[mnrs]|damalige[mnrs]|old|last) $/;
const condition = new RegExp(
  `\\b(?:falls|wenn|bei|im falle|fuer|gegen|vor|in case of|against|for|si|en cas|pour|contre|se|in caso|per|contro) ${article}`,
);
/** "Was kostet ein Rohrbruch?" */
const askedPrice =
  /^(?:\| )?(?:und )?(?:was|wieviel|wie viel|how much|combien|quanto) (?:\S+ ){0,3}?(?:kostet|kosten|wuerde|wuerden|cost|costs|would|coute|couterait|costa|costerebbe) /;
/** What is to be bought or put up, and what a thing says that sounds. */
const bought =
  /\b(?:angebot|offerte|kostenvoranschlag|kva|kosten?|kostet|preis|preise|kaufen|bestellen|liefern|brauchen?|benoetigen?|moechten?|wollen|suchen?|haben sie|haben (?:\S+ ){1,2}co (?:melder|warner)|muessen|jaehrlich|geprueft|einbauen|eingebaut|einbau|installieren|installiert|montieren|montage|anbringen|nachruesten|austauschen|tauschen|pruefen|wartung|empfehlen|empfehlung|pflicht|lohnt|verkaufen|vertreiben|vertrieb|anbieten|haendler|sortiment|install|fit|fitted|buy|sell|quote|price|cost|need|want|like|installer|poser|acheter|devis|prix|faut|obligatoire|voudrions|voudrais|installare|comprare|preventivo|prezzo|vorremmo|vorrei) /;
const sounding =
  /\b(?:piept|piepst|piepen|gepiept|hilfe|dringend|sofort|help|schlaegt|schlagen|geschlagen|schrillt|heult|pfeift|loest|ausgeloest|angegangen|angesprungen|angeschlagen|rot|geht los|ging los|going off|goes off|went off|beeping|beeps|sounding|sonne|bipe|suona|suonato|scattato) /;
/** Prevention, insurance and repair of the traces. */
const otherMatter =
  /\b(damit|vermeiden|verhindern|vorbeugen|vorzubeugen|schuetzen|schutz|vorsorge|vorsorglich|absichern|gefahr|risiko|notfallnummer|notfallkontakt|sanieren|saniert|sanierung|renovieren|renoviert|renovierung|wiederherstellung|wiederherstellen|wiederaufbau|prevent|avoid|prevention|risk|renovate|renovation|eviter|prevenir|proteger|protection|assurance|evitare|prevenire|prevenzione|protezione|assicurazione) /;
/** "Hilfe bei Rohrbruch": needed now, whatever else the sentence says. */
const needed =
  /\b(hilfe|helfen|brauche|brauchen|benoetige|benoetigen|dringend|sofort|schnell|akut|akute|akuter|akutes|help|need|urgent|urgently) /;

/** "Wasserschaden-Sensor": a thing that is sold against it, needed or not. */
const compound =
  /^(?:sensor|sensoren|melder|waechter|warner|schutz|stopp?|versicherung|versicherungen|praevention|vorsorge|system|systeme) /;

/** "Rohrbruch und Wasserschaden vorbeugen": both are prevented. */
const prevented =
  /^\| (?:und|oder|and|or|et|ou) (?:\S+ ){1,2}(?:vorbeugen|vorzubeugen|vermeiden|verhindern|absichern|prevent|avoid) /;

interface Hit {
  readonly word: string;
  /** Where in the text, in characters of the plain spelling. */
  readonly position: number;
}

interface Sentence {
  readonly said: string;
  /** As it was written. */
  readonly written: string;
  /** Those of `said`. */
  readonly words: ReadonlySet<string>;
  /** What of each list begins with one of its words. */
  readonly begun: ReadonlyMap<KeyWordList, readonly KeyWordList[]>;
}

/** "Am 3. Mai" goes on behind its point. */
const sentenceEnd =
  /(?<![.!?])(?!(?<=\d)\.\s(?:Jan|J\u00e4n|Feb|M\u00e4r|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez))[.!?]+(?=\s|$)|\n{2,}/;

/**
 * Sentences in plain spelling: a space before and after each word, ` | ` between clauses. A point within a number ends no
 * sentence.
 */
function sentences(text: string): Sentence[] {
  return text
    .split(sentenceEnd)
    .map((written) => {
      const plain = written
        .replace(clauseEnd, ' | ')
        .split('|')
        .map((clause) => withoutSlips(plainText(clause)).replace(conjunction, '| $1'))
        .filter((clause) => clause !== '')
        .join(' | ')
        .replace(/\| (?=\|)/g, '');
      return { written, plain };
    })
    .filter(({ plain }) => plain !== '')
    .map(({ written, plain }) => {
      const words = new Set(plain.split(' '));
      return { said: ` ${plain} `, written, words, begun: begunBy(words) };
    });
}

/** As far as a clause is looked at around a word, in characters: some 30 words. Texts without an end stay cheap. */
const clauseReach = 200;

/** Is what was found really said to be so, now? Looked at is the clause it begins in and the one it ends in. */
function holds(sentence: string, found: RegExpExecArray, keyWord: KeyWord): boolean {
  const { guards } = keyWord;
  const said = found[0].slice(1);
  const start = found.index + 1;
  const end = start + said.length;
  const lastLine = (text: string) => text.slice(text.lastIndexOf('|') + 1).trimStart();
  const before = lastLine(sentence.slice(Math.max(0, start - clauseReach), start));
  const follows = sentence.slice(end, end + clauseReach);
  const after = follows.split('|', 1)[0] ?? '';
  const clause = said.includes('|') ? `${lastLine(said)}${after}` : `${before}${said}${after}`;
  if (!denies(keyWord) && (denial.test(before) || denialAfter.test(after) || deniedWithin.test(said))) {
    return false;
  }
  if (isTaught(before, follows)) return false;
  if (guards.includes('past') && isBygone({ before, said, after, clause, follows })) return false;
  if (guards.includes('bought') && bought.test(sentence.slice(0, end) + after) && !sounding.test(sentence))
    return false;
  if (guards.includes('imagined') && (compound.test(follows) || prevented.test(follows))) return false;
  if (guards.includes('imagined') && isPaperOn(before)) return false;
  if (guards.includes('imagined') && isHypothetical(sentence, start, end)) return false;
  if (!guards.includes('imagined') || needed.test(`${before}${clause}`)) return true;
  return (
    ![aftermath, old, condition].some((guard) => guard.test(before)) &&
    ![otherMatter, askedPrice].some((guard) => guard.test(clause))
  );
}

/** Looks each word up once for all lists: most begin nothing. */
function begunBy(words: ReadonlySet<string>): Sentence['begun'] {
  const begun = new Map<KeyWordList, KeyWordList[]>();
  const add = (keyWordList: KeyWordList, found: KeyWordList) => {
    const known = begun.get(keyWordList);
    if (known) known.push(found);
    else begun.set(keyWordList, [found]);
  };
  for (const word of words) {
    const whole = byFirstWord.get(word);
    if (whole) for (const [keyWordList, found] of whole) add(keyWordList, found);
    if (!endsOfHeads.has(word.slice(-minHead))) continue;
    // Of "heizungsrohrleitung" the longest end that a list has.
    const lists = new Set<KeyWordList>();
    for (let from = 0; from <= word.length - minHead; from += 1) {
      for (const [keyWordList, found] of byFirstWord.get(`*${word.slice(from)}`) ?? []) {
        if (!lists.has(keyWordList)) add(keyWordList, found);
        lists.add(keyWordList);
      }
    }
  }
  return begun;
}

/** Is there, beside the word that it begins with, one for each further part? That is far cheaper to see than its pattern. */
const mayHold = (words: ReadonlySet<string>, keyWord: KeyWord): boolean =>
  furtherParts(keyWord).every((part) => part.some((word) => words.has(word)));

const none: readonly KeyWordList[] = [];

/** Where a key word is said and not denied, past or imagined, for the first time. */
function firstIn(said: string, keyWord: KeyWord): RegExpExecArray | undefined {
  for (const found of said.matchAll(patternOf(keyWord))) if (holds(said, found, keyWord)) return found;
  return undefined;
}

/** The first listed word of which that is so. */
function firstHit(text: readonly Sentence[], keyWordList: KeyWordList): Hit | undefined {
  let offset = 0;
  for (const { said, written, words, begun } of text) {
    let first: { readonly word: string; readonly found: RegExpExecArray } | undefined;
    for (const begunByOne of begun.get(keyWordList) ?? none) {
      for (const keyWord of begunByOne) {
        const found = mayHold(words, keyWord) && firstIn(said, keyWord);
        if (found && (!first || found.index < first.found.index)) first = { word: keyWord.word, found };
      }
    }
    if (first) {
      const { word, found } = first;
      const quoted = quote(written, said.slice(0, found.index), found[0]);
      return { word: quoted ?? word, position: offset + found.index };
    }
    offset += said.length;
  }
  return undefined;
}

/** As above, where it is reported. Only of what is said it has to be asked whether it is reported. */
function firstReported(text: readonly Sentence[], keyWordList: KeyWordList, gas: boolean): Hit | undefined {
  const hit = firstHit(text, keyWordList);
  return hit && firstHit(reporting(text, gas), keyWordList);
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
  const text = sentences(withoutNames(rejoined(message)));
  const gasHit = firstReported(text, keyWords.gas, true) ?? firstReported(text, keyWords.detector, true);
  const emergency = gasHit ?? firstReported(text, keyWords.emergency, false);
  const kind = emergency ? { kind: 'repair' as const, word: emergency.word } : findKind(text);
  const urgency = emergency ? { urgency: 'now' as const, word: emergency.word } : findUrgency(text);
  return {
    gas: gasHit !== undefined,
    ...(kind && { kind: kind.kind, kindWord: kind.word }),
    ...(urgency && { urgency: urgency.urgency, urgencyWord: urgency.word }),
  };
}

/** Repair or project, whichever is named first; advice only if neither is. */
function findKind(text: readonly Sentence[]): { kind: Kind; word: string } | undefined {
  const repair = firstHit(text, keyWords.repair);
  const project = firstHit(text, keyWords.project);
  if (repair && (!project || repair.position <= project.position)) {
    return { kind: 'repair', word: repair.word };
  }
  const question = firstHit(text, keyWords.question);
  const isAsked = question && (!project || question.position <= project.position);
  if (isAsked && !firstHit(text, keyWords.offer)) return { kind: 'advice', word: question.word };
  if (project) return { kind: 'project', word: project.word };
  const advice = firstHit(text, keyWords.advice);
  return advice && { kind: 'advice', word: advice.word };
}

function findUrgency(text: readonly Sentence[]): { urgency: Urgency; word: string } | undefined {
  const time = firstHit(text, keyWords.planned);
  if (time) return { urgency: 'planned', word: time.word };
  const hurry = firstHit(text, keyWords.soon);
  return hurry && { urgency: 'soon', word: hurry.word };
}

/** Does any of it tell what is wrong, rather than apply for work, advertise or teach? */
export const mayReport = (message: string): boolean =>
  reporting(sentences(rejoined(message)), false).length > 0;
