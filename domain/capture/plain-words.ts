import { labelsKept, remembered } from './remembered.ts';

/** Lower case, umlauts and accents spelled out, all else a space. */
export const plainWords = remembered(
  (text) =>
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(/[äæ]/g, 'ae')
      .replace(/[öœø]/g, 'oe')
      .replace(/ü/g, 'ue')
      .replace(/ß/g, 'ss')
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim(),
  labelsKept,
);
