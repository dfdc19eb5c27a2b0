/** What somebody calls himself in the header of a mail. */
import type { MailAddress } from './incoming-mail.ts';

/** A firm, a club or an office has a comma within its name. */
const notTurned =
  /\b(gmbh|ug|ag|kg|e\.?\s?k\.?|e\.?\s?v\.?|tsv|tsg|tus|sv|fc|tv|vfb|vfl|djk|weg|verein|club|verwaltung|hausverwaltung|immobilien|gemeinde|pfarrei|schule|kita|feuerwehr|praxis|kanzlei|team|familie)(?![\p{L}\p{N}])/iu;

/** As people call themselves: `Müller, Jörg` is Jörg Müller; an address is no name. */
export function readName({ name, address }: MailAddress): { readonly name?: string } {
  const text = name
    ?.replace(/["„“”]/g, '')
    .replace(/\s+[([]?(via|über|through)\s.*$/i, '')
    .replace(/^\s*['’‘](.*)['’‘]\s*$/, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  if (!text || text.includes('@') || !/\p{L}/u.test(text)) return {};
  if (text.toLowerCase() === address.slice(0, address.indexOf('@'))) return {};
  const [last = '', first = '', ...others] = text.split(',').map((part) => part.trim());
  const turned = others.length === 0 && first !== '' && !notTurned.test(text);
  return { name: (turned ? `${first} ${last}` : text).slice(0, 200).toWellFormed() };
}
