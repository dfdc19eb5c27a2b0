/** Many requests at once, told to the owner in one mail. He alone reads it, and so it is in German only. */
import { formatNumber } from '../format.ts';

const requests = (count: number): string =>
  count === 1 ? '1 neue Anfrage' : `${formatNumber(count, 'de')} neue Anfragen`;
const emergencies = (count: number): string => `${formatNumber(count, 'de')} Notfälle`;
const answered = (count: number): string =>
  count === 1 ? '1 Antwort' : `${formatNumber(count, 'de')} Antworten`;
const open = (count: number): string => `${formatNumber(count, 'de')} noch offen`;

export const bundleWords = {
  subject: ({ answers, fresh, still }: Readonly<Record<'answers' | 'fresh' | 'still', number>>): string =>
    [
      answers > 0 ? answered(answers) : undefined,
      fresh > 0 ? requests(fresh) : undefined,
      still > 0 ? open(still) : undefined,
    ]
      .filter((part) => part !== undefined)
      .join(', '),
  because: (count: number): string =>
    count === 1
      ? 'Es kam sehr viel auf einmal, deshalb hat diese Anfrage keine Eingangsbestätigung bekommen.'
      : 'Es kam sehr viel auf einmal, deshalb haben diese Anfragen keine Eingangsbestätigung bekommen und stehen zusammen in einer E-Mail.',
  becauseMany: 'Es ist sehr viel auf einmal, deshalb stehen diese Anfragen zusammen in einer E-Mail.',
  whatToDo:
    'Kennen Sie den Anlass (Messe, Aktion, Zeitungsanzeige)? Dann senden Sie die Bestätigungen mit einem Tipp. Sieht es nach Unfug aus, legen Sie alles auf einmal ab. Sie sehen die Liste jedes Mal vorher.',
  answers: 'Diese Kunden haben geantwortet',
  fresh: 'Neu',
  still: 'Noch offen',
  more: (count: number): string =>
    `und ${formatNumber(count, 'de')} weitere, alle in der Liste hinter den Knöpfen.`,
  moreListed: (count: number): string => `und ${formatNumber(count, 'de')} weitere`,
  about: (text: string): string => `angefragt war: „${text}“`,
  noWords: '(ohne Nachricht)',
} as const;

export const commonAlarmWords = {
  alarm: '🚨 Notfälle – noch unbestätigt',
  subject: (count: number, trusted: number): string =>
    `🚨 SOFORT: ${emergencies(count)} unbestätigt${trusted > 0 ? `, ${formatNumber(trusted, 'de')} davon geprüft oder bekannt` : ''}`,
  title: (count: number): string => `${emergencies(count)}, um die sich noch niemand kümmert`,
  because:
    'Weil es so viele sind, meldet sie eine gemeinsame E-Mail. Sie kommt wieder, bis jemand bestätigt, zuerst nach Minuten, dann seltener.',
  gas: 'Gas',
  trusted: 'Geprüft oder bekannt',
  others: 'Von Unbekannten',
  trustedNote: 'geprüft oder bekannt',
  more: (count: number): string => `und ${formatNumber(count, 'de')} weitere, alle in der Liste.`,
  noWords: '(ohne Nachricht)',
} as const;
