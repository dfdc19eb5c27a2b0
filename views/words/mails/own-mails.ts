/** Our own mails to the owner, as they come back in an answer whose program marks nothing as quoted. */
import { digestReplyWords } from './digest-reply.ts';

/** Of the footer of each of them, of the digest's help, and of lists of examples that went out with numbers. */
const ourSentences = [
  'Diese E-Mail sehen nur Sie, nicht die',
  'Sie können auf diese E-Mail auch einfach antworten',
  digestReplyWords.examples.slice(0, 35),
  digestReplyWords.answerAgain.slice(0, 40),
];
const ourLines = /^ *(?:={5,}|So geht es) *$/m;
const maxLookedAt = 200_000;

/** Does a text have such a mail in it, or a part of one? */
export function holdsOwnerMail(text: string): boolean {
  const looked = text.slice(0, maxLookedAt);
  const flat = looked.replace(/[\s>]+/g, ' ');
  return ourLines.test(looked) || ourSentences.some((sentence) => flat.includes(sentence));
}
