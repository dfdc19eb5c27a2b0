/** Office and staff answer from their own mail programs, below whose text the whole alert hangs, with all that it says. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fullName, type Person, people } from '../support/german-people.ts';
import { type LocalSystem, startLocalSystem } from '../support/local-system.ts';
import { type Client, clients, plainOf } from '../support/mail-programs.ts';

const [somebody] = people as [Person];
const at = (first: string, last: string, mailbox: string): Person => {
  const { title: _, ...person } = somebody;
  return { ...person, first, last, email: `${mailbox}@muster-haustechnik.example` };
};
const sabine = at('Sabine', 'Muster', 'buero');
const jonas = at('Jonas', 'Huber', 'jonas');
const martin = at('Martin', 'Muster', 'chef');
const hers = 'Guten Tag, am Freitag um 8 Uhr kommen wir und sehen uns das Waschbecken an.';

describe('somebody who works here answers the mail about a request', () => {
  let system: LocalSystem;
  let customers = 0;

  beforeAll(async () => {
    system = await startLocalSystem({ now: '2026-11-23T08:00:00.000Z' });
  });
  afterAll(() => system?.stop());

  async function asked(message = 'Neues Waschbecken bitte') {
    customers += 1;
    const email = `rita-${customers}@kunde.example`;
    const phone = `0151 ${66_600_000 + customers}`;
    const id = await system.capture({ name: 'Rita Ruhe', email, phone, message });
    await system.quiet();
    const alert = async (to: string) =>
      (await system.mailsTo(to)).findLast((mail) => mail.subject.includes(id) || mail.text.includes(email));
    return { id, email, alert };
  }

  async function answer(
    from: Person,
    alert: Awaited<ReturnType<LocalSystem['newestTo']>> | undefined,
    text: string,
    client: Client | undefined = clients[0],
  ) {
    if (!alert || !client) throw new Error('Nothing to answer');
    expect(alert.text).toContain('@kunde.example');
    const header = client.header({ to: from, subject: alert.subject });
    await system.mail({
      from: `${fullName(from)} <${from.email}>`,
      to: alert.replyTo[0] ?? '',
      subject: `${client.replyPrefix}${alert.subject}`,
      text: plainOf(client, [text], header, alert.text.split('\n')),
      inReplyTo: alert.headers['message-id'] ?? '',
    });
    await system.quiet();
  }

  const toCustomer = async (email: string) =>
    (await system.mailsTo(email)).filter((mail) => mail.text.includes('8 Uhr'));

  test.each(clients.map((client) => [client.name, client] as const))(
    'with %s: the customer reads it, and nobody takes it for hers',
    async (_name, client) => {
      const { id, email, alert } = await asked();
      const before = await system.lead(id);
      await answer(sabine, await alert(sabine.email), hers, client);
      const [mail, ...more] = await toCustomer(email);
      expect(more).toEqual([]);
      expect(mail?.text).toContain(hers);
      const { timeline, contact, waitsFor } = await system.lead(id);
      expect(timeline).toContainEqual(
        expect.objectContaining({ type: 'owner-replied', person: 'Sabine Muster' }),
      );
      expect(timeline.some(({ type }) => type === 'customer-replied')).toBe(false);
      expect(contact).toEqual(before.contact);
      expect(waitsFor).toBe('customer');
    },
  );

  test('with a note: it is one of the business, and the customer never sees it', async () => {
    const { id, email, alert } = await asked();
    const sent = (await system.mailsTo(email)).length;
    await answer(sabine, await alert(sabine.email), 'Notiz: Der Schlüssel liegt bei Frau Berg.', clients[1]);
    expect((await system.lead(id)).timeline.at(-1)).toMatchObject({
      type: 'noted',
      person: 'Sabine Muster',
      text: 'Der Schlüssel liegt bei Frau Berg.',
    });
    expect(await system.mailsTo(email)).toHaveLength(sent);
  });

  test('with whose it is: it is his', async () => {
    const { id, email, alert } = await asked();
    const sent = (await system.mailsTo(email)).length;
    await answer(sabine, await alert(sabine.email), 'an Jonas');
    expect((await system.lead(id)).assignedTo).toBe(jonas.email);
    expect(await system.mailsTo(email)).toHaveLength(sent);
  });

  test('who is called to an emergency: she reads him, and he has it', async () => {
    const { id, email, alert } = await asked('Rohrbruch, das Wasser steht im Keller');
    await system.advance('PT16M');
    await answer(jonas, await alert(jonas.email), 'Haupthahn zudrehen, um 8 Uhr bin ich da.', clients[4]);
    expect(await toCustomer(email)).toHaveLength(1);
    const { timeline } = await system.lead(id);
    expect(timeline).toContainEqual(expect.objectContaining({ type: 'confirmed', person: 'Jonas Huber' }));
  });

  test.each([martin, sabine])("who passes her own mail on: $first's is read as hers", async (from) => {
    const { id, email, alert } = await asked();
    const sent = (await system.mailsTo(email)).length;
    const wish = 'Könnten Sie auch den Wasserhahn ansehen?';
    await system.mail({
      from: `${fullName(from)} <${from.email}>`,
      to: (await alert(from.email))?.replyTo[0] ?? '',
      subject: 'Fwd: Waschbecken',
      text: `Kam bei mir an.\n\n---------- Forwarded message ---------\nVon: Rita Ruhe <${email}>\nDate: Mo., 23. Nov. 2026 um 08:01 Uhr\nSubject: Waschbecken\nTo: <${from.email}>\n\n${wish}`,
    });
    await system.quiet();
    const replied = (await system.lead(id)).timeline.filter(({ type }) => type === 'customer-replied');
    expect(replied).toMatchObject([{ text: expect.stringContaining(wish) }]);
    expect(await system.mailsTo(email)).toHaveLength(sent);
  });

  test('to the address of the business, below what she wrote there: his words are not hers', async () => {
    const { id, email } = await asked();
    await system.mail({
      from: `Sabine Muster <${sabine.email}>`,
      to: 'anfrage@mail.muster-haustechnik.example',
      subject: 'AW: Waschbecken',
      text: `Rufen Sie mich am Freitag unter 089 5550199 an?\n\nVon: Rita Ruhe <${email}>\nGesendet: Montag, 23. November 2026 08:01\nAn: ${sabine.email}\nBetreff: Waschbecken\n\nKönnten Sie auch den Wasserhahn ansehen?`,
    });
    await system.quiet();
    const { timeline, contact } = await system.lead(id);
    expect(timeline.some(({ type }) => type === 'customer-replied')).toBe(false);
    expect(JSON.stringify(contact)).not.toContain('5550199');
  });
});
