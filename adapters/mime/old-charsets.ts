/** Charsets that TextDecoder does not know, and names for those it does know that it does not know. */

const cp850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';
const cp437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

/** What tools that once ran under DOS still write: the characters from 0x80 on. */
const tables: readonly (readonly [label: RegExp, upper: string])[] = [
  [/^(?:cs)?(?:ibm|cp|pc|dos)?[-_]?(?:0*850|multilingual)(?:multilingual)?$/i, cp850],
  [/^(?:ibm|cp|ccsid)?[-_]?0*858$/i, cp850.replace('ı', '€')],
  [/^(?:cs)?(?:ibm|cp|pc|dos)?[-_]?(?:8codepage)?0*437$/i, cp437],
];

/** @returns `undefined`: no such charset. */
export function decodeOldCharset(bytes: Uint8Array, label: string): string | undefined {
  const upper = tables.find(([pattern]) => pattern.test(label))?.[1];
  if (upper === undefined) return undefined;
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u00ff]/g, (sign) => upper[sign.charCodeAt(0) - 0x80] ?? sign);
}

/** By what programs call them, the name of the standard. */
const otherNames: readonly (readonly [name: RegExp, standard: (number: string) => string])[] = [
  // "Cp1250", "win-1250", "windows1250"
  [/^(?:x-)?(?:windows|win|ms|cp)[-_]?(125\d|874)$/i, (number) => `windows-${number}`],
  // "ISO8859_15", "iso-8859-15-windows-latin-9", "8859-2"
  [/^(?:iso)?[-_]?8859[-_](\d{1,2})(?!\d)/i, (number) => `iso-8859-${number}`],
  [/^(?:x-)?(?:cs)?mac(?:intosh|[-_]?roman)?$/i, () => 'macintosh'],
  [/^latin[-_]?9$/i, () => 'iso-8859-15'],
  [/^latin[-_]?2$/i, () => 'iso-8859-2'],
];

export function standardName(label: string): string {
  for (const [name, standard] of otherNames) {
    const match = name.exec(label);
    if (match) return standard(match[1] ?? '');
  }
  return label;
}
