/**
 * What machines write in somebody's name: absence notes, acknowledgements of ticket systems, read receipts. Many carry no
 * mark at all (a rule of Outlook, a vacation note of a provider), and many a person's mail carries one. So the words
 * decide: a mail is automatic if it says what such mails say, and nothing else.
 */

import { readMessage } from '../capture/key-words.ts';
import { plainWords } from '../capture/plain-words.ts';
import {
  type AutomaticText,
  clearSubject,
  formulas,
  invitation,
  notedSubject,
  ownWords,
  type SentenceKind,
} from './automatic-words.ts';
import { stripSignature } from './signature.ts';

/**
 * The mark of machines that a mail carries: whoever answers it may answer a machine. `replied`: a program says that it
 * answered by itself; `autoresponder`: it says so twice, with a header that only autoresponders write.
 */
export type MachineMark = 'none' | 'marked' | 'replied' | 'autoresponder';

/** Does a program say that it answered by itself? */
export const answersByItself = (mark: MachineMark): boolean => mark === 'replied' || mark === 'autoresponder';

/** What speaks for a machine beside the words. */
export interface Circumstances {
  readonly subject: string;
  /** The text without what it quotes. */
  readonly text: string;
  readonly mark: MachineMark;
  /** It answers a mail of ours. */
  readonly isAnswer: boolean;
}

/** Longer ones are letters, whatever they begin with; the longest notes, in three languages, have some 2,500 characters. */
const maxNoteLength = 4_000;

const subjectPrefix = /^(?:\s*(?:re|aw|antw|antwort|wg|fwd?|sv|r|tr|rif)\s*(?:\[\d+\])?\s*:\s*)+/i;

/** After a date only with a word that begins sentences: "vom 21.12. bis 6.1. Betriebsferien" is one. */
const sentenceEnd =
  /(?<!\b(?:\d{1,2}|Dr|Prof|Mag|Ing|Dipl|Tel|Hr|Fr|Nr|St|Str|ca|bzw|evtl|inkl|usw)\.)(?<=[.!?…])\s+|(?<=\b\d{1,2}\.)\s+(?=(?:Ich|Wir|Ihre?[nr]?|Bitte|In|Im|Ab|Bei|Für|Danach|Vielen|Mit|Die|Der|Das|Dann|Meine?|Unsere?|Sie|Nachrichten|E-Mails?|Mails?|Anfragen|Es|Alle|Wenn|Falls|Sollten)\b)|\n\s*\n/u;

const salutation =
  /^(?:sehr geehrte[rs]?|liebe[rs]?|guten (?:tag|morgen|abend)|hallo|hi|grüß gott|grüezi|servus|moin|dear|hello|bonjour|madame|monsieur|buongiorno|gentile|chère?)(?!\p{L})[^,!.\n]{0,60}(?:[,!.]\s*|$)/iu;
const closing =
  /^(?:mit (?:freundlichen|besten|herzlichen|lieben)?|freundliche|viele|beste|liebe|herzliche|schoene|(?:ihr|ihre|euer) (?:\w+ ){0,2}\w*(?:team|praxis|familie|service)\w*|kind regards|best regards|regards|sincerely|cordialement|meilleures salutations|cordiali saluti|distinti saluti|mfg|lg|vg|bg)\b.{0,60}$/;

/** A receipt lists what it is about. */
const mailHeader =
  /^\s*(?:an|to|von|from|betreff|subject|gesendet|sent|datum|date|objet|envoyé|oggetto|inviato|à|a)[ \t]*:.*$/gim;

/** Between the clauses of a sentence. Two blanks: the formulas, which know one, do not reach over it unless they say so. */
const clauseMark = '  ';

function sentencesOf(text: string): string[] {
  return stripSignature(text)
    .slice(0, maxNoteLength)
    .replace(mailHeader, '')
    .replace(/(?<![.!?:…,])\n(?=\s*\p{Ll})/gu, ' ')
    .split(sentenceEnd)
    .flatMap((part) => part.split('\n'))
    .map((part) =>
      part
        .trim()
        .replace(salutation, '')
        .split(/[,;:–]/)
        .map(plainWords)
        .filter((clause) => clause !== '')
        .join(clauseMark),
    )
    .filter((part) => part !== '' && !closing.test(part));
}

interface Said {
  readonly kinds: ReadonlySet<SentenceKind>;
  /** A sentence that is no formula, by its words. */
  readonly others: number;
  /** Sentences that say what it is. */
  readonly formulaic: number;
  /** Sentences such mails have besides. */
  readonly fillers: number;
}

const formulaIn = (said: string): SentenceKind | undefined =>
  formulas.find(([, formula]) => formula.test(said))?.[0];

/** Says a person something in it? Of a sentence with a formula only the clauses count that are none. */
function speaks(sentence: string): boolean {
  const kind = formulaIn(sentence);
  const clauses = sentence.split(clauseMark);
  const said = kind === undefined ? [sentence] : clauses.filter((clause) => formulaIn(clause) === undefined);
  const isSaid = (words: readonly RegExp[], text: string) => words.some((word) => word.test(text));
  if (kind === 'filler' && clauses.some((clause) => invitation.test(clause))) return true;
  // Within one clause a formula and a wish do not stand together, except where somebody is away and wants something.
  if (kind !== undefined && kind !== 'filler' && isSaid(ownWords, sentence)) return true;
  return said.some(
    (clause) => isSaid([invitation, ...ownWords], clause) || readMessage(clause).urgency === 'now',
  );
}

const isCore = (kind: SentenceKind): boolean => kind !== 'filler' && kind !== 'neutral';
const byConjunction = (clause: string): string[] =>
  clause.split(/ (?:und|sowie|and|et|e(?! mails?\b)|oder) /);

function countFormulas(sentences: readonly string[]): Said {
  const kinds = new Set<SentenceKind>();
  let others = 0;
  let formulaic = 0;
  let fillers = 0;
  for (const sentence of sentences) {
    const kind = formulaIn(sentence);
    const said = [kind, ...sentence.split(clauseMark).flatMap(byConjunction).map(formulaIn)].filter(
      (one) => one !== undefined,
    );
    for (const one of said) kinds.add(one);
    // "Nicht im Büro und ohne Zugriff auf meine E-Mails" says two things in one sentence.
    formulaic += said.slice(1).filter(isCore).length || (kind !== undefined && isCore(kind) ? 1 : 0);
    fillers += said.slice(1).filter((one) => one === 'filler').length || (kind === 'filler' ? 1 : 0);
    // One or two words are a name or a heading.
    if (said.length === 0 && sentence.split(' ').length > 2) others += 1;
  }
  return { kinds, others, formulaic, fillers };
}

/**
 * Is it a note that a machine wrote? A subject alone never decides; the text must say so, and must not say what a person
 * wants. What names an emergency is always a person's.
 * @returns what it is; `undefined`: a person wrote, as far as words can tell.
 */
export function readAutomaticText(circumstances: Circumstances): AutomaticText | undefined {
  const { text, mark, isAnswer } = circumstances;
  if (text.length > maxNoteLength) return undefined;
  const bare = circumstances.subject.replace(subjectPrefix, '');
  const subject = plainWords(bare);
  const isClear = clearSubject.test(subject);
  // Behind "Re:" stands our own subject, whatever it says.
  const isNoted = isClear || (bare === circumstances.subject && notedSubject.test(subject));
  const byItself = answersByItself(mark);
  const sentences = sentencesOf(text);
  const own = sentences.some(speaks);
  if (own && !(isClear && byItself)) return undefined;
  const { kinds, others, formulaic, fillers } = countFormulas(sentences);
  const what = (['read-receipt', 'absence', 'acknowledgement'] as const).find((kind) => kinds.has(kind));
  if (own) return what ?? kindOfSubject(subject);
  const isEmpty = kinds.size === 0 && others === 0;
  if (isEmpty) return isClear || (isAnswer && mark === 'autoresponder') ? kindOfSubject(subject) : undefined;
  // No server on the way writes such headers, and no language of ours is needed to believe its program.
  if (isAnswer && (mark === 'autoresponder' || (byItself && isForeign(text))))
    return what ?? kindOfSubject(subject);
  if (what === undefined) {
    const claims = isClear
      ? fillers > 0 || byItself
      : byItself && others < Math.max(fillers, 1) && (isNoted || (isAnswer && fillers > 0));
    if (claims) return kindOfSubject(subject);
    // Thanks, soon, and the hours of the office: nobody says only that to somebody who waits for a word of his.
    const isCourtesy = sentences.some((one) => formulaIn(one) === 'filler' && !isFiguresAlone(one));
    return isAnswer && others === 0 && fillers > 2 && isCourtesy ? 'acknowledgement' : undefined;
  }
  const evidence =
    (isClear ? 2 : isNoted ? 1 : 0) +
    (byItself ? 2 : mark === 'marked' ? 1 : 0) +
    Math.min(fillers + formulaic - 1, 3);
  // A mark alone does not outweigh what no machine says.
  return evidence > others && (others === 0 || isNoted || fillers + formulaic > 1) ? what : undefined;
}

/** Dates, times, numbers and measures with nothing said about them: what somebody answers who was asked for just that. */
const isFiguresAlone = (sentence: string): boolean =>
  /\d/.test(sentence) && !/[a-z]{3,}/.test(sentence.replace(besideFigures, ' '));
const besideFigures =
  /\b(?:uhr|tel|telefon\w*|handy\w*|mobil\w*|festnetz|nummer|oder|und|bis|von|(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|jan\w*|feb\w*|maerz|april|mai|juni|juli|aug\w*|sept?\w*|okt\w*|nov\w*|dez\w*|qm|cm|mm)\b/g;

const ourWords =
  /\b(?:ich|wir|sie|der|die|das|den|und|ist|sind|nicht|kein|bitte|ja|nein|ok|danke|mit|fuer|ohne|von|im|in|am|um|zum|bis|ab|zwei|drei|passt|gern|gerne|uhr|euro|the|is|are|and|you|we|i|yes|no|please|thanks|at|on|for|je|nous|vous|le|la|les|est|pour|oui|non|merci|il|lo|sono|di|che|per|si|grazie)\b/;

/** None of the languages whose words are known here. */
const isForeign = (text: string): boolean => {
  const words = plainWords(text);
  return words.split(' ').length > 2 && !ourWords.test(words);
};

function kindOfSubject(subject: string): AutomaticText {
  if (/^(?:nicht |un)?(?:gelesen|geloescht|lu|letto|read|not read|lesebestaetigung)\b/.test(subject))
    return 'read-receipt';
  return /^(?:\w+ )?(?:ticket|eingang|empfang|received|dank|thank|anfrage|request|accuse|bestaetigung)/.test(
    subject,
  )
    ? 'acknowledgement'
    : 'absence';
}
