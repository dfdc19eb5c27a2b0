/** Somebody writes that he wants no mails any more. A written stop is as good as the one behind our link. */

import { readMessage } from '../capture/key-words.ts';
import { plainWords } from '../capture/plain-words.ts';
import type { IncomingMail } from './incoming-mail.ts';
import { asksForHimself } from './own-request.ts';
import { ownWords } from './own-words.ts';
import { isOnlySignature, stripSignature } from './signature.ts';
import {
  asksForNothing,
  asksPolitely,
  bareStop,
  forGood,
  getsNone,
  missesThem,
  noCallEither,
  onlyMentions,
  prefersCall,
  stopPhrases,
  wishesFor,
} from './stop-words.ts';
import { callsItselfAnswer, isForward } from './thread.ts';

export interface WrittenStop {
  /** He asks for something beside it, which is a request like any other. */
  readonly asks: boolean;
}

/** Nobody says it further below. In characters. */
const maxLength = 10_000;
/** Longer sentences are looked at as far as that. */
const maxSentenceLength = 600;
/** A line this long was broken by a program and goes on in the next one. */
const brokenLength = 50;

/**
 * Only what the person wrote himself counts: no quote, nothing handed on, no signature, no line with a link, as footers have
 * them. The subject counts as a sentence, unless it is that of a mail handed on.
 * @returns `undefined`: it says no such thing.
 */
export function readWrittenStop({
  subject,
  text,
}: Pick<IncomingMail, 'subject' | 'text'>): WrittenStop | undefined {
  const said = sentencesOf(wordsOf(text));
  const title = isForward(subject)
    ? ''
    : subject.slice(0, maxSentenceLength).replace(/^(?:\s*\p{L}{1,7}\s*:)+/u, '');
  const speaking = said.filter((sentence) => isStop(sentence) || !isCourtesy(sentence));
  const wantsCall = wishesToBeCalled(plainWords([title, ...speaking].join(' ')));
  const stands = (sentence: string) => !wantsCall || forGood.test(plainWords(sentence));
  const stops = speaking.filter((sentence) => isStop(sentence) && stands(sentence));
  const bare = speaking.length === 1 && speaking.every((sentence) => bareStop.test(plainWords(sentence)));
  const titleStops = (isStop(title) && stands(title)) || bareStop.test(plainWords(title));
  if (stops.length === 0 && !bare && !titleStops) return undefined;
  const others = [
    ...(titleStops || callsItselfAnswer(subject) ? [] : [title]),
    ...speaking.filter((sentence) => !bare && !stops.includes(sentence)),
    ...stops.map(besideStop),
  ];
  return { asks: wantsCall || others.some(asksForSomething) };
}

const wishesToBeCalled = (words: string): boolean =>
  prefersCall.some((wish) => wish.test(words)) && !noCallEither.test(words);

function wordsOf(text: string): string {
  const lines = stripSignature(ownWords(text.slice(0, maxLength))).split('\n');
  const isLink = (line: string | undefined) => /https?:\/\/|mailto:/i.test(line ?? '');
  const kept = lines.filter((line, index) => !isLink(line) && !isLink(lines[index + 1]));
  const written = kept.join('\n');
  return isOnlySignature(written) && written.trim().includes('\n') && !kept.some(isStop) ? '' : written;
}

/** No sentence ends with them. */
const unfinished =
  /(?<!\p{L})(?:keine?n?|weiteren?|mir|uns|mich|bitte|nicht|die|der|diese|ihre|no|more|any|please|de|plus|non|più)$/iu;

/** With the mark they end with; a line that a program broke is one with the next. */
function sentencesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  const joined = lines.reduce((sofar, line, index) => {
    const above = lines[index - 1] ?? '';
    const isBroken = above.length >= brokenLength || /^\p{Ll}/u.test(line) || unfinished.test(above);
    const goesOn = above !== '' && line !== '' && isBroken;
    return `${sofar}${goesOn && !/[.!?:;,]$/.test(above) ? ' ' : '\n'}${line}`;
  }, '');
  return (joined.match(/[^.!?;:\n]+[.!?;:]*/g) ?? [])
    .map((sentence) => sentence.trim().slice(0, maxSentenceLength))
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

const courtesy =
  /^(?:(?:hallo|hi|hey|guten (?:tag|morgen|abend)|servus|moin|gruezi|sehr geehrte[rn]?|liebe[rs]?|dear|hello|bonjour|buongiorno|salve)\b.{0,60}|(?:vielen |besten |herzlichen )?(?:dank|danke|merci|grazie|thanks|thank you)(?: \w+){0,3}|(?:mit |viele |beste |liebe |freundliche[nr]? |schoene |freundlichen )*gr(?:ue)?(?:ss|u)e?n?(?: \w+){0,3}|(?:mfg|lg|vg|bg)(?: \w+){0,3}|bitte)$/;

const isCourtesy = (sentence: string): boolean => courtesy.test(plainWords(sentence));

/** "Das hat sich erledigt, bitte keine Mails mehr": what one part only mentions says nothing of another. */
function isStop(sentence: string): boolean {
  if (sentence.includes('?') && !asksPolitely.test(plainWords(sentence))) return false;
  return wantsNone(sentence) || stoppingParts(sentence).length > 0;
}

const partsOf = (sentence: string): string[] => sentence.split(',');
/** "Wir haben kein Internet und keine Mails mehr": behind these words only a wish is one. */
const linked = /\s(?:und|aber|and|but|also)\s/i;

const isStoppingPart = (part: string): boolean =>
  wantsNone(part) || part.split(linked).some((one) => wishesFor.test(plainWords(one)) && wantsNone(one));

const stoppingParts = (sentence: string): string[] => partsOf(sentence).filter(isStoppingPart);

function wantsNone(part: string): boolean {
  const words = plainWords(part);
  if (!stopPhrases.some((phrase) => phrase.test(words))) return false;
  if (onlyMentions.some((mention) => mention.test(words))) return false;
  return !getsNone.test(words) || (wishesFor.test(words) && !missesThem.test(words));
}

/** "Die Heizung ist kaputt, und bitte keine Mails mehr": the parts that say something else. */
const besideStop = (sentence: string): string =>
  partsOf(sentence)
    .filter((part) => stoppingParts(sentence).length > 0 && !isStoppingPart(part))
    .join(',');

function asksForSomething(sentence: string): boolean {
  if (readMessage(sentence).urgency === 'now') return true;
  if (asksForNothing.test(plainWords(sentence))) return false;
  return asksForHimself(sentence, { passedOn: true, reachable: true });
}
