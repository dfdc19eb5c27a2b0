/** Who asks again is known, over all doors; what is the same request goes together with one tap. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalSystem, linkBehind, startLocalSystem } from '../support/local-system.ts';

const owner = 'chef@muster-haustechnik.example';
const shop = 'anfrage@muster-haustechnik.example';

let system: LocalSystem;
beforeAll(async () => {
  // A Monday in December, 09:00 in Munich.
  system = await startLocalSystem({ now: '2026-12-14T08:00:00.000Z' });
});
afterAll(() => system?.stop());

const mailsAbout = async (id: string, to = owner) =>
  (await system.mailsTo(to)).filter(({ subject }) => subject.includes(id));
const alertOf = async (id: string) => {
  const [alert] = await mailsAbout(id);
  if (!alert) throw new Error(`No alert about ${id}`);
  return { ...alert, text: alert.text.replace(/\s+/g, ' ') };
};
const pageOf = async (id: string) => {
  const view = linkBehind('Ganze Anfrage ansehen', (await alertOf(id)).html);
  return (await fetch(new URL(view, system.url))).text();
};
const shortDigest = async () => {
  await system.postJson('/_local/digest', {});
  return (await system.newestTo(owner)).text.replace(/\s+/g, ' ');
};
const erika = { name: 'Erika Muster', email: 'erika@kunde.example', phone: '0171 5550111' };

describe('a customer of last year', () => {
  let first: string;
  let second: string;

  test('whose bath was won', async () => {
    first = await system.capture({ ...erika, message: 'Wir möchten unser Bad erneuern.' });
    await system.quiet();
    expect((await alertOf(first)).text).not.toContain('Kennt uns');
    const alert = await mailsAbout(first);
    const page = await system.press('Erreicht', alert[0]?.html ?? '');
    await system.press('Gewonnen', await system.press('Angebot verschickt', page, { quotedCents: '9.000' }));
    await system.moveTo('2027-01-11T08:00:00.000Z');
  });

  test('is known when she calls the form again: in the alert, on the page and in the digest', async () => {
    second = await system.capture({ ...erika, message: 'Die Heizung soll gewartet werden.' });
    await system.quiet();
    const known = 'Kennt uns: 1 Anfrage, zuletzt Bad 2026, gewonnen';
    expect((await alertOf(second)).text).toContain(known);
    expect(await pageOf(second)).toContain(known);
    expect(await shortDigest()).toContain(known);
    expect(await system.lead(second)).toMatchObject({ known: { requests: 1 }, relatedTo: first });
  });

  test('and both pages lead to each other', async () => {
    expect(await pageOf(second)).toContain(`>${first}</a>`);
    expect((await system.lead(first)).timeline.at(-1)).toMatchObject({
      type: 'request-followed',
      leadId: second,
    });
    expect(await system.lead(first)).toMatchObject({ stage: 'won', followedBy: [second] });
  });

  test('is known by mail, too', async () => {
    await system.mail({
      from: `"Erika Muster" <${erika.email}>`,
      to: shop,
      subject: 'Neues Dach',
      text: 'Guten Tag, die Dachrinne am Haus muss erneuert werden. Erika Muster',
    });
    await system.quiet();
    const lead = (await system.leads())[0];
    expect(lead).toMatchObject({ source: 'email', known: { requests: 2 }, relatedTo: second });
    expect((await alertOf(lead?.id ?? '')).text).toContain('Kennt uns: 2 Anfragen, zuletzt Heizung');
  });

  test('nothing of it reaches the address that somebody typed', async () => {
    for (const mail of await system.mailsTo(erika.email))
      expect(mail.text).not.toMatch(/Kennt uns|gewonnen|zuletzt/);
    const answer = await system.postJson('/leads', { email: erika.email, message: 'Wer bin ich?' });
    expect(JSON.stringify(answer)).not.toMatch(/known|related|won/);
  });
});

test('an address that many share reads right: another name is not a person who knows us', async () => {
  const office = { email: 'verwaltung@haus.example' };
  for (const name of ['Anton Erdgeschoss', 'Berta Obergeschoss']) {
    await system.capture({ ...office, name, message: `Bei ${name} ist der Abfluss verstopft.` });
    await system.quiet();
  }
  const id = await system.capture({
    ...office,
    name: 'Carla Dach',
    message: 'Bei Dach ist die Heizung kalt, bitte im April kommen.',
  });
  await system.quiet();
  const { text } = await alertOf(id);
  expect(text).toContain('Adresse oder Nummer bekannt: 2 Anfragen, zuletzt Abfluss');
  expect(text).toContain('unter anderem Namen');
  expect(text).not.toContain('Kennt uns');
  expect((await system.lead(id)).belongsTo).toBeUndefined();
});

describe('the same open request, sent again', () => {
  const paul = { name: 'Paul Zweimal', phone: '0171 5550122' };
  let older: string;
  let newer: string;

  test('is offered to be put together', async () => {
    older = await system.capture({ ...paul, message: 'Neue Dusche im Dachgeschoss, bitte um Angebot.' });
    await system.quiet();
    await system.press('Nicht erreicht', (await mailsAbout(older))[0]?.html ?? '');
    await system.advance('P2D');
    newer = await system.capture({
      ...paul,
      email: 'paul@kunde.example',
      message: 'Nochmal: Angebot für die neue Dusche im Dachgeschoss. Die Wand ist schon offen.',
    });
    await system.quiet();
    expect(await system.lead(newer)).toMatchObject({ belongsTo: older, relatedTo: older });
    expect((await alertOf(newer)).text).toContain('Vielleicht dieselbe Anfrage noch einmal');
    expect(await shortDigest()).toContain('Vielleicht dieselbe Anfrage noch einmal');
  });

  test('one tap puts its words, its address and its turn into the older one', async () => {
    const page = await system.press('Gehört dazu', (await mailsAbout(newer))[0]?.html ?? '');
    expect(page).toContain('Zusammengelegt');
    const kept = await system.lead(older);
    expect(kept).toMatchObject({
      waitsFor: 'owner',
      contact: { email: 'paul@kunde.example', phone: paul.phone },
    });
    expect(kept.timeline.at(-1)).toMatchObject({
      type: 'merged',
      by: 'owner',
      from: newer,
      request: { message: expect.stringContaining('Die Wand ist schon offen.') },
    });
    expect(await pageOf(older)).toContain('Die Wand ist schon offen.');
  });

  test('the newer one is over, neither lost nor spam, and says where it went', async () => {
    const ended = await system.lead(newer);
    expect(ended).toMatchObject({ mergedInto: older, waitsFor: 'nobody', spam: false });
    expect(ended.timeline.at(-1)).toMatchObject({ type: 'merged', by: 'owner', into: older });
    const page = await pageOf(newer);
    expect(page).toContain('Dort geht es weiter');
    expect(page).toContain(`>${older}</a>`);
    expect(page).not.toContain('Verloren');
    const before = (await mailsAbout(newer)).length;
    await system.advance('P20D');
    expect(await mailsAbout(newer)).toHaveLength(before);
  });

  test('an answer to its mails reaches the older one', async () => {
    const [acknowledgement] = await mailsAbout(newer, 'paul@kunde.example');
    await system.mail({
      from: 'paul@kunde.example',
      to: acknowledgement?.replyTo[0] ?? '',
      subject: `Re: ${acknowledgement?.subject}`,
      text: 'Am Freitag bin ich zu Hause.',
    });
    await system.quiet();
    expect((await system.lead(older)).timeline).toContainEqual(
      expect.objectContaining({ type: 'customer-replied', text: 'Am Freitag bin ich zu Hause.' }),
    );
    expect((await system.lead(newer)).timeline.at(-1)?.type).toBe('merged');
  });

  test('a second tap finds it done', async () => {
    const link = linkBehind('Gehört dazu', (await mailsAbout(newer))[0]?.html ?? '');
    const again = await fetch(new URL(link, system.url), {
      method: 'POST',
      body: new URLSearchParams({ shownAt: '2026-01-01T00:00:00.000Z' }),
    });
    expect(await again.text()).toContain('Schon erledigt');
    expect((await system.lead(older)).timeline.filter(({ type }) => type === 'merged')).toHaveLength(1);
  });
});

test('a correction stands in the digest', async () => {
  const form = {
    name: 'Kora Korrekt',
    email: 'kora@kunde.example',
    message: 'Waschbecken',
    submissionId: 'kora',
  };
  await system.capture(form);
  await system.capture({ ...form, message: 'Zwei Waschbecken' });
  await system.advance('P1D');
  const digests = (await system.mailsTo(owner)).filter(({ subject }) => subject.includes('Nachfass am'));
  expect(digests.at(-1)?.text.replace(/\s+/g, ' ')).toContain('Der Kunde hat seine Angaben geändert.');
});
