/** One lead of each kind, from its capture to its end: what the customer and the owner do, and when. */
import { addDuration } from '../domain/time/local-time.ts';
import type { Cloud } from './cloud.ts';
import { type Door, type Outcome, photoBytes } from './mix.ts';

/** A Monday at 10:00 in Munich. */
export const monday = '2026-11-23T09:00:00.000Z';

interface Step {
  readonly at: string;
  readonly does: (cloud: Cloud, leadId: string) => Promise<void>;
}

const tap =
  (...[action, typed]: [Parameters<Cloud['tap']>[1], Parameters<Cloud['tap']>[2]?]): Step['does'] =>
  (cloud, leadId) =>
    cloud.tap(leadId, action, typed);

const customer = 'erika@example.org';

/** Somebody answers the newest mail that he got. */
const answers =
  (who: 'customer' | 'owner', text: string): Step['does'] =>
  async (cloud) => {
    const from = who === 'customer' ? customer : (cloud.company.owner.email[0] ?? '');
    const mail = cloud.sent.findLast(({ to }) => to === from);
    if (!mail) throw new Error(`Nothing to answer for the ${who}`);
    const raw = rawMail({
      from,
      to: mail.replyTo,
      subject: 'AW: Ihre Anfrage',
      inReplyTo: `<${mail.messageId}@eu-central-1.amazonses.com>`,
      text: `${text}\n\nAm 23.11.2026 um 09:00 schrieb Muster Haustechnik:\n${'> So stand es in der E-Mail.\n'.repeat(20)}`,
    });
    await cloud.receive(raw, from, mail.replyTo.toLowerCase());
  };

const journeys: Readonly<Record<Outcome, readonly Step[]>> = {
  won: [
    { at: '2026-11-23T10:30:00.000Z', does: tap('not-reached') },
    // The first reminder goes out on Wednesday; the customer answers on Thursday, and the owner answers him.
    { at: '2026-11-26T09:00:00.000Z', does: answers('customer', 'Heute ab 16 Uhr bin ich zu erreichen.') },
    { at: '2026-11-26T09:20:00.000Z', does: answers('owner', 'Guten Tag, ich rufe um 16 Uhr an.') },
    { at: '2026-11-26T15:00:00.000Z', does: tap('reached') },
    { at: '2026-11-26T15:10:00.000Z', does: tap('qualify', { valueCents: '12000' }) },
    {
      at: '2026-11-27T09:00:00.000Z',
      does: tap('plan-visit', { date: '2026-12-02', time: '10:00', durationMinutes: '60' }),
    },
    { at: '2026-12-03T15:00:00.000Z', does: tap('quote', { quotedCents: '11500' }) },
    // Two reminders later the customer wants to talk about the price.
    { at: '2026-12-15T09:00:00.000Z', does: tap('negotiate') },
    { at: '2026-12-17T09:00:00.000Z', does: tap('win', { finalCents: '11000' }) },
  ],
  lost: [
    { at: '2026-11-23T14:00:00.000Z', does: tap('reached') },
    { at: '2026-11-25T09:00:00.000Z', does: tap('qualify', { valueCents: '8000' }) },
    { at: '2026-11-30T09:00:00.000Z', does: tap('quote', { quotedCents: '8500' }) },
    { at: '2026-12-11T09:00:00.000Z', does: answers('customer', 'Wir haben uns anders entschieden.') },
    { at: '2026-12-11T12:00:00.000Z', does: tap('lose', { reason: 'Anderer Anbieter' }) },
  ],
  silent: [
    { at: '2026-11-23T12:00:00.000Z', does: tap('not-reached') },
    // Three reminders and a month in the digest later.
    { at: '2027-01-11T09:00:00.000Z', does: tap('lose', { reason: 'Meldet sich nicht' }) },
  ],
  later: [
    { at: '2026-11-23T12:00:00.000Z', does: tap('reached') },
    {
      at: '2026-11-23T12:10:00.000Z',
      does: tap('disqualify', { reason: 'Erst später', lookAgainOn: '2027-03-01' }),
    },
    { at: '2027-03-01T09:00:00.000Z', does: (cloud) => wake(cloud) },
    { at: '2027-03-02T09:00:00.000Z', does: tap('lose', { reason: 'Vorhaben aufgegeben' }) },
  ],
  emergency: [
    // Two alarms later.
    { at: '2026-11-23T09:35:00.000Z', does: tap('confirm') },
    { at: '2026-11-24T09:00:00.000Z', does: tap('service-done') },
  ],
};

/** What shows that a journey went as told: an answer that is not understood would cost less. */
const mustHappen: Partial<Record<Outcome, readonly string[]>> = {
  won: ['customer-replied', 'owner-replied', 'visit-planned'],
  lost: ['customer-replied'],
};

/** The reconciler wakes what was put off; its own runs are counted elsewhere. */
async function wake(cloud: Cloud): Promise<void> {
  await cloud.runReconciler();
}

const words: Readonly<Record<'project' | 'emergency', string>> = {
  project:
    'Guten Tag, wir möchten unser Bad erneuern: bodengleiche Dusche, neue Fliesen, Heizkörper. Wann könnten Sie sich das ansehen?',
  emergency: 'Rohrbruch im Keller, das Wasser läuft! Bitte kommen Sie sofort.',
};

/**
 * Takes one lead all the way.
 * @returns how many days it was open.
 */
export async function travel(cloud: Cloud, outcome: Outcome, door: Door): Promise<number> {
  await cloud.workUntil(monday);
  const text = words[outcome === 'emergency' ? 'emergency' : 'project'];
  await (door === 'form' ? sendForm(cloud, text) : sendMail(cloud, text));
  await cloud.workUntil(cloud.now());
  const [lead] = await cloud.leads.listOpen();
  if (!lead) throw new Error(`No lead came out of the ${door}`);
  for (const { at, does } of journeys[outcome]) {
    await cloud.workUntil(at);
    await does(cloud, lead.id);
  }
  const end = await cloud.leads.load(lead.id);
  if (end?.closedAt === undefined) throw new Error(`The lead that is ${outcome} ends in ${end?.stage}`);
  const happened = end.timeline.map(({ type }) => type as string);
  const missing = (mustHappen[outcome] ?? []).filter((type) => !happened.includes(type));
  if (missing.length > 0) throw new Error(`The lead that is ${outcome} never saw: ${missing.join(', ')}`);
  await cloud.workUntil(addDuration(end.closedAt, 'P1D'));
  // What sleeps until its date stands in no digest.
  const asleep = outcome === 'later' ? Date.parse('2027-03-01T09:00:00Z') - Date.parse(monday) : 0;
  return (Date.parse(end.closedAt) - Date.parse(monday) - asleep) / 86_400_000;
}

export async function sendForm(
  cloud: Cloud,
  message: string,
  { website = '', number = 0 }: { readonly website?: string; readonly number?: number } = {},
): Promise<void> {
  const origin = cloud.company.origins[0] ?? '';
  await cloud.call({ method: 'GET', route: '/' });
  await cloud.call({
    method: 'OPTIONS',
    route: '/leads',
    headers: { origin, 'access-control-request-method': 'POST' },
  });
  await cloud.call({
    method: 'POST',
    route: '/leads',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({
      submissionId: `a2f3c7be-6a53-4f0b-9d5e-${String(number).padStart(12, '0')}`,
      name: 'Erika Muster',
      email: customer,
      phone: '089 1234567',
      message,
      website,
    }),
  });
}

async function sendMail(cloud: Cloud, text: string): Promise<void> {
  const to = cloud.company.mail.receive ?? '';
  const raw = rawMail({
    from: customer,
    to,
    subject: 'Anfrage',
    text: `${text}\n\nViele Grüße\nErika Muster\nTel. 089 1234567\n`,
    photo: Buffer.alloc(photoBytes, 'photo'),
  });
  await cloud.receive(raw, customer, to);
}

/** Spam comes in and is kept aside. */
export async function sendSpam(cloud: Cloud, door: Door): Promise<void> {
  await cloud.workUntil(monday);
  const text = 'Mehr Besucher für Ihre Website! '.repeat(20);
  if (door === 'form') return sendForm(cloud, text, { website: 'https://spam.example' });
  const from = 'sales@spam.example';
  const to = cloud.company.mail.receive ?? '';
  await cloud.receive(rawMail({ from, to, subject: 'Mehr Besucher', text }), from, to, 'FAIL');
  await cloud.workUntil(cloud.now());
}

interface RawMail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly inReplyTo?: string;
  readonly photo?: Buffer;
}

let mails = 0;

/** A mail as it comes over the wire, with the few kilobytes of headers that servers add on the way. */
function rawMail({ from, to, subject, text, inReplyTo, photo }: RawMail): Buffer {
  mails += 1;
  const head = [
    ...Array.from(
      { length: 6 },
      (_, hop) => `Received: from hop${hop}.example by mx.example; ${'x'.repeat(300)}`,
    ),
    `From: Erika Muster <${from}>`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Message-ID: <${mails}@customer.example>`,
    ...(inReplyTo ? [`In-Reply-To: ${inReplyTo}`, `References: ${inReplyTo}`] : []),
    'Date: Mon, 23 Nov 2026 10:00:00 +0100',
    'MIME-Version: 1.0',
  ];
  const plain = ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit', '', text];
  const lines = photo
    ? [
        ...head,
        'Content-Type: multipart/mixed; boundary="part"',
        '',
        '--part',
        ...plain,
        '--part',
        'Content-Type: image/jpeg; name="Bad.jpg"',
        'Content-Disposition: attachment; filename="Bad.jpg"',
        'Content-Transfer-Encoding: base64',
        '',
        photo.toString('base64').replace(/.{76}/g, '$&\r\n'),
        '--part--',
        '',
      ]
    : [...head, ...plain];
  return Buffer.from(lines.join('\n').replace(/\r?\n/g, '\r\n'));
}
