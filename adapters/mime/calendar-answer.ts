/** Answers to an invitation, as calendars send them (RFC 5545, RFC 5546): accepted, declined, another time. */

import type { CalendarAnswer } from '../../domain/inbound/incoming-mail.ts';
import { momentOf } from '../../domain/time/local-time.ts';

/** An answer names one visit; what stands behind this is somebody's whole calendar. */
const maxLines = 5_000;
const maxValueLength = 2_000;

/** The businesses are in Germany, Austria and Switzerland, whose clocks show the same time. */
const ownTimeZone = 'Europe/Berlin';
/** What Windows and Outlook call the time zones of our customers and of those who travel. */
const windowsTimeZones: Readonly<Record<string, string>> = {
  'w. europe standard time': 'Europe/Berlin',
  'central europe standard time': 'Europe/Budapest',
  'central european standard time': 'Europe/Warsaw',
  'romance standard time': 'Europe/Paris',
  'gmt standard time': 'Europe/London',
  'greenwich standard time': 'Atlantic/Reykjavik',
  'e. europe standard time': 'Europe/Chisinau',
  'fle standard time': 'Europe/Helsinki',
  'gtb standard time': 'Europe/Athens',
  'turkey standard time': 'Europe/Istanbul',
  'russian standard time': 'Europe/Moscow',
  'eastern standard time': 'America/New_York',
  'pacific standard time': 'America/Los_Angeles',
  utc: 'UTC',
  gmt: 'UTC',
};

interface Property {
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
}

const answers = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'tentative',
} as const;

/**
 * @param method of the Content-Type, for a calendar that does not name its own.
 * @returns `undefined`: an invitation, a cancellation or something else that answers nothing.
 */
export function readCalendarAnswer(text: string, method?: string): CalendarAnswer | undefined {
  const properties = unfold(text).map(readProperty);
  const named = properties.find(({ name }) => name === 'METHOD')?.value ?? method ?? '';
  const kind = named.trim().toUpperCase();
  if (kind !== 'REPLY' && kind !== 'COUNTER') return undefined;
  const event = firstEvent(properties);
  const textOf = (wanted: string) => event.find(({ name }) => name === wanted)?.value.trim();
  const attendees = event.filter(({ name }) => name === 'ATTENDEE');
  const status = ({ parameters }: Property) => parameters.get('PARTSTAT')?.toUpperCase() ?? '';
  // Some calendars name everybody who was invited; only who answers has a status.
  const attendee = attendees.find((one) => status(one) in answers) ?? attendees[0];
  const said = attendee && answers[status(attendee) as keyof typeof answers];
  const answer = kind === 'COUNTER' ? 'counter' : said;
  if (answer === undefined) return undefined;
  const uid = textOf('UID');
  const address = attendee && mailAddressOf(attendee);
  const comment = unescaped(textOf('COMMENT') ?? '').trim();
  const start = event.find(({ name }) => name === 'DTSTART');
  const startsAt = kind === 'COUNTER' && start ? readMoment(start) : undefined;
  return {
    answer,
    ...(uid && { uid }),
    ...(address && { attendee: address }),
    ...(comment !== '' && { comment }),
    ...(startsAt !== undefined && { startsAt }),
  };
}

/**
 * What an invitation or a calling off says in words: what it is about, where, and what was written to it. The mail may
 * have no other text.
 */
export function readCalendarWords(text: string): string {
  const event = firstEvent(unfold(text).map(readProperty));
  const wordsOf = (wanted: string) =>
    unescaped(event.find(({ name }) => name === wanted)?.value ?? '').trim();
  const words = ['SUMMARY', 'LOCATION', 'DESCRIPTION', 'COMMENT'].map(wordsOf);
  return [...new Set(words)].filter((part) => part !== '').join('\n');
}

/** Long lines go on in the next one, behind a blank or a tab. */
function unfold(text: string): string[] {
  const lines: string[][] = [];
  for (const line of text.split('\n', maxLines)) {
    if (/^[ \t]/.test(line)) lines.at(-1)?.push(line.slice(1));
    else lines.push([line]);
  }
  return lines.map((pieces) => pieces.join('').slice(0, maxValueLength));
}

/** `NAME;PARAMETER=value;PARAMETER="a value: with signs":the value` */
function readProperty(line: string): Property {
  const name = /^[A-Za-z0-9-]*/.exec(line)?.[0] ?? '';
  const parameters = new Map<string, string>();
  let position = name.length;
  while (line[position] === ';') {
    const equals = line.indexOf('=', position);
    if (equals < 0) break;
    const key = line.slice(position + 1, equals).toUpperCase();
    const quoted = line[equals + 1] === '"' ? line.indexOf('"', equals + 2) : -1;
    const end = nextOf(line, quoted < 0 ? equals + 1 : quoted + 1);
    parameters.set(key, line.slice(equals + 1, end).replace(/^"|"$/g, ''));
    position = end;
  }
  return { name: name.toUpperCase(), parameters, value: line.slice(position).replace(/^:/, '') };
}

/** The next `;` or `:`, else the end. */
function nextOf(line: string, from: number): number {
  let at = from;
  while (at < line.length && line[at] !== ';' && line[at] !== ':') at++;
  return at;
}

/** What stands in the first event itself and not in its alarms. */
function firstEvent(properties: readonly Property[]): Property[] {
  const found: Property[] = [];
  let inside: string[] | undefined;
  for (const property of properties) {
    const component = property.value.trim().toUpperCase();
    if (property.name === 'BEGIN') {
      if (inside) inside.push(component);
      else if (component === 'VEVENT') inside = [];
    } else if (property.name === 'END' && inside) {
      if (inside.pop() === undefined) break;
    } else if (inside?.length === 0) found.push(property);
  }
  return found;
}

function mailAddressOf({ value, parameters }: Property): string | undefined {
  const named = [value, parameters.get('EMAIL') ?? '']
    .map((text) =>
      text
        .trim()
        .replace(/^mailto:/i, '')
        .toLowerCase(),
    )
    .find((text) => /^[^\s@<>]{1,64}@[^\s@<>]{1,255}$/.test(text));
  return named;
}

function unescaped(text: string): string {
  return text.replace(/\\([nN,;\\])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));
}

/** `20261126T090000Z`, the same without `Z` in a time zone or in none, or a whole day, which begins at midnight. */
function readMoment({ value, parameters }: Property): string | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})\d{0,2}(Z?))?$/i.exec(value.trim());
  if (!match) return undefined;
  const [, year, month, day, hour = '00', minute = '00', utc = ''] = match;
  const zone = utc === '' ? timeZoneOf(parameters.get('TZID') ?? '') : 'UTC';
  try {
    return momentOf(`${year}-${month}-${day}`, `${hour}:${minute}`, zone);
  } catch {
    // The 31st of February.
    return undefined;
  }
}

/** Also `/mozilla.org/20050126_1/Europe/Berlin` and "(UTC+01:00) Amsterdam, Berlin, Bern". */
function timeZoneOf(id: string): string {
  const known = windowsTimeZones[id.trim().toLowerCase()];
  if (known !== undefined) return known;
  const name = /(?:^|\/)([A-Z][A-Za-z]+\/[A-Z][A-Za-z_-]+(?:\/[A-Z][A-Za-z_-]+)?)$/.exec(id.trim())?.[1];
  return name !== undefined && isTimeZone(name) ? name : ownTimeZone;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}
