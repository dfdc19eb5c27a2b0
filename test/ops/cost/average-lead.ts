/**
 * The average lead, as data: what becomes of requests, through which door they come, and what is done about them when.
 * Assumptions of ours with their reasons, not statistics; whoever knows better changes them here, and
 * `units.test.ts` tells what a lead then uses.
 */
import type { CountedBusiness, Door } from './counted-business.ts';

/** The door a request comes through, with its share of all requests. */
export const doors = {
  /** The form is what the website leads to. */
  form: 0.6,
  /** Mails, mails of other forms and of portals. */
  mail: 0.3,
  /** Form services, advertisements and missed calls, which few businesses connect. */
  hook: 0.1,
} as const satisfies Record<Door, number>;

/**
 * Pieces of spam for each request. The address is on a website, so both doors get it; a public form without a puzzle
 * gets as much of it as of honest requests, and often more. Nobody else knows the address of a hook.
 */
export const spam: Readonly<Record<Door, number>> = { form: 0.5, mail: 0.5, hook: 0 };

export const texts = {
  project:
    'Guten Tag, wir möchten unser Bad erneuern: bodengleiche Dusche, neue Fliesen, Heizkörper. Wann könnten Sie sich das ansehen?',
  emergency: 'Rohrbruch im Keller, das Wasser läuft! Bitte kommen Sie sofort.',
  spam: 'Mehr Besucher für Ihre Website! '.repeat(20),
} as const;

interface Outcome {
  /** Of all requests. */
  readonly share: number;
  readonly request: keyof typeof texts;
  /** By the moment each happens at; the request itself came on Monday, 2026-11-23, at 10:00 in Munich. */
  readonly steps: Readonly<Record<string, (business: CountedBusiness) => Promise<unknown>>>;
}

export const outcomes = {
  /** Trades win roughly every third quote, and not every request gets as far as a quote. */
  won: {
    share: 0.25,
    request: 'project',
    steps: {
      '2026-11-23T10:30:00.000Z': (business) => business.tap('not-reached'),
      // The first reminder goes out on Wednesday; the customer answers on Thursday, and the owner answers him.
      '2026-11-26T09:00:00.000Z': (business) => business.answer('customer', 'Heute ab 16 Uhr bin ich da.'),
      '2026-11-26T09:20:00.000Z': (business) => business.answer('owner', 'Guten Tag, ich rufe um 16 Uhr an.'),
      '2026-11-26T15:00:00.000Z': (business) => business.tap('reached'),
      '2026-11-26T15:10:00.000Z': (business) => business.tap('qualify', { valueCents: '12000' }),
      '2026-11-27T09:00:00.000Z': (business) =>
        business.tap('plan-visit', { date: '2026-12-02', time: '10:00', durationMinutes: '60' }),
      '2026-12-03T15:00:00.000Z': (business) => business.tap('quote', { quotedCents: '11500' }),
      // Two reminders later the customer wants to talk about the price.
      '2026-12-15T09:00:00.000Z': (business) => business.tap('negotiate'),
      '2026-12-17T09:00:00.000Z': (business) => business.tap('win', { finalCents: '11000' }),
    },
  },
  /** A quote that went elsewhere or a talk that led nowhere: the commonest end. */
  lost: {
    share: 0.35,
    request: 'project',
    steps: {
      '2026-11-23T14:00:00.000Z': (business) => business.tap('reached'),
      '2026-11-25T09:00:00.000Z': (business) => business.tap('qualify', { valueCents: '8000' }),
      '2026-11-30T09:00:00.000Z': (business) => business.tap('quote', { quotedCents: '8500' }),
      '2026-12-11T09:00:00.000Z': (business) =>
        business.answer('customer', 'Wir haben uns anders entschieden.'),
      '2026-12-11T12:00:00.000Z': (business) => business.tap('lose', { reason: 'Anderer Anbieter' }),
    },
  },
  /** Nobody picks up and nobody answers: three reminders and a month in the digest. */
  silent: {
    share: 0.2,
    request: 'project',
    steps: {
      '2026-11-23T12:00:00.000Z': (business) => business.tap('not-reached'),
      '2027-01-11T09:00:00.000Z': (business) => business.tap('lose', { reason: 'Meldet sich nicht' }),
    },
  },
  /** "Maybe next year": put off to a date, comes back, and then ends. */
  later: {
    share: 0.1,
    request: 'project',
    steps: {
      '2026-11-23T12:00:00.000Z': (business) => business.tap('reached'),
      '2026-11-23T12:10:00.000Z': (business) =>
        business.tap('disqualify', { reason: 'Erst später', lookAgainOn: '2027-03-01' }),
      '2027-03-01T09:00:00.000Z': (business) => business.reconcile(),
      '2027-03-02T09:00:00.000Z': (business) => business.tap('lose', { reason: 'Vorhaben aufgegeben' }),
    },
  },
  /** Burst pipes; one in ten, more in winter. Confirmed two alarms later. */
  emergency: {
    share: 0.1,
    request: 'emergency',
    steps: {
      '2026-11-23T09:35:00.000Z': (business) => business.tap('confirm'),
      '2026-11-24T09:00:00.000Z': (business) => business.tap('service-done'),
    },
  },
} satisfies Readonly<Record<string, Outcome>>;
