/** Why a request was kept aside, as the owner reads it. German. */
import type { SuspicionSign } from '../../domain/lead/origin.ts';

const inWords: Readonly<Record<SuspicionSign, string>> = {
  'too-fast': 'in unter drei Sekunden ausgefüllt',
  well: 'ein unsichtbares Feld ausgefüllt',
  'spam-text': 'Text wie in Werbung',
  'repeated-text': 'derselbe Text kam oft',
  'crowded-network': 'viele Absender aus einem Netz',
};

/** All reasons in one line: "Sieht nach Spam aus: …". */
export const suspicionInWords = (signs: readonly SuspicionSign[]): string =>
  signs.length === 0
    ? 'Sieht nach Spam aus.'
    : `Sieht nach Spam aus: ${signs.map((sign) => inWords[sign]).join(', ')}.`;
