/** An ordinary week of a firm of five, lived through on the real system of one machine: who gets which mails on which day. */
import { addDuration, localDate, localTime, momentOf } from '../../domain/time/local-time.ts';
import { type LocalSystem, type MailboxEntry, startLocalSystem } from '../support/local-system.ts';

const zone = 'Europe/Berlin';
const owner = 'chef@muster-haustechnik.example';
/** Monday to Friday. */
const days = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'];

const wishes = [
  'ein neues Bad mit bodengleicher Dusche',
  'eine Wärmepumpe',
  'neue Heizkörper',
  'eine Wallbox',
];
/** What the owner does with those that he looks at, each by a button of its alert. Each visit has a time of its own. */
function stepOf(number: number): readonly [label: string, fields?: Readonly<Record<string, string>>] {
  if (number % 7 === 3) return ['Erreicht', { next: 'customer' }];
  if (number % 7 !== 6) return ['Nicht erreicht'];
  const [day, hour] = [1 + (number % 4), 8 + Math.floor(number / 4)];
  const time = `${String(hour).padStart(2, '0')}:00`;
  return ['Besichtigung planen', { date: `2026-12-0${day}`, time, durationMinutes: '60' }];
}

const requests = 28;
/** Of each seven nobody touches three. */
const isUntouched = (number: number): boolean => number % 7 < 3;
export const untouchedRequests = Array.from({ length: requests }, (_, number) => number).filter(
  isUntouched,
).length;

export interface WeekMail {
  readonly day: string;
  readonly time: string;
  readonly to: string;
  readonly what: 'list' | 'chase' | 'visit' | 'alert' | 'answer of a customer' | 'other';
  readonly subject: string;
}

/** Thirty requests, two of them emergencies; of the others twelve are left lying, and some customers answer. */
export async function liveWeek(): Promise<readonly WeekMail[]> {
  const system = await startLocalSystem({ now: momentOf(days[0] ?? '', '06:00', zone) });
  try {
    for (const [index, day] of days.entries()) await liveDay(system, day, index);
    await system.moveTo(momentOf('2026-11-28', '06:00', zone));
    const mails = await system.mailbox();
    return mails
      .filter(({ to }) => to.some((one) => one.endsWith('@muster-haustechnik.example')))
      .flatMap(asWeekMails);
  } finally {
    await system.stop();
  }
}

async function liveDay(system: LocalSystem, day: string, index: number): Promise<void> {
  let at = momentOf(day, '07:10', zone);
  const from = Math.floor((index * requests) / days.length);
  const until = Math.floor(((index + 1) * requests) / days.length);
  for (let number = from; number < until; number++) {
    await system.moveTo(at);
    const id = await system.capture({
      name: `Kundin ${String.fromCharCode(65 + (number % 26))}${number}`,
      email: `kundin-${number}@example.org`,
      phone: `0151 23456${100 + number}`,
      city: 'München',
      message: `Wir möchten ${wishes[number % wishes.length]} (Nummer ${number}).`,
    });
    await system.quiet();
    if (!isUntouched(number)) await act(system, id, number);
    at = addDuration(at, 'PT95M');
  }
  if (index === 1 || index === 3) await ring(system, addDuration(at, 'PT5M'), index);
  if (index > 0) await answer(system, index);
}

async function act(system: LocalSystem, id: string, number: number): Promise<void> {
  const alert = (await system.mailsTo(owner)).find(
    ({ headers }) => headers['x-nachfass-mail'] === `${id}/g1#new-lead-alert#1`,
  );
  if (!alert) throw new Error(`Nobody was told of request ${number}`);
  const [label, fields] = stepOf(number);
  await system.press(label, alert.html, fields);
}

/** An emergency, and somebody who takes it after seven minutes. */
async function ring(system: LocalSystem, at: string, index: number): Promise<void> {
  await system.moveTo(at);
  await system.capture({
    name: `Notfall ${index}`,
    email: `notfall-${index}@example.org`,
    phone: `0151 9999${index}00`,
    message: 'Rohrbruch im Keller, das Wasser steht schon zwei Zentimeter hoch!',
  });
  await system.advance('PT7M');
  await system.press('Ich übernehme', (await system.newestTo(owner)).html);
}

/** Somebody who was asked writes. */
async function answer(system: LocalSystem, index: number): Promise<void> {
  const asked = (await system.mailbox()).find(({ to }) => to.includes(`kundin-${index * 7 - 4}@example.org`));
  if (!asked) return;
  await system.mail({
    from: asked.to[0] ?? '',
    to: asked.replyTo[0] ?? '',
    subject: `Re: ${asked.subject}`,
    text: 'Wir sind nachmittags gut zu erreichen.',
  });
  await system.quiet();
}

function asWeekMails({ at, to, subject, headers }: MailboxEntry): WeekMail[] {
  const key = headers['x-nachfass-mail'] ?? '';
  const mail = { day: localDate(at, zone), time: localTime(at, zone), subject, what: kindOf(key) };
  return to.map((one) => ({ ...mail, to: one }));
}

function kindOf(key: string): WeekMail['what'] {
  if (key.startsWith('digest/')) return 'list';
  if (key.startsWith('chases/')) return 'chase';
  if (/#replied#1(?:@|$)/.test(key)) return 'answer of a customer';
  if (/#(new-lead-alert|request-corrected|service|emergency-taken)#/.test(key)) return 'alert';
  return key.includes('visit') ? 'visit' : 'other';
}

/** What comes beside alerts and answers of customers. */
export const countsForLimit = ({ what }: WeekMail): boolean =>
  what !== 'alert' && what !== 'answer of a customer';
