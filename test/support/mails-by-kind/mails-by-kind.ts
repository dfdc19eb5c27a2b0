/**
 * Mails as the field sends them, by kinds, with all that must come of each. Written from what servers, boxes and mail
 * programs do, not from how mails are read here. Each mail is a pure function of its number.
 */

import type { Kind, SentMail, Thread } from './a-kind.ts';
import { absences } from './absence-notes.ts';
import { bounces } from './bounces.ts';
import { calendarAnswers } from './calendar-answers.ts';
import { forwards } from './forwards.ts';
import { holidays } from './holidays.ts';
import { journals } from './journals.ts';
import { markedMails } from './marked-mails.ts';
import { newsletterMails } from './newsletters.ts';
import { strangers } from './strangers.ts';
import { telephone } from './telephone.ts';

export const kindsOfMail: readonly Kind[] = [
  ...markedMails,
  ...journals,
  ...strangers,
  ...forwards,
  ...absences,
  ...holidays,
  ...bounces,
  ...telephone,
  ...calendarAnswers,
  ...newsletterMails,
];

export const mailsOfKind = ({ count, write }: Kind, thread: Thread): readonly SentMail[] =>
  Array.from({ length: count }, (_, index) => write(index, thread));
