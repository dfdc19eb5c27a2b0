/** What describes a business, as a company file says it and as it is checked before it is stored. */
import * as z from 'zod';
import { approximateDays, type Delay } from '../lead/cadence.ts';
import { cadenceNames, mayGoToCustomers } from '../lead/pipeline.ts';
import { weekdays } from '../time/weekday.ts';
import { companyDefaults } from './company-defaults.ts';
import { accentColor, storedLogo } from './look.ts';
import { mailTexts } from './mail-texts.ts';
import { plainLine } from './plain-line.ts';

/** Nobody plans further ahead, and what is far beyond it cannot be computed. */
const maxDelayDays = 1_000;

const delay = z
  .string()
  .regex(
    /^(\d+ working (hour|day)s?|P(?!$)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?)$/,
    'expected "2 working hours", "3 working days" or an ISO 8601 duration such as "PT15M"',
  )
  .refine((text) => approximateDays(text) <= maxDelayDays, `expected at most ${maxDelayDays} days`)
  .transform((text) => text as Delay);

const cadence = z.strictObject({
  to: z.enum(['owner', 'customer']),
  after: z.array(delay).min(1).max(20),
  thenEach: delay.optional(),
});

/** Other rhythms for this business; those that are the owner's alone stay his. */
const changedCadences = z.partialRecord(z.enum(cadenceNames), cadence).superRefine((changed, context) => {
  for (const name of cadenceNames) {
    if (changed[name]?.to === 'customer' && !mayGoToCustomers(name)) {
      context.addIssue({
        code: 'custom',
        path: [name, 'to'],
        message: 'expected "owner": the mails of this rhythm are for the owner alone',
      });
    }
  }
});

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'expected a time such as "08:00"');
const weekday = z.enum(weekdays);

/** Less would stretch two working hours over months. */
const minWorkingMinutes = 60;
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** When the business works and when its customers may get follow-ups. Local time of the business. */
const workingTime = z
  .strictObject({ days: z.array(weekday).min(1), from: timeOfDay, to: timeOfDay })
  .refine((time) => time.from < time.to, 'expected an end after the beginning')
  .refine(
    (time) => time.from >= time.to || minutesOf(time.to) - minutesOf(time.from) >= minWorkingMinutes,
    'expected at least an hour between from and to',
  );
/** `always` switches off week-ends, nights and holidays: for trying things out. */
const workingTimes = z.union(
  [z.literal('always'), workingTime],
  'expected "always", or days with from and to',
);

const address = z.strictObject({
  street: plainLine(),
  postcode: plainLine(),
  city: plainLine(),
});

/**
 * The legal form decides what the footer of a business mail must name: § 35a GmbHG (GmbH, UG), § 37a HGB (e.K.),
 * § 125 HGB (OHG, KG, GmbH & Co. KG), § 14 UGB (Austria), Art. 954a OR (Switzerland).
 */
const legal = z.discriminatedUnion('form', [
  z.strictObject({
    form: z.enum(['GmbH', 'UG (haftungsbeschränkt)']),
    registerCourt: plainLine(),
    registerNumber: plainLine(),
    managingDirectors: z.array(plainLine()).min(1),
    vatId: plainLine().optional(),
  }),
  z.strictObject({
    form: z.literal('GmbH & Co. KG'),
    registerCourt: plainLine(),
    registerNumber: plainLine(),
    /** The GmbH that answers for the KG, with its own particulars. */
    generalPartner: z.strictObject({
      name: plainLine(),
      seat: plainLine(),
      registerCourt: plainLine(),
      registerNumber: plainLine(),
      managingDirectors: z.array(plainLine()).min(1),
    }),
    vatId: plainLine().optional(),
  }),
  z.strictObject({
    form: z.enum(['e.K.', 'OHG', 'KG']),
    registerCourt: plainLine(),
    registerNumber: plainLine(),
    owners: z.array(plainLine()).min(1),
    vatId: plainLine().optional(),
  }),
  z.strictObject({
    form: z.enum(['GbR', 'Einzelunternehmen']),
    owners: z.array(plainLine()).min(1),
    vatId: plainLine().optional(),
  }),
  z.strictObject({
    form: z.enum(['GmbH (AT)', 'e.U. (AT)', 'OG (AT)', 'KG (AT)']),
    registerCourt: plainLine(),
    registerNumber: plainLine(),
    managingDirectors: z.array(plainLine()).optional(),
    vatId: plainLine().optional(),
  }),
  z.strictObject({
    form: z.enum(['GmbH (CH)', 'AG (CH)', 'Einzelfirma (CH)']),
    uid: z.string().regex(/^CHE-\d{3}\.\d{3}\.\d{3}( MWST)?$/, 'expected "CHE-123.456.789"'),
    owners: z.array(plainLine()).optional(),
  }),
]);

const origin = z
  .url()
  .refine(
    (text) => URL.canParse(text) && new URL(text).origin === text,
    'expected an origin such as "https://example.de"',
  );

const webAddress = z.url({ protocol: /^https?$/ }).max(500);

/** ISO dates, each once. More than a year of them in a row would leave no day on which anything may happen. */
const dates = z
  .array(z.iso.date())
  .max(366)
  .superRefine((all, context) => {
    for (const [index, date] of all.entries()) {
      if (all.indexOf(date) === index) continue;
      context.addIssue({ code: 'custom', path: [index], message: 'expected each day once' });
    }
  });

const timeZone = z.string().refine((zone) => {
  try {
    // `+01:00` is none: it knows no summer time.
    if (!/^[A-Za-z]/.test(zone)) return false;
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}, 'expected a time zone of the IANA database such as "Europe/Berlin"');

/** As people write it; it is shown as it stands here, and dialled. */
const phone = z
  .string()
  .regex(/^(?=(?:\D*\d){3})[+\d][\d\s()/.–-]{2,38}$/, 'expected a phone number such as "+49 89 123456"');

/** Who works here: who may be told, asked or named. */
export const personSchema = z.strictObject({
  name: plainLine(),
  /** Tells people apart. */
  email: z.email(),
  phone: phone.optional(),
  role: z.enum(['owner', 'office', 'staff']),
  /** Is called first in an emergency. Where nobody is: those who get the mails of the business. */
  onCall: z.boolean().optional(),
  /** The topic of ntfy that his phone listens to; whoever knows it can listen too, so it is long and nobody guesses it. */
  ntfyTopic: z
    .string()
    .regex(/^[\w-]{8,64}$/, 'expected 8 to 64 letters, digits, hyphens and underscores')
    .optional(),
  /** The number that gets a text message in an emergency; each costs money. */
  sms: z
    .string()
    .regex(/^\+[1-9]\d{6,14}$/, 'expected a number such as "+491711234567"')
    .optional(),
  /** Is away from a day to a day, both included; meanwhile somebody else gets what is meant for him. */
  absent: z
    .strictObject({
      from: z.iso.date(),
      until: z.iso.date(),
      /** The address of whoever does his work; absent: it is done as if it were nobody's in particular. */
      substitute: z.email().optional(),
    })
    .refine(({ from, until }) => from <= until, 'expected an end that is not before the beginning')
    .optional(),
});

/** More work in no small business. */
export const maxPeople = 100;

const people = z
  .array(personSchema)
  .max(maxPeople)
  .superRefine((all, context) => {
    const addresses = all.map(({ email }) => email.toLowerCase());
    for (const [index, address] of addresses.entries()) {
      if (addresses.indexOf(address) === index) continue;
      const message = 'expected an address of its own for each person';
      context.addIssue({ code: 'custom', path: [index, 'email'], message });
    }
  });

/** What happens to emergencies outside of the working time. */
const emergency = z.strictObject({
  /** Somebody takes them day and night. `false`: they ring when the business opens, and its answer says so. */
  nightService: z.boolean().default(companyDefaults.emergency.nightService),
  /** Whom customers call while nobody here takes emergencies. Default: `emergencyPhone`. */
  instead: z.strictObject({ name: plainLine().optional(), phone }).optional(),
  /** An ntfy server of the business's own. Default: the public one. */
  ntfyServer: z
    .url({ protocol: /^https$/ })
    .refine((text) => !text.endsWith('/'), 'expected no slash at its end')
    .optional(),
});

export const companySchema = z.strictObject({
  /** Short name for stacks and tables: one deployment per key and stage. */
  key: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/, 'expected lower-case letters, digits and hyphens'),
  /** The name as registered, as it must stand in the footer. */
  name: plainLine(),
  /** The name customers know; default: the registered one. */
  brand: plainLine().optional(),
  legal,
  address,
  phone,
  /** Rings at night too; named to the customer of an urgent request. Default: `phone`. */
  emergencyPhone: phone.optional(),
  emergency: emergency.default(companyDefaults.emergency),
  website: webAddress,
  country: z.enum(['DE', 'AT', 'CH']),
  /**
   * State or canton for public holidays, as in ISO 3166-2 without the country, e.g. `BY`, `9`, `ZH`; with a community where
   * the holidays differ within it, e.g. `BY-KATH` (Assumption Day) or `BY-A` (Augsburg).
   */
  region: z.string().max(20).optional(),
  timeZone,
  currency: z.enum(['EUR', 'CHF']),
  /** The person who signs the mails to customers. */
  contactPerson: plainLine(),
  // SES takes 50 recipients; each gets every alert.
  owner: z.strictObject({ name: plainLine(), email: z.array(z.email()).min(1).max(10) }),
  /** Who else works here; mail, phone and role of each. */
  people: people.default(companyDefaults.people),
  mail: z.strictObject({
    /** Sender of everything; its domain is the verified identity. */
    from: z.email(),
    /** Where answers go; a mailbox somebody reads. */
    replyTo: z.email(),
    /**
     * Where mails come in: an address whose domain has its MX at SES. Answers go to signed variants of it
     * (`anfrage+….…@…`), the mailbox of the business is forwarded to it. Absent: no mails are received.
     */
    receive: z
      .email()
      .max(90)
      // With a digest's date and its signature a local part reaches the 64 characters that mail allows.
      .regex(/^[^@+]{1,29}@/, 'expected up to 29 characters before the @, and no +')
      .optional(),
  }),
  /** A domain of the business in front of the HTTP API, without a trailing slash. Default: the API's own address. */
  publicUrl: z
    .url()
    .refine((text) => !text.endsWith('/'), 'expected no slash at its end')
    .optional(),
  /** Pages that may post the form from a browser, and be redirected to. */
  origins: z.array(origin).max(50),
  privacyUrl: webAddress,
  workingTime: workingTimes.default(companyDefaults.workingTime),
  /** Working days the business does not work, ISO dates: company holidays. */
  closedOn: dates.default(companyDefaults.closedOn),
  /** Public holidays on which the business works all the same, ISO dates. */
  openOn: dates.default(companyDefaults.openOn),
  /** When the digest goes out, local time of the business. */
  digestAt: timeOfDay
    .refine((time) => time !== '24:00', 'expected a time such as "06:30"')
    .default(companyDefaults.digestAt),
  cadences: changedCadences.default(companyDefaults.cadences),
  /** Promised in the acknowledgement: how fast somebody calls. Default: one working day. */
  answerWithin: delay.default(companyDefaults.answerWithin),
  /** Months after closing when a lead without a deal is erased. */
  retentionMonths: z.int().min(1).max(120).default(companyDefaults.retentionMonths),
  /** The business's own words for its mails; without them the standard ones go out. */
  texts: mailTexts.default(companyDefaults.texts),
  /** Tries things out: the window and the spacing of mails to customers do not count, all other limits do. Every page says so. */
  trial: z.boolean().optional(),
  /** Of buttons and links, in mails and on pages. Default: the colours of the project. */
  accentColor: accentColor.optional(),
  /** On top of mails and pages. Default: the name alone. */
  logo: storedLogo.optional(),
});
