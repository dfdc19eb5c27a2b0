/** What follows from a talk with the customer: said before it is saved, and after. German: only the owner reads it. */
import { type Company, cadenceOf } from '../../domain/business/company.ts';
import { remindersLeft } from '../../domain/lawful/may-mail.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { NextStep } from '../../domain/lead/questions.ts';
import { alreadySent } from '../../domain/lead/reminders.ts';
import { rhythmOfCustomer } from '../../domain/lead/talk.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { addDelay, isOpen, nextOpening } from '../../domain/time/working-time.ts';
import { formatDate, formatDayAndTime } from './format.ts';
import { getsMail, visitOffInWords } from './mails-that-follow.ts';
import { shortDay } from './moments.ts';

/** What each next step sets going. */
export function afterTalkInWords(
  lead: Lead,
  company: Company,
  now: Moment,
): Readonly<Record<NextStep, string>> {
  const mailed = getsMail(lead);
  const noMail = 'Der Kunde bekommt keine E-Mail.';
  return {
    owner: `Bis zu diesem Tag ruht die Anfrage, dann sind Sie dran. ${visitOffInWords(lead, company, now) ?? noMail}`,
    customer: mailed
      ? remindersInWords(lead, company, now)
      : 'An den Kunden geht keine E-Mail. Meldet er sich nicht, erinnert Nachfass Sie ans Nachfassen.',
    visit: mailed
      ? 'Der Kunde bekommt sofort eine Bestätigung mit Kalendereintrag und am Tag davor eine Erinnerung.'
      : noMail,
    quote: mailed ? 'Antwortet der Kunde nicht, erinnert ihn Nachfass freundlich per E-Mail.' : noMail,
    nothing: `${noMail} Sie bleiben dran, und Nachfass fragt Sie, wie es weitergeht.`,
  };
}

/** The days on which the customer is reminded, if he does not get back. */
function remindersInWords(lead: Lead, company: Company, now: Moment): string {
  const rhythm = rhythmOfCustomer(lead.stage);
  const { after, to } = cadenceOf(company, rhythm);
  if (to !== 'customer') return 'Meldet er sich nicht, erinnert Nachfass Sie.';
  const left = remindersLeft(lead);
  if (left === 0)
    return 'Der Kunde hat die letzte Erinnerung schon bekommen. Meldet er sich nicht, erinnert Nachfass Sie.';
  const sent = alreadySent(lead, rhythm);
  const days = after.slice(sent, sent + left).map((delay) => {
    const due = addDelay(company, now, delay);
    return shortDay(isOpen(company, due) ? due : nextOpening(company, due), now, company);
  });
  const [last, ...others] = days.toReversed();
  const listed = others.length === 0 ? last : `${others.toReversed().join(', ')} und ${last}`;
  // A date ends with a point of its own.
  const reminded = `Meldet er sich nicht, erinnert ihn Nachfass per E-Mail: ${listed}`.replace(/\.?$/, '.');
  return `${reminded} Sobald er antwortet, hört das auf.`;
}

/** What was saved, of the lead as it stands afterwards. */
export function talkDone({ visit, postponedUntil, waitsFor, visitMails }: Lead, company: Company): string {
  if (postponedUntil !== undefined)
    return `Notiert. Sie sind am ${formatDate(postponedUntil, 'de')} wieder dran.`;
  if (visit && visitMails.length === 0) {
    return `Notiert. Besichtigung am ${formatDayAndTime(visit.startsAt, company.timeZone, 'de')} eingetragen.`;
  }
  return waitsFor === 'customer' ? 'Notiert. Jetzt ist der Kunde dran.' : 'Notiert: erreicht.';
}
