/** Feasts by which people name a day: "nach Ostern", "nach den Feiertagen". */
import type { Company } from '../business/company.ts';
import { type HolidayDate, holidayDate } from '../time/holiday-rule.ts';
import { addDays } from '../time/local-time.ts';
import { workingDayFrom } from '../time/working-time.ts';

const easter: HolidayDate = { easter: 1 };
const whitsun: HolidayDate = { easter: 50 };
const newYear: HolidayDate = { on: '01-01' };

/** The last day of each, by its names without marks. Some are no holiday of the table, and some not in every region. */
const feasts: readonly (readonly [name: RegExp, lastDay: HolidayDate])[] = [
  [/^(?:den )?(?:oster(?:n|feiertagen?|wochenende)|ostermontag)$/, easter],
  [/^(?:den )?(?:pfingst(?:en|feiertagen?|wochenende)|pfingstmontag)$/, whitsun],
  [/^(?:den )?weihnacht(?:en|sfeiertagen?)$/, { on: '12-26' }],
  [/^(?:dem )?(?:neujahr|jahreswechsel|silvester)$/, newYear],
  [/^(?:den )?(?:heilige[nr]? )?(?:drei ?konige?n?|dreikonigs?tag)$|^epiphanias$/, { on: '01-06' }],
  [/^(?:dem )?(?:fasching|karneval|fas(?:t)?nacht)$/, { easter: -47 }],
  [/^mari(?:a|ae) himmelfahrt$/, { on: '08-15' }],
  [/^(?:christi )?himmelfahrt$|^auffahrt$/, { easter: 39 }],
  [/^fronleichnam$/, { easter: 60 }],
  [/^(?:dem )?tag der arbeit$|^(?:dem )?maifeiertag$/, { on: '05-01' }],
  [/^allerheiligen$/, { on: '11-01' }],
];

/** Whose days off are "die Feiertage": the next of them. */
const greatFeasts = [easter, whitsun, newYear];

/**
 * The first working day after the next of these feasts.
 * @param name as `fold` writes it, with its article: `ostern`, `den feiertagen`.
 * @param today ISO date of the business, as is what is returned; `undefined`: no feast that is known.
 */
export function workingDayAfterFeast(name: string, today: string, company: Company): string | undefined {
  const lastDays = /^den feiertagen$/.test(name)
    ? greatFeasts
    : feasts.filter(([names]) => names.test(name)).map(([, lastDay]) => lastDay);
  const year = Number(today.slice(0, 4));
  const [next] = lastDays
    .flatMap((lastDay) => [holidayDate(lastDay, String(year)), holidayDate(lastDay, String(year + 1))])
    .filter((date) => date !== undefined && date >= today)
    .toSorted();
  return next === undefined ? undefined : workingDayFrom(company, addDays(next, 1));
}
