/** How somebody says that nobody took his call, in the spelling of `fold`. */

const nobody = '(?:keiner|niemand(?:en)?|nicht)';
const machine =
  '(?:mailbox|voice ?mail|anrufbeantworter|sprachbox|ab(?=\\s*(?:[.,;:!()–—-]|$|dran|be|ge|hinter|drauf|voll|an(?! )))|band)';
const noted =
  '(?: (?:dran|drauf|drangegangen|voll|an(?! )|besprochen|(?:drauf)?gesprochen|hinterlassen|nachricht hinterlassen))?';
const small =
  '(?:(?:nur|immer|noch|wieder|dauernd|standig|leider|war|ist|auf|an|den|der|die|dem|das|mit|am|beim|vom) ){0,4}';

const ways = [
  '(?:noch|wieder|leider|erneut)? ?nicht (?:erreicht|erreichbar|angetroffen|d?ran ?gegangen|abgehoben|abgenommen|ans telefon gegangen)',
  'unerreichbar|keinen? erreicht|niemand(?:en)? erreicht',
  `(?:(?:war|ist) )?${nobody} (?:da|daheim|zu ?hause|dran|erreichbar|angetroffen|d?ran ?gegangen|abgehoben|abgenommen)`,
  `(?:geht|ging) ${nobody} (?:d?ran|hin|ans telefon)`,
  `(?:nimmt|nahm|hebt|hob) ${nobody} ab`,
  `(?:geht|ging|kam|kommt|lauft|lief) ${small}${machine}(?: d?ran| an)?`,
  `${small}${machine}${noted}`,
  `${small}(?:leitung |nummer |telefon )?(?:ist |war )?besetzt`,
  '(?:handy|telefon) (?:ist |war )?(?:aus|ausgeschaltet)',
  'n\\.? ?e\\.?(?![a-z])',
];
const way = `(?:${ways.join('|')})`;

/** One way, or several: "nicht erreicht, AB", "keiner da (Mailbox)". */
export const notReachedWords = `${way}(?:[\\s,;:(/–—-]+(?:(?:und|aber|da|weil) )?${way})*`;

/** Of these a slip of one letter is mended; the others are near to names. */
export const notReachedWordsToMend = [
  ...[
    'nicht',
    'erreicht',
    'erreichbar',
    'unerreichbar',
    'angetroffen',
    'rangegangen',
    'abgehoben',
    'abgenommen',
  ],
  ...['wieder', 'leider', 'erneut', 'niemand', 'niemanden', 'hause', 'keiner', 'keinen', 'nimmt'],
  ...['mailbox', 'anrufbeantworter', 'besetzt'],
];
