/** Strangers write that our mails came back, with all that they can know or guess. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aRawMail } from '../support/a-raw-mail.ts';
import { type LocalSystem, linkBehind, startLocalSystem } from '../support/local-system.ts';
import { type OurHeaders, report } from '../support/returned-mails.ts';

const owner = 'chef@muster-haustechnik.example';
const receive = 'anfrage@mail.muster-haustechnik.example';
let system: LocalSystem;

beforeAll(async () => {
  system = await startLocalSystem({ now: '2026-11-23T08:00:00.000Z' });
});
afterAll(() => system?.stop());

interface Customer {
  readonly id: string;
  readonly email: string;
  /** Of the answer to the request, as only whoever got it knows it. */
  readonly messageId: string;
  readonly signed: string;
}

/** Somebody asks, and the owner calls in vain: now the customer is reminded. */
async function remindedCustomer(name: string): Promise<Customer> {
  const email = `${name}@haus.test`;
  const id = await system.capture({ name, email, message: `Neues Bad für ${name}`, kind: 'project' });
  await system.quiet();
  const alert = await system.newestTo(owner);
  await system.tap(linkBehind('Nicht erreicht', alert.html));
  const answer = await system.newestTo(email);
  const messageId = /<?([^@<>]+)@/.exec(answer.headers['message-id'] ?? '')?.[1] ?? '';
  return { id, email, messageId, signed: answer.replyTo[0] ?? '' };
}

async function forge(about: OurHeaders, victim: string, to = receive): Promise<string> {
  const forged = report({ status: '5.1.1', diagnostic: '550 5.1.1 User unknown', to: victim }, about, {
    To: to,
  });
  const { outcome } = await system.inbound(aRawMail(forged), { 'x-envelope-from': '', 'x-envelope-to': to });
  return outcome;
}

const remindedOn = async ({ email }: Customer) =>
  (await system.mailsTo(email)).slice(1).map(({ at }) => at.slice(0, 10));

test('a forged bounce silences nobody: only one that names the mail which the customer got holds his reminders, for a week', async () => {
  const names = ['anna', 'bernd', 'carla', 'doris', 'emil', 'frida'];
  const customers: Customer[] = [];
  for (const name of names) customers.push(await remindedCustomer(name));
  const [anna, bernd, carla, doris, emil, frida] = customers as [
    Customer,
    Customer,
    Customer,
    Customer,
    Customer,
    Customer,
  ];
  const before = (await system.mailsTo(owner)).length;

  // With our header, with ids that nobody gave, with the id of a mail to somebody else, with the signed address.
  expect(await forge({ leadId: anna.id }, anna.email)).toBe('bounce-noted');
  for (let guess = 0; guess < 5; guess++) {
    await forge({ leadId: bernd.id, messageId: `0100019a${guess}-0000-guessed-000000` }, bernd.email);
  }
  await forge({ messageId: frida.messageId }, carla.email);
  await forge({ messageId: frida.messageId, leadId: carla.id }, carla.email, carla.signed);
  await forge({}, doris.email, doris.signed);
  // What emil's own server could write, or whoever reads his mails.
  await forge({ messageId: emil.messageId }, emil.email);
  await system.quiet();

  // Each request was told of once, whatever came.
  const told = (await system.mailsTo(owner)).slice(before);
  expect(told.map(({ subject }) => subject.replace(/ \[.*/, '')).toSorted()).toEqual(
    ['anna', 'bernd', 'carla', 'doris', 'emil', 'frida'].map(
      (name) => `${name} – Bad: E-Mail kam vielleicht nicht an, bitte anrufen`,
    ),
  );

  await system.advance('P30D');
  const always = ['2026-11-25', '2026-11-30', '2026-12-07'];
  for (const customer of [anna, bernd, carla, doris, frida])
    expect(await remindedOn(customer)).toEqual(always);
  const held = await remindedOn(emil);
  expect(held).toHaveLength(3);
  expect(held[0]).toBe('2026-11-30');

  for (const { id, email } of customers) {
    const lead = await system.lead(id);
    expect(lead.mailsStopped).toBeUndefined();
    expect(lead.timeline.filter(({ type }) => type === 'mail-bounced')).toHaveLength(1);
    // The next request of the same person is answered: nothing is known against the address.
    await system.capture({ name: 'Noch einmal', email, message: 'Und die Küche', kind: 'project' });
    await system.quiet();
    expect((await system.newestTo(email)).text).toContain('Küche');
  }
});

test('the digest says whom to call, until the owner did', async () => {
  const gerd = await remindedCustomer('gerd');
  await forge({ messageId: gerd.messageId }, gerd.email);
  await system.advance('P1D');
  const says = 'Unsere E-Mail kam vielleicht nicht an: bitte anrufen.';
  const ofGerd = (text: string) => text.slice(text.indexOf('gerd')).replace(/\s+/g, ' ').slice(0, 400);
  const digest = (await system.mailsTo(owner)).findLast(({ subject }) => subject.includes('Nachfass am'));
  expect(ofGerd(digest?.text ?? '')).toContain(says);
  const told = (await system.mailsTo(owner)).findLast(({ subject }) =>
    subject.includes('vielleicht nicht an'),
  );
  await system.press('Erreicht', told?.html ?? '');
  expect((await system.lead(gerd.id)).bounceReport).toBeUndefined();
});
