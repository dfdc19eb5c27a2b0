/** Labels that nothing, or a row of dots, divides from their values: `E-Mailerika@…`, `Name ........: Erika`. */
import { bareLabel, isLabel, roleOfLabel } from './form-words.ts';

const labels =
  '(?:(?:Ihre?|Deine?) )?(?:Vor- und Nachname|Vorname|Nachname|Name|E-?Mail-?(?:[Aa]dresse)?|E-mail|Mailadresse|Mail|Telefonnummer|Telefon|Tel|Mobilnummer|Mobil|Handynummer|Handy|Rufnummer|Firma|Straße|Adresse|Anschrift|PLZ|Ort|Wohnort|Betreff|Nachricht|Mitteilung|Anliegen|Kommentar|Von|Kontakt|Absender)';

/** The label, and the value that is glued to it: it begins with a capital or a number, or is an address. */
export const gluedPair = new RegExp(`^(${labels})((?:[\\p{Lu}\\d+(]|[^\\s@]{1,64}@).*)$`, 'u');

/** Where these begin a name, and no capital follows, it may be his: `mailer@`, `vonstein@`, `kontakt@`. */
const surely =
  /^(?:(?:Ihre |Deine )?E-?Mail(?:-?[Aa]dresse)?|E-mail|e-mail(?:-?adresse)?|Mailadresse|E-?MAIL(?:-ADRESSE)?)[:.-]?(?=[\p{L}\d])/u;
const perhaps =
  /^(?:Mail|Adresse|Von|From|Kontakt|Absender|Email|email|MAIL|VON|KONTAKT)[:.-]?(?=[\p{L}\d])/u;
/** The end of the value before, and a label: `BergerE-Mailanton@…`. */
const within = /^.{0,60}\p{Ll}(?:E-?Mail(?:-?[Aa]dresse)?)[:.-]?(?=[\p{L}\d])/u;
/** The next label behind an address: `anton@post.testTelefon`. */
const behind =
  /(?<=\.\p{Ll}{2,20})(?:Telefon|Tel|Mobil|Handy|Name|Vorname|Nachname|Nachricht|Betreff|Ort|PLZ|Firma|Adresse|Straße|Anliegen).*$/u;

/** Does the text have another label that is glued to its value? */
const hasGluedLabels = (text: string): boolean =>
  text.split('\n', 300).filter((line) => gluedPair.test(line.slice(0, 300).trim())).length > 1;

/**
 * Cuts a label off the addresses in this text, before or behind them: no mail may go to an address that nobody has.
 */
export function gluedLabelCutter(text: string): (address: string) => string {
  let isGlued: boolean | undefined;
  const mayBeLabel = () => {
    isGlued ??= hasGluedLabels(text);
    return isGlued;
  };
  return (address) => {
    const sure = within.exec(address) ?? surely.exec(address);
    const likely = sure ?? perhaps.exec(address);
    const label = likely !== null && (sure !== null || mayBeLabel()) ? likely[0] : '';
    return address.slice(label.length).replace(behind, '');
  };
}

const leader =
  /^(\s{0,20}\p{L}[^:…_~]{0,58}?)\s?(?:(?:[._·•~-] ?){3,90}|[…]{1,30})\s{0,10}(:?)\s{0,10}(.*)$/u;
const leaderBehind = /^([^:]{1,60}:)\s{0,5}(?:[._·•~] ?){3,90}\s{0,5}(?=[^\s:])/u;

/** The lines with a colon in place of a row of dots or dashes, which sheets draw between label and value. */
export function withoutLeaders(lines: readonly string[]): readonly string[] {
  const found = lines.map((line) => leader.exec(line.slice(0, 2_000)));
  const known = found.filter(
    (one) => one && roleOfLabel(bareLabel(one[1] ?? '')) !== undefined && one[3] !== '',
  );
  return lines.map((line, at) => {
    const [, label = '', colon, value] = found[at] ?? [];
    if (label === '' || line.length > 2_000) return line.replace(leaderBehind, '$1 ');
    const isSheet = colon === ':' || known.length > 1;
    return isSheet && isLabel(bareLabel(label)) ? `${label.trimEnd()}: ${value}` : line;
  });
}
