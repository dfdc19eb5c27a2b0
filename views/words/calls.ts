/** Calls that a telephone system tells of, as the owner reads of them. German: he alone does. */
import { singleLine } from '../visitor-text.ts';

const headlines = {
  'missed-call': 'Anruf in Abwesenheit',
  voicemail: 'Nachricht auf dem Anrufbeantworter',
  unclear: 'Vielleicht nicht angenommener Anruf',
} as const;

const callBack = 'Bitte zurückrufen.';

/** @param said what he said, or where it can be heard. */
export function callInWords(
  what: keyof typeof headlines,
  { name, phone }: { readonly name?: string | undefined; readonly phone?: string | undefined },
  said: string | undefined,
): string {
  const who = [name, phone].filter((part) => part !== undefined).map((part) => singleLine(part, 100));
  if (who.length === 0) {
    return [`${headlines[what]}, Nummer unterdrückt.`, said].filter(Boolean).join('\n\n');
  }
  return [`${headlines[what]} von ${who.join(', ')}. ${callBack}`, said].filter(Boolean).join('\n\n');
}
