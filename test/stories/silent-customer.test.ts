import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalSystem, linkBehind, startLocalSystem } from '../support/local-system.ts';

let system: LocalSystem;

beforeAll(async () => {
  system = await startLocalSystem({ now: '2026-11-23T08:00:00.000Z' });
});
afterAll(() => system?.stop());

test('a customer who never answers gets three mails, then the lead stands in the digest until the owner decides', async () => {
  const id = await system.capture({
    name: 'Sven Still',
    email: 'still@example.org',
    message: 'Was kostet eine Wärmepumpe?',
  });
  await system.quiet();
  const alert = (await system.mailbox()).find((mail) => mail.to.includes('chef@muster-haustechnik.example'));
  await system.tap(linkBehind('Nicht erreicht', alert?.html ?? ''));
  await system.advance('P30D');

  const mails = (await system.mailbox()).filter((mail) => mail.to.includes('still@example.org'));
  expect(mails.map((mail) => mail.at.slice(0, 10))).toEqual([
    '2026-11-23',
    '2026-11-25',
    '2026-11-30',
    '2026-12-07',
  ]);
  const lead = await system.lead(id);
  expect(lead).toMatchObject({ stage: 'first-contact', waitsFor: 'owner' });
  expect(lead.timeline.filter((event) => event.type === 'follow-up-sent')).toMatchObject([
    { mail: 'not-reached', number: 1 },
    { mail: 'not-reached', number: 2 },
    { mail: 'not-reached', number: 3 },
  ]);
  expect(lead.timeline.at(-1)?.type).toBe('stalled');

  const digests = (await system.mailbox()).filter((mail) => mail.subject.includes('Nachfass am'));
  const afterwards = digests.filter((mail) => mail.at > '2026-12-08');
  // Once a week.
  expect(afterwards.length).toBeGreaterThan(2);
  for (const digest of afterwards) expect(digest.text).toContain('Sven Still');

  const page = await system.tap(linkBehind('Später', await leadPage(id)), { until: '2027-02-01' });
  expect(page.status).toBe(200);
  expect(await system.lead(id)).toMatchObject({ waitsFor: 'nobody', postponedUntil: '2027-02-01' });
});

/** The lead's own page, as linked in the newest mail about it. */
async function leadPage(id: string): Promise<string> {
  const about = (await system.mailbox()).filter(
    (mail) => mail.headers['x-nachfass'] === id && mail.html.includes('Ganze Anfrage ansehen'),
  );
  const response = await fetch(linkBehind('Ganze Anfrage ansehen', about.at(-1)?.html ?? ''));
  return response.text();
}
