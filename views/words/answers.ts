/** What a customer answered, in a list that only the owner reads. German. */
import type { Unanswered } from '../../domain/lead/summary.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { visible } from '../visitor-text.ts';
import { formatAgo, formatSince } from './format.ts';

/** That he did, how, and how long ago: `Hat geantwortet, vor 2 Stunden`. */
export function answerInWords({ at, called, stops, from }: Unanswered, now: Moment): string {
  const did = stops
    ? `Möchte keine E-Mails mehr, ${formatSince(at, now)}`
    : `${called ? 'Hat angerufen' : 'Hat geantwortet'}, ${formatAgo(at, now)}`;
  const stranger = visible(from, 80);
  return [did, stranger && `von anderer Adresse: ${stranger}`].filter(Boolean).join(' · ');
}

/** His words; where there are none, what came instead. */
export function answerText({ excerpt, files, called }: Unanswered): string {
  const text = visible(excerpt, 240);
  const sent = files === undefined ? undefined : files === 1 ? '1 Datei' : `${files} Dateien`;
  if (text !== undefined) return sent === undefined ? text : `${text} (${sent})`;
  return sent ?? (called ? '(Anruf ohne Nachricht)' : '(ohne Text)');
}
