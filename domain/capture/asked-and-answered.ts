/** Questions of a form that are answered by yes or no: whoever says yes says what he was asked, and whoever says no does not. */

import type { Answer } from './form-answer.ts';
import { plainWords } from './plain-words.ts';

const yes = /^(?:ja|yes|oui|si|jawohl|jep|y|j|true|on|x|checked|trifft zu|stimmt)(?: |$)/;
/** A question alone on its line: what stands before a comma may be another matter. */
const denied = /^[^.,;!?:]{1,100} ?[?:][ "'*]{0,5}(?:nein|no|non|n|false)[ "'.!]{0,5}$/i;
/** More is a text, which says itself what it is about. */
const maxAnswerLength = 100;
const maxQuestionLength = 200;

/** What is to be read or agreed to is no question: "Bei Gasgeruch rufe ich an", "Infos zum Notdienst erwünscht". */
const noQuestion =
  /\b(?:bei (?!ihnen|dir|euch|uns|mir)|im (?:notfall|falle?|ernstfall)|in case|wenn|falls|sollte|if|when|en cas|in caso|si vous|se|gelesen|verstanden|kenntnis|hinweis|read|understood|lu|letto|agb|datenschutz|stimme|einverstanden|agree|accept|newsletter|infos?|informationen|interesse|vertrag|vorsorge|schutz|vorbeugen|zuschlag|kosten|schon (?:ein)?mal|jemals|ever|deja|mai)\b/;
/** A thing that warns is no warning: "Haben Sie einen CO-Melder?" */
const warner = /\b(?:melder|warner|rauchmelder|gasmelder|gaswarner|sensor|detector|detecteur|rilevatore)\b/;
const warns = /\b(?:alarm|schlaegt|angeschlagen|ausgeloest|piept|pfeift|going off|sonne|suona)\b/;

/** @returns the question that was answered with yes; `undefined`: another answer, or nothing that was asked. */
export function affirmed({ label, value }: Pick<Answer, 'label' | 'value'>): string | undefined {
  if (label.length > maxQuestionLength || value.length > maxAnswerLength) return undefined;
  const question = plainWords(label);
  if (!yes.test(plainWords(value)) || noQuestion.test(question)) return undefined;
  return warner.test(question) && !warns.test(question) ? undefined : label;
}

/** The text without the lines that are a question and its "nein": "Notfall: nein". */
export const withoutDenied = (text: string): string =>
  text
    .split('\n')
    .filter((line) => line.length > maxQuestionLength || !denied.test(line))
    .join('\n');
