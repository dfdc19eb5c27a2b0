/** Why a request was kept aside, as the owner reads it. German. */
import type { SuspicionSign } from '../../domain/lead/origin.ts';

const inWords: Readonly<Record<SuspicionSign, string>> = {
  'too-fast': 'in unter drei Sekunden ausgefüllt',
  well: 'ein unsichtbares Feld ausgefüllt',
  'spam-text': 'Text wie in Werbung',
  'repeated-text': 'derselbe Text kam oft',
  'crowded-network': 'viele Absender aus einem Netz',
};

/** All of them in one line, below what it was taken for. */
export const suspicionInWords = (signs: readonly SuspicionSign[]): string =>
  `Dafür spricht: ${signs.map((sign) => inWords[sign]).join(', ')}.`;
