/** The commonest ways in which the strongest words come misspelt, broken or spread, put right before they are read. */

/** Soft hyphens and characters without width, which programs and copied texts leave within words. */
const invisible = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
/** "Wasser-\nschaden": one word over two lines. What goes on with a capital keeps its hyphen. */
const brokenWord = /(?<=\p{L})-[ \t\r]{0,4}\n[ \t>]{0,8}(?=\p{Ll})/gu;
const brokenCompound = /(?<=\p{L})-[ \t\r]{0,4}\n[ \t>]{0,8}(?=\p{Lu})/gu;
/** "R O H R B R U C H". Two spaces stand between words that are spread so. */
const spreadWord = /(?<![\p{L}\p{N}])\p{Lu}(?:[ \u00a0.-]\p{Lu}){2,40}(?![\p{L}\p{N}])/gu;

/** The text with each of its words in one piece. */
export function rejoined(text: string): string {
  return text
    .replace(invisible, '')
    .replace(brokenWord, '')
    .replace(brokenCompound, '-')
    .replace(spreadWord, (letters) => letters.replace(/[ \u00a0.-]/g, ''));
}

/** In plain spelling: the word that is meant, and how it is written instead. */
const slips: Readonly<Record<string, readonly string[]>> = {
  rohrbruch: [
    'rohrbuch',
    'rorbruch',
    'rohbruch',
    'rohrburch',
    'rohrbrch',
    'rohrbruh',
    'rohrbruck',
    'rohrbrcuh',
    'rohr bruch',
    'wasserohrbruch',
    'waserrohrbruch',
    'waserohrbruch',
    'wasserrohbruch',
    'wasserrorbruch',
    'wasserohbruch',
    'wasserrohrbuch',
    'wasser rohrbruch',
  ],
  wasserschaden: ['waserschaden', 'wasserschade', 'wasserschden', 'wassershaden', 'wasser schaden'],
  gasgeruch: [
    'gasgeruh',
    'gasgerruch',
    'gasgeruck',
    'gasgruch',
    'gas geruch',
    'gasgestank',
    'gasmief',
    'erdgasgeruch',
    'propangeruch',
  ],
  heizungsausfall: ['heizungausfall', 'heizungsausfal', 'heizungs ausfall'],
  ueberschwemmung: ['uberschwemmung', 'ueberschwemung', 'uberschwemung'],
  warmwasser: ['warmwaser', 'warm wasser'],
  wasser: ['wassr', 'wsser', 'wasse', 'wassar', 'waser', 'wossa', 'wassa', 'wossr'],
  laeuft: ['leuft', 'lauft', 'laaft', 'lafft', 'louft', 'laueft', 'leift'],
  heizung: ['heitzung', 'haizung', 'heizug', 'heizunng'],
  ausgefallen: ['ausgefalen', 'ausgfallen', 'ausgefallne', 'usgfalle', 'ausgfoin', 'ausgfalln'],
  geplatzt: ['geplazt', 'geplatz', 'geblatzt'],
  gebrochen: ['gebrochn', 'gebroche', 'gebrohen', 'gebrocen'],
  gerissen: ['gerissn', 'gerisen', 'grissen'],
  notfall: ['notfal', 'notffall'],
  keller: ['kellar', 'chaeller', 'cheller'],
};
/** As people in Bavaria, Austria and Switzerland write who write as they speak; the Austrian word for a burst pipe. */
const dialect: Readonly<Record<string, readonly string[]>> = {
  nicht: ['net', 'ned', 'nid', 'noed', 'nit'],
  kein: ['koa', 'koan', 'koane', 'kei'],
  'nicht mehr': ['nimma', 'nimmer', 'nuemme', 'nuemm'],
  heizung: ['hoazung', 'heizig', 'heitzig'],
  ist: ['isch'],
  steht: ['stoht'],
  drueckt: ['drueckts'],
  hoch: ['obsi', 'ufe', 'auffa', 'aufi'],
  durch: ['dur', 'durchn'],
  raus: ['aussa', 'ausse', 'usse', 'use'],
  voll: ['voi'],
  decke: ['deckn', 'decki'],
  rohrbruch: ['rohrgebrechen', 'wasserrohrgebrechen'],
  runter: ['owa', 'oba', 'abe', 'aba', 'obi', 'abi', 'runna'],
  schnell: ['schnoe', 'schnoi'],
  haben: ['hend', 'haend', 'hobn', 'hamma'],
  kaputt: ['kabutt', 'kaput', 'hinig'],
  kommt: ['chunnt', 'kimmt', 'kummt', 'kommts', 'kimmts'],
  laeuft: ['laeufts', 'lauft', 'laufts'],
  tropft: ['tropfts'],
  rinnt: ['rinnts'],
  spritzt: ['spritzts', 'schbritzt', 'sprizt', 'spritz'],
  schiesst: ['schiessts', 'schiest', 'schist'],
  geht: ['gaht', 'goht', 'gehd'],
  hat: ['haet', 'hed'],
  kalt: ['chalt', 'koid', 'koit'],
  kommen: ['komen', 'choo', 'kemman'],
  ueberall: ['ueberal', 'iberall', 'ueberoi'],
  kueche: ['kuche', 'chuchi', 'kuchl', 'kuechn'],
  'aus dem': ['us em', 'ausm', 'ausn', 'aussm'],
  wohnung: ['wohnig', 'wonung', 'wohnug'],
  riecht: ['schmoeckt', 'schmoeckts', 'riacht', 'riechts', 'riachts'],
  stinkt: ['stinkts'],
  zischt: ['zischts'],
  brennt: ['brennts'],
  qualmt: ['qualmts'],
  raucht: ['rauchts'],
};
const meant = new Map(
  [...Object.entries(slips), ...Object.entries(dialect)].flatMap(([word, written]) =>
    written.map((slip) => [slip, word] as const),
  ),
);
/** The first words of what is written as two. */
const firstOfTwo: ReadonlySet<string> = new Set(
  [...meant.keys()].filter((written) => written.includes(' ')).map((written) => written.split(' ')[0] ?? ''),
);

/** So long and so strange that nobody who writes nearly so means anything else. */
const unmistakable = [
  'rohrbruch',
  'wasserrohrbruch',
  'wasserschaden',
  'wassereinbruch',
  'gasgeruch',
  'gasaustritt',
  'ueberschwemmung',
  'ueberschwemmt',
  'ueberflutung',
  'ueberflutet',
  'heizungsausfall',
  'stromausfall',
  'kurzschluss',
  'brandgeruch',
  'kohlenmonoxid',
  'hochwasser',
  'warmwasser',
];
/** What is drawn out: "Hiiilfe", "WASSSER". */
const cried = [
  ...unmistakable,
  ...'hilfe wasser gas keller heizung decke laeuft brennt notfall notdienst schnell wohnung rohr baby kalt ueberall bitte sofort raus riecht stinkt spritzt alles geplatzt kaputt klo toilette brand feuer'.split(
    ' ',
  ),
];
const squeezed = (word: string): string => word.replace(/(.)\1+/g, '$1');
const criedBySound = new Map(cried.map((word) => [squeezed(word), word]));
const isUnmistakable: ReadonlySet<string> = new Set(unmistakable);
const drawnOut = /([a-z])\1\1/;
const longWord = { least: 8, most: 20 } as const;

/** Is one letter too many, missing, wrong, or two in the wrong order? */
function isNearly(word: string, other: string): boolean {
  if (Math.abs(word.length - other.length) > 1) return false;
  if (word[0] !== other[0] && word.at(-1) !== other.at(-1)) return false;
  const shorter = word.length < other.length ? word : other;
  const longer = shorter === word ? other : word;
  let from = 0;
  while (from < shorter.length && shorter[from] === longer[from]) from += 1;
  if (shorter.length < longer.length) return longer.endsWith(shorter.slice(from));
  if (longer.endsWith(shorter.slice(from + 1))) return true;
  const areSwapped = shorter[from] === longer[from + 1] && shorter[from + 1] === longer[from];
  return areSwapped && longer.endsWith(shorter.slice(from + 2));
}

function withoutSlip(written: string): string {
  if (isUnmistakable.has(written)) return written;
  const isDrawnOut = drawnOut.test(written);
  const said = criedBySound.get(squeezed(written));
  if (said !== undefined && (isDrawnOut || isUnmistakable.has(said))) return said;
  const near =
    written.length < longWord.least ? undefined : unmistakable.find((one) => isNearly(written, one));
  return near ?? (isDrawnOut ? written.replace(/([a-z])\1{2,}/g, '$1$1') : written);
}

/** "89jaehrig", "12grad": two words. */
const figureAndUnit = /^(\d{1,3})(?=jaehrig|grad|cm|liter|ppm)/;

function meantBy(written: string, isAnyDrawnOut: boolean): string {
  const known = meant.get(written);
  if (known !== undefined) return known;
  const word = written.startsWith('uber') ? `ueber${written.slice('uber'.length)}` : written;
  if (/^\d/.test(word)) return word.replace(figureAndUnit, '$1 ');
  const isLong = word.length >= longWord.least && word.length <= longWord.most;
  return isLong || isAnyDrawnOut ? withoutSlip(word) : word;
}

/** @returns the words that two are meant to be, in plain spelling. */
export const meantByBoth = (first: string, second: string): string | undefined =>
  firstOfTwo.has(first) ? meant.get(`${first} ${second}`) : undefined;

/** @param plain in plain spelling. */
export function withoutSlips(plain: string): string {
  const words = plain.split(' ');
  const isAnyDrawnOut = drawnOut.test(plain);
  const read: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const both = meantByBoth(word, words[at + 1] ?? '');
    if (both !== undefined) at += 1;
    read.push(both ?? meantBy(word, isAnyDrawnOut));
  }
  return read.join(' ');
}
