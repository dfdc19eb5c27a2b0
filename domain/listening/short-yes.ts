/** Answers that only say thanks, or yes to the visit that stands: nobody owes a word for them. */
import type { Company } from '../business/company.ts';
import { plainText } from '../capture/plain-words.ts';
import { stripSignature } from '../inbound/signature.ts';
import type { Lead } from '../lead/lead.ts';
import { addDays, localDate, localTime, weekdayOf } from '../time/local-time.ts';
import type { Moment } from '../time/moment.ts';
import type { weekdays } from '../time/weekday.ts';

const wordsOf = (text: string): string[] => text.trim().split(/\s+/);

/** One of them says thanks or yes. In plain spelling. */
const yes = new Set(
  wordsOf(`
    danke dank dankeschoen merci thx thanks thank grazie ok okay okey oki ja jawohl jo jep yes yep oui einverstanden super
    prima perfekt perfect parfait gut bestens wunderbar top klasse toll spitze klar fein fine great good gerne gern passt
    passend klappt geht steht stimmt notiert vermerkt vorgemerkt eingetragen bestaetigt bestaetige bestaetigen confirmed zugesagt
    freue freuen genau agreed sounds works bien entendu recu bis
  `),
);

/** They may stand beside it. A word that is missing here makes the answer one that somebody reads as such. */
const beside = new Set(
  wordsOf(`
    mir uns mich ich wir es sich sie ihnen ihr ihre ihrem ihren ihrer der die das den dem dieser diesen diesem fuer an am auf
    mit um zu zur zum in im von vom vor da dann hier so und sehr ganz recht wirklich schon mal einmal nochmal nochmals alles
    vielen viele besten beste herzlichen herzliche herzlich lieben liebe schoenen schoene freundliche freundlichen gruesse
    gruessen gruss lg vg mfg bg hg hallo hi moin servus guten tag morgen abend woche wochenende wuensche wuenschen
    ist sind bin sein wird werde werden habe haben hab machen wir s gehts passts ordnung bestaetigung rueckmeldung antwort
    nachricht mail e email info information infos termin terminbestaetigung terminvorschlag vorschlag uhrzeit zeit besichtigung
    besuch kommen ort zuhause daheim haus dahin bald dabei wie besprochen vereinbart ausgemacht abgemacht abgesprochen
    schnelle schnellen rasche raschen prompte prompten tolle tollen nette netten zusage kenntnis genommen erhalten
    angekommen uhr h kalender bei beide beiden auch mann frau
    for the your very much that the is me it see you then and on at looking forward to kind best regards
    pour votre c est d accord tout a jeudi
  `),
);

const dayNames: Readonly<Record<(typeof weekdays)[number], readonly string[]>> = {
  monday: ['montag', 'mo', 'monday', 'lundi'],
  tuesday: ['dienstag', 'di', 'tuesday', 'mardi'],
  wednesday: ['mittwoch', 'mi', 'wednesday', 'mercredi'],
  thursday: ['donnerstag', 'do', 'thursday', 'jeudi'],
  friday: ['freitag', 'fr', 'friday', 'vendredi'],
  saturday: ['samstag', 'sa', 'sonnabend', 'saturday', 'samedi'],
  sunday: ['sonntag', 'so', 'sunday', 'dimanche'],
};
const everyDay = new Set(
  [...Object.values(dayNames).flat(), 'heute', 'uebermorgen'].filter((day) => day !== 'so'),
);

/** "Hallo Herr Huber,": whatever he is called. Capitals make the name. */
const salutation =
  /^(?:[Hh]allo|[Hh]i|[Hh]ey|[Gg]uten (?:Tag|Morgen|Abend)|[Gg]rüß Gott|[Gg]rüezi|[Ss]ervus|[Mm]oin|[Ss]ehr geehrte[rs]?|[Ll]iebe[rs]?|[Dd]ear|[Bb]onjour|[Bb]uongiorno)(?: (?:und|zusammen|\p{Lu}[\p{L}.'’-]{1,30})){0,6} ?(?:[,!.]|\n|$)/u;
const closing = /\b(?:lg|vg|mfg|bg|hg|gruss|gruesse|gruessen|regards)(?: [a-z]+){1,3}$/;
const nod = /[👍👌🙏✅😊🙂]/u;

/** Longer is a letter. */
const maxLength = 300;

/**
 * Does the answer say thanks or yes, and nothing that wants a word or an act?
 * @param ownWords his own, without quotes; a signature may stand below.
 */
export function saysOnlyYes(
  ownWords: string,
  { visit, contact }: Lead,
  company: Company,
  now: Moment,
): boolean {
  const bare = stripSignature(ownWords).trim();
  const text = bare === '' ? ownWords.trim() : bare;
  if (visit === undefined || text === '' || text.length > maxLength || /\?/.test(text)) return false;
  const plain = plainText(text.replace(salutation, '')).replace(closing, '');
  if (plain === '') return nod.test(text);
  const named = new Set(wordsOf(plainText(contact.name ?? '')));
  const isDone = visit.startsAt <= now;
  const dates = wordsFor(visit.startsAt, company, now);
  const words = wordsOf(plain);
  const isFitting = (word: string): boolean => {
    // After the visit the quote is owed anyway.
    if (dates.has(word) || (isDone && word === 'angebot')) return true;
    if (everyDay.has(word) || /\d/.test(word)) return false;
    return yes.has(word) || beside.has(word) || named.has(word);
  };
  return words.some((word) => yes.has(word)) && words.every(isFitting);
}

/** How this day and time are named; any other is a wish. */
function wordsFor(startsAt: Moment, { timeZone }: Company, now: Moment): Set<string> {
  const date = localDate(startsAt, timeZone);
  const today = localDate(now, timeZone);
  const [year = '', month = '', day = ''] = date.split('-');
  const [hour = '', minute = ''] = localTime(startsAt, timeZone).split(':');
  const short = (figure: string) => figure.replace(/^0(?=\d)/, '');
  return new Set([
    ...dayNames[weekdayOf(date)],
    ...(date === today ? ['heute'] : []),
    ...(date === addDays(today, 2) ? ['uebermorgen'] : []),
    ...[year, month, day, hour, minute].flatMap((figure) => [figure, short(figure), `${short(figure)}h`]),
  ]);
}
