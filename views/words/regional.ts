/**
 * German as it is written where the business is: `Jänner` in Austria, `ss` in Switzerland. Only in our own words: what
 * customers and businesses typed stays as they typed it. So our words mark what differs by a sign that nobody sees and
 * nobody types, and the frame of a mail, a page or an answer settles it (`inCountry`).
 */
import type { Company } from '../../domain/business/company.ts';

/** A word joiner: without width, and where it is left by mistake nothing changes. */
const mark = '\u2060';

/** In the place of `ß` in our own words. */
export const sz = `ß${mark}`;

/** A date of ours, with its month marked. */
export const markMonth = (date: string): string => date.replace(/Januar(?!\p{L})/u, `Januar${mark}`);

const forms: Readonly<Record<Company['country'], { readonly sz: string; readonly january: string }>> = {
  DE: { sz: 'ß', january: 'Januar' },
  AT: { sz: 'ß', january: 'Jänner' },
  CH: { sz: 'ss', january: 'Januar' },
};

/** A text as it goes out, in the forms of the country. */
export function inCountry(text: string, country: Company['country']): string {
  if (!text.includes(mark)) return text;
  return text
    .replaceAll(sz, forms[country].sz)
    .replaceAll(`Januar${mark}`, forms[country].january)
    .replaceAll(mark, '');
}
