import { labelsKept, remembered } from './remembered.ts';

/** Nothing that is written in more than one way, and no sign beside letters but umlauts. */
const simple = /^[\p{ASCII}äöüßÄÖÜ]*$/u;

const spelledOut = (text: string): string =>
  text.replace(/[äæ]/g, 'ae').replace(/[öœø]/g, 'oe').replace(/ü/g, 'ue').replace(/ß/g, 'ss');

const wordsOnly = (text: string): string => text.replace(/[^a-z0-9]+/g, ' ').trim();

/** Lower case, umlauts and accents spelled out, all else a space. */
export function plainText(text: string): string {
  if (simple.test(text)) return wordsOnly(spelledOut(text.toLowerCase()));
  const composed = text.normalize('NFC').toLowerCase();
  return wordsOnly(
    spelledOut(composed)
      .normalize('NFD')
      .replace(/\p{M}+/gu, ''),
  );
}

/** The same of labels and answers, which come again and are looked at by several rules. */
export const plainWords = remembered(plainText, labelsKept);
