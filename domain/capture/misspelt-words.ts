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
  gasgeruch: ['gasgeruh', 'gasgerruch', 'gasgeruck', 'gasgruch', 'gas geruch'],
  heizungsausfall: ['heizungausfall', 'heizungsausfal', 'heizungs ausfall'],
  ueberschwemmung: ['uberschwemmung', 'ueberschwemung', 'uberschwemung'],
  warmwasser: ['warmwaser', 'warm wasser'],
  wasser: ['waser', 'wossa', 'wassa', 'wossr'],
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
  riecht: ['schmoeckt', 'schmoeckts', 'riacht'],
  heizung: ['hoazung', 'heizig'],
  ist: ['isch'],
  steht: ['stoht'],
  kommt: ['chunnt', 'kimmt', 'kummt'],
  drueckt: ['drueckts'],
  hoch: ['ufe', 'auffa', 'aufi'],
  durch: ['dur'],
  raus: ['aussa', 'ausse'],
  voll: ['voi'],
  decke: ['deckn', 'decki'],
  rohrbruch: ['rohrgebrechen', 'wasserrohrgebrechen'],
};
const meant = new Map(
  [...Object.entries(slips), ...Object.entries(dialect)].flatMap(([word, written]) =>
    written.map((slip) => [slip, word] as const),
  ),
);
const slip = new RegExp(`(?<![a-z0-9])(?:${[...meant.keys()].join('|')})(?![a-z0-9])`, 'g');

/** @param plain in plain spelling. */
export function withoutSlips(plain: string): string {
  return plain.replace(slip, (written) => meant.get(written) ?? written);
}
