/** What strangers can make us send, through the front door: how much goes out, what the owner gets, and that nothing is lost. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aCompany } from '../support/company.ts';
import { type LocalSystem, startLocalSystem } from '../support/local-system.ts';

const [owner = ''] = aCompany().owner.email;
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
/** Of 300 networks none is another's neighbour. */
const network = (index: number) => `198.18.${index % 250}.${Math.floor(index / 250) + 1}`;

let system: LocalSystem;
beforeEach(async () => {
  system = await startLocalSystem({ now: '2026-11-24T09:00:00.000Z' });
});
afterEach(() => system.stop());

/** Posts forms as a script does, twenty at a time. */
async function post(
  forms: readonly { readonly from: string; readonly fields: Readonly<Record<string, string>> }[],
): Promise<string[]> {
  const ids: string[] = [];
  for (let next = 0; next < forms.length; next += 20) {
    const answers = forms.slice(next, next + 20).map(async ({ from, fields }) => {
      const answer = await system.get('/leads', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': from },
        body: JSON.stringify(fields),
      });
      expect(answer.status).toBe(200);
      return ((await answer.json()) as { id: string }).id;
    });
    ids.push(...(await Promise.all(answers)));
  }
  await system.quiet();
  return ids;
}

const stranger = (index: number) => ({
  name: `Person ${index}`,
  email: `person-${index}@opfer-${index % 7}.test`,
  phone: `0171 555${String(index).padStart(4, '0')}`,
  message: `Bitte um ein Angebot für Haus Nummer ${index}.`,
});

async function counted() {
  // The office gets of its own whatever the owner gets.
  const mails = (await system.mailbox()).filter(({ to }) => !to.includes('buero@muster-haustechnik.example'));
  const toOwner = mails.filter(({ to }) => to.includes(owner));
  return { toOthers: mails.length - toOwner.length, toOwner: toOwner.map(({ subject }) => subject) };
}

describe('300 addresses of strangers in a minute', () => {
  test('from one network: twenty confirmations, and the rest in one mail', async () => {
    const ids = await post(numbers(300).map((index) => ({ from: '203.0.113.7', fields: stranger(index) })));
    expect(new Set(ids).size).toBe(300);
    expect((await system.leads()).length).toBe(300);
    const atOnce = await counted();
    expect(atOnce.toOthers).toBe(20);
    expect(atOnce.toOwner).toHaveLength(20);

    await system.advance('PT15M');
    const later = await counted();
    expect(later.toOthers).toBe(20);
    expect(later.toOwner).toHaveLength(21);
    expect(later.toOwner.at(-1)).toContain('280 neue Anfragen');

    const bundle = (await system.newestTo(owner)).text;
    expect(bundle).toMatch(/0171 555\d{4}/);
    const list = await system.get(/Alle als Spam:\s+(\S+)/.exec(bundle)?.[1]?.replace(system.url, '') ?? '');
    const page = await list.text();
    expect([...page.matchAll(/type="checkbox"/g)]).toHaveLength(280);
  });

  test('from 300 networks: the fifty of the day, and one tap sends all the others', async () => {
    await post(numbers(300).map((index) => ({ from: network(index), fields: stranger(index) })));
    expect((await system.leads()).length).toBe(300);
    expect((await counted()).toOthers).toBe(50);
    await system.advance('PT15M');
    const { toOwner } = await counted();
    expect(toOwner).toHaveLength(51);
    expect(toOwner.at(-1)).toContain('250 neue Anfragen');

    const bundle = (await system.newestTo(owner)).text;
    const link = /Alle Eingangsbestätigungen senden:\s+(\S+)/.exec(bundle)?.[1] ?? '';
    const page = await (await fetch(link)).text();
    const waiting = [...page.matchAll(/name="lead" value="(\w+)" checked/g)].map(([, id = '']) => id);
    expect(waiting).toHaveLength(250);
    const body = new URLSearchParams(waiting.map((id): [string, string] => ['lead', id]));
    const done = await fetch(link, { method: 'POST', body });
    expect(await done.text()).toContain('250 Eingangsbestätigungen gehen');
    await system.quiet();
    expect((await counted()).toOthers).toBe(300);
    await fetch(link, { method: 'POST', body });
    await system.quiet();
    expect((await counted()).toOthers).toBe(300);
  });

  test('from 300 networks: what nobody has looked at is not told all over again in the next 16 hours', async () => {
    await post(numbers(300).map((index) => ({ from: network(index), fields: stranger(index) })));
    await system.advance('PT16H');
    const { toOwner } = await counted();
    expect(toOwner.length).toBeLessThanOrEqual(51 + 3);
    expect(toOwner.filter((subject) => subject.startsWith('Das wartet auf Sie'))).toHaveLength(1);
  });

  test('the chases of those nobody has looked at are one mail, too', async () => {
    await post(numbers(60).map((index) => ({ from: '203.0.113.7', fields: stranger(index) })));
    await system.advance('PT15M');
    const before = (await counted()).toOwner.length;
    await system.advance('PT4H');
    expect((await counted()).toOwner.slice(before)).toEqual([expect.stringContaining('Das wartet auf Sie')]);
  });
});

test('60 posts about one victim: one mail to him, all of them kept, and few to the owner', async () => {
  const email = 'opfer@nachbar.test';
  const ids = await post(
    numbers(60).map((index) => ({
      from: network(index),
      fields: { name: 'Opfer', email, message: `Ich will Prospekt Nummer ${index}.` },
    })),
  );
  expect(new Set(ids).size).toBe(60);
  await system.advance('PT15M');
  expect(await system.mailsTo(email)).toHaveLength(1);
  expect((await system.leads()).length).toBe(60);
  // Four by themselves, and one mail for the other 56.
  expect((await counted()).toOwner).toHaveLength(5);
  await system.advance('P1D');
  await post([{ from: network(1), fields: { email, message: 'Noch ein Prospekt.' } }]);
  expect((await system.mailsTo(email)).filter(({ subject }) => /Anfrage/.test(subject)).length).toBe(2);
});

test('1,000 emergencies in minutes: tens of mails to the owner in a day, each kept, one tap for all', async () => {
  await post(
    numbers(1000).map((index) => ({
      from: network(index),
      fields: {
        ...stranger(index),
        message: `Rohrbruch in der Küche, Wasser läuft! ${index}`,
        urgency: 'now',
      },
    })),
  );
  const leads = await system.leads();
  expect(leads.filter(({ stage }) => stage === 'service')).toHaveLength(1000);
  const { toOthers, toOwner } = await counted();
  expect(toOthers).toBe(50);
  // Three alone and one for all, or fewer where several came at the same instant.
  expect(toOwner.length).toBeGreaterThanOrEqual(1);
  expect(toOwner.length).toBeLessThanOrEqual(6);
  expect(toOwner.some((subject) => subject.includes('Notfälle'))).toBe(true);
  expect(toOwner.every((subject) => subject.startsWith('🚨'))).toBe(true);

  await system.advance('PT16M');
  expect((await system.newestTo(owner)).subject).toContain('1.000 Notfälle');
  await system.advance('PT23H');
  expect((await counted()).toOwner.length).toBeLessThanOrEqual(40);

  const alarm =
    (await system.mailsTo(owner)).findLast(({ text }) => text.includes('Alle ansehen, Spam ablegen:'))
      ?.text ?? '';
  const link = /Alle ansehen, Spam ablegen:\s+(\S+)/.exec(alarm)?.[1] ?? '';
  const page = await (await fetch(link)).text();
  const alike = /name="alike" value="(\w+)">Alle 1\.000/.exec(page)?.[1] ?? '';
  const shown = [...page.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)];
  const hidden = Object.fromEntries(shown.map(([, name = '', value = '']) => [name, value]));
  const done = await fetch(link, { method: 'POST', body: new URLSearchParams({ ...hidden, alike }) });
  expect(await done.text()).toContain('1.000 Notfälle als Spam abgelegt');
  const before = (await counted()).toOwner.length;
  await system.advance('PT3H');
  expect((await counted()).toOwner.length).toBe(before);

  // Whoever comes now rings by himself again, at once.
  await post([{ from: network(7), fields: { phone: '0171 999999', message: 'Rohrbruch!', urgency: 'now' } }]);
  expect((await counted()).toOwner.at(-1)).toContain('SOFORT');
  expect((await counted()).toOwner).toHaveLength(before + 1);
}, 300_000);

test('an office in which ten people write is answered, each of them', async () => {
  await post(numbers(10).map((index) => ({ from: '203.0.113.7', fields: stranger(index) })));
  const { toOthers, toOwner } = await counted();
  expect([toOthers, toOwner.length]).toEqual([10, 10]);
});

test('a busy hour over, a network is answered again', async () => {
  await post(numbers(25).map((index) => ({ from: '2001:db8:1:2::7', fields: stranger(index) })));
  expect((await counted()).toOthers).toBe(20);
  await system.advance('PT1H');
  await post([{ from: '2001:db8:1:2:ffff::1', fields: stranger(99) }]);
  expect((await counted()).toOthers).toBe(21);
});
