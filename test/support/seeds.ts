/** A person whose data is found again wherever it should not be, and adapters that tell it to everybody. */
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { mockClient } from 'aws-sdk-client-mock';
import { sesMailer } from '../../adapters/ses/ses-mailer.ts';
import type { CapturedSubmission } from '../../domain/capture/captured-submission.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Mailer } from '../../domain/ports/mailer.ts';
import { aLead } from './a-lead.ts';
import { aSubmission } from './a-submission.ts';

export const person = {
  name: 'Zacharias Quellwasser',
  email: 'zacharias.quellwasser@seedmail.test',
  phone: '0171 / 55 50 199',
  phoneE164: '+491715550199',
  address: 'Rübenstraße 4711',
  postcode: '80331',
  city: 'Seedingen',
  message: 'Im Wäschekeller tröpfelt es hinter dem Samowar.',
};
/** Each is found in what people wrote, and nowhere else: none is short enough to turn up in a time or a position. */
export const seeds = [
  'Quellwasser',
  'Zacharias',
  'seedmail',
  '55 50 199',
  '5550199',
  'Rübenstraße',
  'Seedingen',
  'Wäschekeller',
  'Samowar',
  'grundriss-',
  'Haarriss',
];

/** A text as it stands in the middle of something that was encoded: by base64 in three ways, as its bytes lie. */
function encoded(seed: string): string[] {
  const bytes = Buffer.from(seed);
  const base64 = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64url')
      .replace(/=+$/, '');
    // The first and last characters also hold bits of the neighbours.
    return text.slice(before === 0 ? 0 : before + 1, (before + bytes.length) % 3 === 0 ? undefined : -1);
  });
  const quotedPrintable = [...bytes]
    .map((byte) => (byte < 128 ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase()}`))
    .join('');
  return [...base64, encodeURIComponent(seed), JSON.stringify(seed).slice(1, -1), quotedPrintable];
}

const forbidden = seeds.flatMap((seed) => [seed, ...encoded(seed)].map((text) => text.toLowerCase()));

/** The seeds that stand in a text, in whatever writing. */
export function seedsIn(text: string): string[] {
  const plain = text.toLowerCase();
  const url = plain.replaceAll('+', '-').replaceAll('/', '_');
  return forbidden.filter((seed) => plain.includes(seed) || url.includes(seed));
}

const { message: _message, ...personContact } = person;
const contact = { ...aLead().contact, ...personContact };

/** Asked by that person, in these words. */
export const seededLead = (overrides: Partial<Lead> = {}): Lead => {
  const request = {
    ...aLead().request,
    message: person.message,
    extra: [{ name: 'Haarriss', value: 'im Samowar' }],
  };
  const [captured] = aLead().timeline;
  if (captured?.type !== 'captured') throw new Error('No lead without its capture');
  return aLead({
    contact,
    request,
    timeline: [{ ...captured, contact, request }],
    ...overrides,
  });
};

/** A request of that person on its way to the store; the seeded lead is an earlier one. */
export const seededSubmission = (overrides: Partial<CapturedSubmission> = {}): CapturedSubmission => {
  const { request } = seededLead();
  return aSubmission({
    leadId: '7K2M9QX4TF',
    // Whatever the website's own script calls it.
    keys: { submissionId: `${person.name} 1`, contentHash: 'a-content' },
    facts: {
      ...aSubmission().facts,
      contact,
      request,
      attribution: { page: `https://muster.test/?q=${person.name}`, utm: { utm_source: person.email } },
    },
    ...overrides,
  });
};

/** What a broken adapter might say, over several lines, one of which looks like a frame. */
const talkative = () =>
  new Error(
    `Cannot store {"name":"${person.name}","email":"${person.email}"}\n    at ${person.address}, ${person.city}\n    at Samowar (Wäschekeller)`,
  );
export const throws = async (): Promise<never> => {
  throw talkative();
};

/** SES, as it answers with the addresses and names it was given. */
export function quotingSes(name: string, status: number): Mailer {
  const client = new SESClient({
    region: 'eu-central-1',
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  });
  const text = `Illegal address: "${person.name}" <${person.email}>, ${person.name} ${person.email}`;
  const fault = Object.assign(new Error(text), { name, $metadata: { httpStatusCode: status } });
  mockClient(client).on(SendRawEmailCommand).rejects(fault);
  return sesMailer({ client });
}
export const silentSes = (): Mailer => {
  const client = new SESClient({
    region: 'eu-central-1',
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  });
  mockClient(client).on(SendRawEmailCommand).rejects(talkative());
  return sesMailer({ client });
};
