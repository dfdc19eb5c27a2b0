/** An emergency is one thing, whichever of our mails its customer answers and whoever takes it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalSystem, linkBehind, startLocalSystem } from '../support/local-system.ts';

const owner = 'chef@muster-haustechnik.example';
const jonas = 'jonas@muster-haustechnik.example';
const oneLine = (text: string) => text.replace(/\s+/g, ' ');

let system: LocalSystem;
beforeAll(async () => {
  system = await startLocalSystem({ now: '2026-11-23T08:00:00.000Z' });
});
afterAll(() => system?.stop());

const alarms = async () =>
  (await (await fetch(`${system.url}/_local/alarms`)).json()) as { leadId: string; text: string }[];

/** A request that is no emergency, of somebody who left no number; and the mail that answers it. */
async function ordinary(email: string) {
  const id = await system.capture({
    name: 'Edda Eck',
    email,
    message: 'Bitte ein Angebot für ein neues Bad',
  });
  await system.quiet();
  return { id, mail: await system.newestTo(email) };
}

type Mail = Awaited<ReturnType<LocalSystem['newestTo']>>;

/** As mail programs answer: above the mail, which is quoted whole. */
async function answer(mail: Mail, from: string, text: string): Promise<void> {
  const quoted = mail.text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
  await system.mail({
    from,
    to: mail.replyTo[0] ?? '',
    subject: `Re: ${mail.subject}`,
    text: `${text}\n\nAm Mo., 23. Nov. 2026 um 09:04 Uhr schrieb Muster Haustechnik:\n${quoted}`,
  });
  await system.quiet();
}

/** The emergency that came last of this address. */
async function emergencyOf(email: string) {
  const found = (await system.leads()).filter(
    ({ contact, stage }) => contact.email === email && stage === 'service',
  );
  expect(found).toHaveLength(1);
  const [lead] = found;
  if (!lead) throw new Error('No emergency');
  return lead;
}

describe('an emergency that comes as an answer, of somebody without a number', () => {
  test('is confirmed to its customer, who is asked for a number, and told once that nobody has taken it', async () => {
    const email = 'bestaetigt@eck.example';
    const { mail } = await ordinary(email);
    await answer(mail, email, 'Hilfe, bei uns kommt Wasser durch die Decke!');
    const { id } = await emergencyOf(email);
    expect((await system.mailsTo(email)).length).toBe(2);
    expect(oneLine((await system.newestTo(email)).text)).toContain('Uns fehlt Ihre Telefonnummer');
    await system.advance('PT3H');
    expect((await system.mailsTo(email)).length).toBe(3);
    expect((await system.lead(id)).unansweredTold).toBeDefined();
  });

  test('learns number and place from an answer to the earlier request, and rings with them', async () => {
    const email = 'nummer@eck.example';
    const { id: earlier, mail } = await ordinary(email);
    await answer(mail, email, 'Rohrbruch, das Wasser läuft in den Keller!!');
    const { id } = await emergencyOf(email);
    const before = (await alarms()).length;
    await answer(mail, email, '0176 5556667, Lindenstr. 3, 80331 München');
    expect((await system.lead(id)).contact).toMatchObject({
      phoneE164: '+491765556667',
      address: 'Lindenstr. 3',
      city: 'München',
    });
    expect((await alarms()).slice(before).map(({ leadId }) => leadId)).toContain(id);
    const notice = (await system.mailsTo(owner)).findLast(({ subject }) => subject.includes(id));
    expect(notice?.html).toContain('tel:+491765556667');
    const replies = (await system.lead(earlier)).timeline.filter(({ type }) => type === 'customer-replied');
    expect(replies).toHaveLength(1);
  });

  test('is the same one when she writes that it gets worse', async () => {
    const email = 'schlimmer@eck.example';
    const { mail } = await ordinary(email);
    await answer(mail, email, 'Rohrbruch, das Wasser läuft in den Keller!!');
    await answer(mail, email, 'Das Wasser steht jetzt 20 cm hoch im Keller! Tel. 0170 2223334');
    expect((await emergencyOf(email)).contact.phoneE164).toBe('+491702223334');
  });

  test('learns the number also from an answer that is about the earlier request', async () => {
    const email = 'beides@eck.example';
    const { id: earlier, mail } = await ordinary(email);
    await answer(mail, email, 'Rohrbruch, das Wasser läuft in den Keller!!');
    const { id } = await emergencyOf(email);
    await answer(mail, email, 'Das Angebot für das Bad eilt nicht. Sie erreichen mich unter 0170 9998887.');
    expect((await system.lead(id)).contact.phoneE164).toBe('+491709998887');
    const replies = (await system.lead(earlier)).timeline.filter(({ type }) => type === 'customer-replied');
    expect(replies).toHaveLength(2);
  });

  test('learns a number once, and nothing more from what stands below each of her mails', async () => {
    const email = 'gruss@eck.example';
    const { id: earlier, mail } = await ordinary(email);
    await answer(mail, email, 'Rohrbruch, das Wasser läuft in den Keller!!');
    const { id } = await emergencyOf(email);
    const below = '\n\n-- \nEdda Eck\nTel. 0170 9998886';
    await answer(mail, email, `Das Angebot für das Bad eilt nicht.${below}`);
    await answer(mail, email, `Zum Angebot: die Fliesen suchen wir selbst aus.${below}`);
    const repliesTo = async (lead: string) =>
      (await system.lead(lead)).timeline.filter(({ type }) => type === 'customer-replied').length;
    expect(await repliesTo(id)).toBe(1);
    expect(await repliesTo(earlier)).toBe(3);
  });

  test('hides no gas: who smells it then reads what to do', async () => {
    const email = 'gas@eck.example';
    const { mail } = await ordinary(email);
    await answer(mail, email, 'Rohrbruch, das Wasser läuft in den Keller!!');
    await answer(mail, email, 'Jetzt riecht es auch noch nach Gas!');
    expect(oneLine((await system.newestTo(email)).text)).toMatch(/Gasgeruch\? Bitte zuerst das:/i);
  });
});

describe('an emergency that somebody who is called out took', () => {
  // Several that nobody has taken would ring as one.
  beforeAll(async () => {
    await system.stop();
    system = await startLocalSystem({ now: '2026-11-23T08:00:00.000Z' });
  });

  /** The newest mail about it that he got. */
  const mailOf = async (who: string, id: string) => {
    const mail = (await system.mailsTo(who)).findLast(({ subject }) => subject.includes(id));
    if (!mail) throw new Error(`No mail of ${id}`);
    return mail;
  };
  const ringing = async (name: string) => {
    const id = await system.capture({
      name,
      phone: '0151 4445556',
      email: `${name.toLowerCase()}@nass.example`,
      message: 'Rohrbruch, Wasser steht im Keller',
    });
    await system.quiet();
    await system.advance('PT16M');
    return id;
  };
  const digests = async (who: string) =>
    (await system.mailsTo(who)).filter(({ replyTo }) =>
      replyTo.some((address) => address.includes('digest')),
    );

  test.each([
    ['by his button', 'Nils', (mail: Mail) => system.press('Ich übernehme', mail.html)],
    [
      'by answering the alarm',
      'Nora',
      (mail: Mail) =>
        system.mail({
          from: jonas,
          to: mail.replyTo[0] ?? '',
          subject: `Re: ${mail.subject}`,
          text: 'Guten Tag, bitte drehen Sie den Haupthahn zu, ich bin in zehn Minuten da.',
        }),
    ],
  ])(
    '%s is his: his list has it each day until it is done, the others see with whom it is',
    async (_how, name, take) => {
      const id = await ringing(name);
      await take(await mailOf(jonas, id));
      await system.quiet();
      expect((await system.lead(id)).assignedTo).toBe(jonas);
      const before = { his: (await digests(jonas)).length, chefs: (await digests(owner)).length };
      await system.advance('P8D');
      const his = (await digests(jonas)).slice(before.his);
      expect(his.length).toBeGreaterThan(4);
      for (const { text } of his) expect(text).toContain(name);
      const chefs = (await digests(owner)).slice(before.chefs);
      for (const { text } of chefs)
        expect(oneLine(text)).toMatch(new RegExp(`${name}.{0,200}bei Jonas Huber`));
      await system.press('Einsatz erledigt', (await mailOf(jonas, id)).html);
    },
  );

  test('is his also if he goes there another day: he still sees it', async () => {
    const id = await ringing('Nele');
    const { html } = await mailOf(jonas, id);
    const page = linkBehind('Ganze Anfrage ansehen', html);
    // Before he has it he can only take it.
    expect(html).not.toContain('Besichtigung planen');
    const taken = await system.press('Ich übernehme', html);
    await system.press('Besichtigung planen', taken, {
      date: '2026-12-11',
      time: '09:00',
      durationMinutes: '60',
    });
    await system.quiet();
    expect(await system.lead(id)).toMatchObject({ stage: 'site-visit', assignedTo: jonas });
    expect((await fetch(new URL(page, system.url))).status).toBe(200);
  });

  test('goes over to whoever takes what was given to him', async () => {
    const id = await ringing('Nuri');
    const page = await fetch(
      new URL(linkBehind('Ganze Anfrage ansehen', (await mailOf(owner, id)).html), system.url),
    );
    await system.press('Weitergeben', await page.text(), { assignee: jonas });
    await system.press('Ich übernehme', (await mailOf(owner, id)).html);
    expect((await system.lead(id)).assignedTo).toBe(owner);
  });
});

describe('a closed request that is corrected to "Sofort"', () => {
  const closed = async (name: string, message: string, step: string, fields: Record<string, string> = {}) => {
    const id = await system.capture({ name, phone: '0151 4445557', message });
    await system.quiet();
    const [alert] = (await system.mailsTo(owner)).filter(({ subject }) => subject.includes(id));
    const page = await fetch(new URL(linkBehind('Ganze Anfrage ansehen', alert?.html ?? ''), system.url));
    await system.press(step, await page.text(), fields);
    return { id, page: await (await fetch(page.url)).text() };
  };

  test('rings, if it was lost', async () => {
    const { id, page } = await closed('Lotte Los', 'Bitte ein Angebot für ein Bad', 'Verloren', {
      reason: 'price',
    });
    const before = (await alarms()).length;
    await system.press('Wert und Angaben', page, { urgency: 'now' });
    expect((await alarms()).slice(before).map(({ leadId }) => leadId)).toContain(id);
    expect((await system.mailsTo(owner)).at(-1)?.subject).toContain('SOFORT: Lotte Los');
  });

  test('says that it does not, if its work is done: the next one is a request of its own', async () => {
    const { page } = await closed('Gerda Gut', 'Rohrbruch im Keller!', 'Einsatz erledigt');
    const form = await fetch(new URL(linkBehind('Wert und Angaben', page), system.url));
    expect(oneLine(await form.text())).toContain('„Sofort“ alarmiert hier niemanden');
  });
});
