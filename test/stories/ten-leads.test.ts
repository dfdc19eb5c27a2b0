import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Stage } from '../../domain/lead/pipeline.ts';
import { localDate, localTime } from '../../domain/time/local-time.ts';
import { aCompany } from '../support/company.ts';
import { type LocalSystem, type MailboxEntry, startLocalSystem } from '../support/local-system.ts';

type Tap = readonly [label: string, fields?: Readonly<Record<string, string>>];

interface Walk {
  readonly stage: Stage;
  readonly taps: readonly Tap[];
  readonly message?: string;
  /** Every mail of the 30 days after Monday, 23 November 2026, 10:00 in Munich. */
  readonly mails: readonly string[];
}

const opening = ['2026-11-23 10:00 customer acknowledgement 1', '2026-11-23 10:00 owner new-lead-alert 1'];
const visit = { date: '2026-12-01', time: '14:00', durationMinutes: '60' };

const walks: readonly Walk[] = [
  {
    stage: 'in-progress',
    taps: [['In Bearbeitung nehmen']],
    mails: ['2026-11-24 10:00 owner in-progress 1'],
  },
  {
    stage: 'first-contact',
    taps: [['Nicht erreicht']],
    mails: [
      '2026-11-25 10:00 customer not-reached 1',
      '2026-11-30 10:00 customer not-reached 2',
      '2026-12-07 10:00 customer not-reached 3',
    ],
  },
  {
    stage: 'needs-analysis',
    taps: [['Erreicht', { next: 'customer' }]],
    mails: [
      '2026-11-25 10:00 customer needs-analysis 1',
      '2026-11-30 10:00 customer needs-analysis 2',
      '2026-12-07 10:00 customer needs-analysis 3',
    ],
  },
  {
    stage: 'opportunity',
    taps: [['Erreicht'], ['Auftrag möglich', { valueCents: '9.000' }]],
    mails: ['2026-11-25 10:00 owner opportunity 1'],
  },
  {
    stage: 'site-visit',
    taps: [['Besichtigung planen', visit]],
    mails: [
      '2026-11-23 10:00 customer visit-confirmation 1',
      '2026-11-23 10:00 owner owner-visit-confirmation 1',
      '2026-11-30 08:00 customer visit-reminder 1',
      '2026-11-30 08:00 owner owner-visit-reminder 1',
      // The visit ends on Tuesday at 15:00; then one working day, then each two.
      '2026-12-02 17:00 owner site-visit 1',
      '2026-12-04 17:00 owner site-visit 2',
      '2026-12-08 17:00 owner site-visit 3',
      '2026-12-10 17:00 owner site-visit 4',
      '2026-12-14 17:00 owner site-visit 5',
      '2026-12-16 17:00 owner site-visit 6',
      '2026-12-18 17:00 owner site-visit 7',
      '2026-12-22 17:00 owner site-visit 8',
    ],
  },
  {
    stage: 'quoted',
    taps: [['Erreicht'], ['Angebot verschickt', { quotedCents: '8.500' }]],
    mails: [
      '2026-11-26 10:00 customer quoted 1',
      '2026-12-02 10:00 customer quoted 2',
      '2026-12-11 10:00 customer quoted 3',
    ],
  },
  {
    stage: 'negotiation',
    taps: [['Erreicht'], ['Angebot verschickt', { quotedCents: '8.500' }], ['In Verhandlung']],
    mails: ['2026-11-26 10:00 owner negotiation 1'],
  },
  {
    stage: 'won',
    taps: [
      ['Erreicht'],
      ['Angebot verschickt', { quotedCents: '8.500' }],
      ['Gewonnen', { finalCents: '8.000' }],
    ],
    mails: [],
  },
  {
    stage: 'unqualified',
    taps: [['Passt (noch) nicht', { reason: 'Kein konkretes Vorhaben', lookAgainOn: '2026-12-15' }]],
    // Its day begins with the digest; then it is told with all that is due.
    mails: ['2026-12-15 10:00 owner unqualified 1'],
  },
  {
    stage: 'service',
    message: 'Rohrbruch! Wasser läuft durch die Decke.',
    taps: [['Ich übernehme']],
    mails: ['2026-11-24 10:00 owner service-confirmed 1'],
  },
];

let system: LocalSystem;
const ids = new Map<Stage, string>();
let mailbox: readonly MailboxEntry[] = [];

beforeAll(async () => {
  system = await startLocalSystem({ now: '2026-11-23T09:00:00.000Z' });
  for (const [index, { stage, taps, message }] of walks.entries()) {
    const id = await system.capture({
      name: `Kunde ${stage}`,
      email: `${stage}@example.org`,
      // Each a person of his own: two requests of one are not reminded on one day.
      phone: `089 12345${10 + index}`,
      message: message ?? `Wir möchten unser Bad erneuern (${stage}).`,
    });
    ids.set(stage, id);
    await system.quiet();
    const alert = (await system.mailbox()).find(
      (mail) => mail.headers['x-nachfass-mail'] === `${id}/g1#new-lead-alert#1`,
    );
    let page = alert?.html ?? '';
    for (const [label, fields] of taps) page = await system.press(label, page, fields);
  }
  await system.moveTo('2026-12-23T09:00:00.000Z');
  mailbox = await system.mailbox();
});
afterAll(() => system?.stop());

/** Seconds pass while the leads are walked to their stages: minutes are what the rhythm is about. */
function told(mail: MailboxEntry): string {
  const to = mail.to.includes('chef@muster-haustechnik.example') ? 'owner' : 'customer';
  const [, name, number] = /#([a-z-]+)#(\d+)$/.exec(mail.headers['x-nachfass-mail'] ?? '') ?? [];
  return `${minuteOf(mail.at)} ${to} ${name} ${number}`;
}

function minuteOf(at: string): string {
  const zone = aCompany().timeZone;
  const minutes = localTime(at, zone)
    .replace(/(\d)[0-4]$/, '$10')
    .replace(/(\d)[5-9]$/, '$15');
  return `${localDate(at, zone)} ${minutes}`;
}

/** What is due for the owner, of one request or of several. */
const isChase = (mail: MailboxEntry): boolean =>
  mail.headers['x-nachfass-mail']?.startsWith('chases/') ?? false;

describe('ten leads in ten stages over 30 days', () => {
  test.each(walks)(
    '$stage: every mail to the right person, on the right day, once',
    async ({ stage, mails }) => {
      const id = ids.get(stage);
      const about = mailbox.filter((mail) => mail.headers['x-nachfass'] === id);
      for (const mail of about) {
        expect(mail.to).toEqual([
          mail.headers['x-nachfass-mail']?.match(
            /#(acknowledgement|not-reached|needs-analysis|quoted|visit-)/,
          )
            ? `${stage}@example.org`
            : 'chef@muster-haustechnik.example',
        ]);
      }
      const lead = await system.lead(id ?? '');
      const chased = lead.timeline.flatMap((event) =>
        event.type === 'owner-chased' ? [`${minuteOf(event.at)} owner ${event.mail} ${event.number}`] : [],
      );
      const byThemselves = about.filter((mail) => !isChase(mail)).map(told);
      expect([...byThemselves, ...chased].toSorted()).toEqual([...opening, ...mails].toSorted());
      expect(lead.stage).toBe(stage);
    },
  );

  test('nothing else went out but one digest on each working day', () => {
    const about = new Set(ids.values());
    const others = mailbox.filter((mail) => !about.has(mail.headers['x-nachfass'] ?? '') && !isChase(mail));
    const days = others.map(
      (mail) => `${localDate(mail.at, 'Europe/Berlin')} ${localTime(mail.at, 'Europe/Berlin')}`,
    );
    const november = [24, 25, 26, 27, 30].map((day) => `2026-11-${day} 06:30`);
    const december = [1, 2, 3, 4, 7, 8, 9, 10, 11, 14, 15, 16, 17, 18, 21, 22, 23].map(
      (day) => `2026-12-${String(day).padStart(2, '0')} 06:30`,
    );
    expect(days).toEqual([...november, ...december]);
  });

  test('what is due at one time is one mail, the same thread all day', () => {
    const chases = mailbox.filter(isChase);
    const times = chases.map(({ at }) => minuteOf(at));
    expect(new Set(times).size).toBe(times.length);
    // Two of them were due on the first morning, two on the second.
    expect(times.slice(0, 2)).toEqual(['2026-11-24 10:05', '2026-11-25 10:05']);
    expect(chases.map(({ headers }) => headers.references)).toEqual(
      chases.map(({ at }) => `<chases-${localDate(at, 'Europe/Berlin')}@mail.muster-haustechnik.example>`),
    );
  });

  test('no mail is there twice', () => {
    const keys = mailbox.map((mail) => mail.headers['x-nachfass-mail'] ?? mail.at);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
