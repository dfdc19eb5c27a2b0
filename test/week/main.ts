/** `npm run week`: prints who of the firm gets which mails in an ordinary week. */
import { countsForLimit, liveWeek, untouchedRequests, type WeekMail } from './ordinary-week.ts';

const mails = await liveWeek();
const perDay = Map.groupBy(mails, ({ day, to }) => `${day}  ${to}`);
for (const [who, ofDay] of [...perDay].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
  console.log(
    `${who}: ${ofDay.length} mails, ${ofDay.filter(countsForLimit).length} beside alerts and answers`,
  );
  for (const mail of ofDay) console.log(`    ${line(mail)}`);
}
console.log(`${mails.length} mails in a week of 30 requests, ${untouchedRequests} untouched, 2 emergencies`);

function line({ time, what, subject }: WeekMail): string {
  return `${time}  ${what.padEnd(20)}  ${subject}`;
}
