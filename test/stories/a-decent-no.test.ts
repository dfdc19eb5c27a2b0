/** A customer of whom nothing comes is told so decently, once, if the owner chooses to, in the owner's words. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalSystem, linkBehind, startLocalSystem } from '../support/local-system.ts';

const owner = 'chef@muster-haustechnik.example';
let system: LocalSystem;
beforeAll(async () => {
  system = await startLocalSystem({ now: '2026-11-23T08:00:00.000Z' });
});
afterAll(() => system?.stop());

const oneLine = (text: string) => text.replace(/\s+/g, ' ');
const unescaped = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&#39;', "'");
const aboutLead = async (id: string) =>
  (await system.mailsTo(owner)).filter(({ headers }) => headers['x-nachfass-mail']?.startsWith(`${id}/`));

async function pageOf(id: string): Promise<string> {
  const mail = (await aboutLead(id)).at(-1);
  return (await fetch(linkBehind('Ganze Anfrage ansehen', mail?.html ?? ''))).text();
}

/** The words that stand in the form for a choice. */
const drafts = (form: string) =>
  new Map(
    [...form.matchAll(/<textarea[^>]* name="(\w+)"[^>]*>([\s\S]*?)<\/textarea>/g)].map(
      ([, name = '', text = '']) => [name, unescaped(text)],
    ),
  );

async function captured(name: string, fields: Readonly<Record<string, unknown>> = {}) {
  const email = `${name}@absage.example`;
  const id = await system.capture({ name: 'Nora Nein', email, message: 'Neues Bad', ...fields });
  await system.quiet();
  return { id, email, page: await pageOf(id) };
}

describe('a customer with a visit ahead', () => {
  test('gets one mail: the no, and the visit is off in his calendar', async () => {
    const { id, email, page } = await captured('besuch', { phone: '089 1234567', address: 'Lindenweg 4' });
    await system.press('Besichtigung planen', page, {
      date: '2026-12-03',
      time: '14:00',
      durationMinutes: '60',
    });
    const before = (await system.mailsTo(email)).length;
    await system.press('Verloren', await pageOf(id), {
      reason: 'Keine Kapazität',
      refusal: 'brief',
      refusalBrief: 'vielen Dank, leider geht es nicht.',
    });
    await system.advance('PT1H');
    const mails = (await system.mailsTo(email)).slice(before);
    expect(mails).toHaveLength(1);
    expect(oneLine(mails[0]?.text ?? '')).toContain('3. Dezember 2026');
    expect(mails[0]?.attachments.map(({ contentType }) => contentType).join()).toContain('text/calendar');
    const entry = await system.get(`/_local/mail/${mails[0]?.id}/attachments/0`);
    expect(await entry.text()).toContain('METHOD:CANCEL');
    const told = (await aboutLead(id)).at(-1);
    expect(told?.subject).toContain('abgesagt');
    expect(told?.text).not.toContain('bitte anrufen');
  });
});

const choices = ['brief', 'later'] as const;
const fieldOf = { brief: 'refusalBrief', later: 'refusalLater' } as const;

describe.each([
  ['Verloren', { reason: 'Keine Kapazität' }],
  ['Passt (noch) nicht', { reason: 'Erst später', 'lookAgainOn-own': '2027-05-03' }],
] as const)('a request that is put down as "%s"', (label, fields) => {
  test('tells the customer nothing by itself', async () => {
    const { id, email, page } = await captured(`still-${fields.reason.length}`);
    const before = (await system.mailsTo(email)).length;
    await system.press(label, page, fields);
    await system.advance('P2D');
    expect(await system.mailsTo(email)).toHaveLength(before);
    expect((await system.lead(id)).timeline.map(({ type }) => type)).not.toContain('declined');
  });

  test.each(choices)('tells him in the words "%s" that stand in the form', async (choice) => {
    const { id, email, page } = await captured(`${choice}-${fields.reason.length}`);
    const before = (await system.mailsTo(email)).length;
    const form = await (await fetch(linkBehind(label, page))).text();
    const text = drafts(form).get(fieldOf[choice]) ?? '';
    expect(text.length).toBeGreaterThan(60);
    const done = await system.press(label, page, { ...fields, refusal: choice, [fieldOf[choice]]: text });
    expect(done).toContain('Die Absage geht jetzt hinaus.');
    const mails = await system.mailsTo(email);
    expect(mails).toHaveLength(before + 1);
    expect(oneLine(mails.at(-1)?.text ?? '')).toContain(oneLine(text));
    expect(mails.at(-1)?.text).toContain('Guten Tag Nora Nein,');
    const { timeline } = await system.lead(id);
    expect(timeline).toContainEqual(
      expect.objectContaining({ type: 'follow-up-sent', mail: 'refusal', ground: 'owner-wrote' }),
    );
    await system.advance('P20D');
    expect(await system.mailsTo(email)).toHaveLength(before + 1);
  });

  test('and whose customer asks again is answered by it: nobody is chased any more', async () => {
    const { id, email, page } = await captured(`nochmal-${fields.reason.length}`);
    await system.press(label, page, fields);
    const [acknowledgement] = await system.mailsTo(email);
    await system.mail({
      from: email,
      to: acknowledgement?.replyTo[0] ?? '',
      subject: `Re: ${acknowledgement?.subject}`,
      text: 'Können Sie nicht doch kommen?',
    });
    await system.quiet();
    expect(await pageOf(id)).toContain('Sie sind dran');
    await system.press('Absage schicken', await pageOf(id), {
      refusal: 'brief',
      refusalBrief: 'vielen Dank, leider geht es nicht.',
    });
    expect((await system.newestTo(email)).text).toContain('leider geht es nicht.');
    const after = await system.lead(id);
    expect(after).toMatchObject({ waitsFor: 'nobody' });
    expect(await pageOf(id)).not.toContain('Sie sind dran');
    const told = (await system.mailsTo(owner)).length;
    await system.advance('P10D');
    const later = (await system.mailsTo(owner)).slice(told).map(({ text }) => text);
    expect(later.join()).not.toContain('Können Sie nicht doch kommen?');
  });
});

describe('the words of a refusal', () => {
  test('are the owner’s once he has changed them', async () => {
    const { email, page } = await captured('eigen');
    const own = 'lieber Herr Nein, das schaffen wir diesmal nicht.\n\nFragen Sie gern Firma Huber.';
    await system.press('Verloren', page, { reason: 'Zu weit', refusal: 'brief', refusalBrief: own });
    const { text } = await system.newestTo(email);
    expect(text).toContain('Fragen Sie gern Firma Huber.');
    expect(text).toContain('das schaffen wir diesmal nicht.');
  });

  test('made empty are none: the form asks again, and nothing is closed', async () => {
    const { id, page } = await captured('leer');
    const link = linkBehind('Ganze Anfrage ansehen', (await aboutLead(id)).at(-1)?.html ?? '');
    expect(link).toBeDefined();
    await expect(
      system.press('Verloren', page, { reason: 'Zu weit', refusal: 'brief', refusalBrief: ' ' }),
    ).rejects.toThrow('422');
    expect((await system.lead(id)).stage).toBe('new');
  });

  test('are in the language of the customer', async () => {
    const { email, page } = await captured('english', { language: 'en', message: 'A new bathroom please' });
    const form = await (await fetch(linkBehind('Verloren', page))).text();
    const text = drafts(form).get('refusalBrief') ?? '';
    expect(text).toMatch(/^Thank you for your request/);
    await system.press('Verloren', page, { reason: 'Zu weit', refusal: 'brief', refusalBrief: text });
    expect((await system.newestTo(email)).text).toContain('Hello Nora Nein,');
  });
});

describe('a request that is closed already', () => {
  test('offers the refusal on its page, once', async () => {
    const { id, email, page } = await captured('spaet');
    await system.press('Verloren', page, { reason: 'Keine Kapazität' });
    await system.advance('P3D');
    const closed = await pageOf(id);
    const before = (await system.mailsTo(email)).length;
    await system.press('Absage schicken', closed, {
      refusal: 'later',
      refusalLater: 'vielen Dank, im Moment geht es leider nicht.',
    });
    expect((await system.newestTo(email)).text).toContain('im Moment geht es leider nicht.');
    expect(await pageOf(id)).not.toContain('>Absage schicken<');
    const again = await system.tap(linkBehind('Absage schicken', closed), {
      refusal: 'brief',
      refusalBrief: 'noch einmal',
    });
    expect(again.page).not.toContain('Die Absage geht jetzt hinaus.');
    await system.advance('P1D');
    expect(await system.mailsTo(email)).toHaveLength(before + 1);
    expect((await system.lead(id)).stage).toBe('lost');
  });

  test('offers none to whoever wants no mails, or has no address', async () => {
    const { page } = await captured('ohne', { email: undefined, phone: '089 7654321' });
    expect(await (await fetch(linkBehind('Verloren', page))).text()).not.toContain('name="refusal"');
  });
});
