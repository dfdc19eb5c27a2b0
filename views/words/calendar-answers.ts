/** What somebody answered to an invitation, for the timeline and the mail to the owner (German). */
import type { Company } from '../../domain/business/company.ts';
import type { CalendarAnswer } from '../../domain/inbound/incoming-mail.ts';
import { localTime } from '../../domain/time/local-time.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { shortDay, shortMoment } from './moments.ts';

const answers = {
  accepted: 'Zugesagt',
  declined: 'Abgelehnt',
  tentative: 'Mit Vorbehalt',
  counter: 'Anderer Termin vorgeschlagen',
} as const satisfies Record<CalendarAnswer['answer'], string>;

/** `Abgelehnt`, `Anderer Termin vorgeschlagen: Do, 26.11., 14:00 Uhr`; what the person wrote stands below. */
export function calendarAnswerText(
  { answer, startsAt, comment }: CalendarAnswer,
  now: Moment,
  company: Company,
): string {
  // A calendar that proposes a whole day lets it begin at midnight.
  const wholeDay = startsAt !== undefined && localTime(startsAt, company.timeZone) === '00:00';
  const when = startsAt && (wholeDay ? shortDay : shortMoment)(startsAt, now, company);
  const said = when ? `${answers[answer]}: ${when}` : answers[answer];
  return comment ? `${said}\n\n${comment}` : said;
}
