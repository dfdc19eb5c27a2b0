/** A business changes while its system runs: what people see and when they hear changes with it, and nothing restarts. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalSystem, startLocalSystem } from '../support/local-system.ts';
import { npmRunBusiness } from '../support/npm-run-business.ts';

const owner = 'chef@muster-haustechnik.example';
const monday = '2026-11-23T08:00:00.000Z';

let system: LocalSystem;
beforeAll(async () => {
  system = await startLocalSystem({ now: monday });
});
afterAll(() => system?.stop());

const business = (...words: string[]) => npmRunBusiness(system.url, words);
const set = async (change: object) => {
  const { code, said } = await npmRunBusiness(system.url, ['set', '-'], JSON.stringify(change));
  if (code !== 0) throw new Error(said);
  return said;
};
const form = async () => (await system.get('/')).text();
const digests = async () =>
  (await system.mailsTo(owner))
    .filter(({ headers }) => headers['x-nachfass'] === 'digest')
    .map(({ at }) => at);

describe('while it runs', () => {
  test('the form names the new phone number', async () => {
    expect(await form()).toContain('+49 89 1234560');
    await set({ phone: '+49 89 777777' });
    expect(await form()).toContain('+49 89 777777');
    expect(await form()).not.toContain('1234560');
  });

  test('the digest comes at the new hour, once a day', async () => {
    await system.capture({ name: 'Erika Muster', email: 'erika@example.org', message: 'Neues Bad' });
    await system.moveTo('2026-11-24T12:00:00.000Z');
    await set({ digestAt: '05:45' });
    await system.moveTo('2026-11-25T12:00:00.000Z');
    expect((await digests()).map((at) => at.slice(0, 16))).toEqual(['2026-11-24T05:30', '2026-11-25T04:45']);
  });

  test('a day that the business closes has neither digest nor chase', async () => {
    const before = (await system.mailsTo(owner)).length;
    await set({ closedOn: ['2026-11-26'] });
    await system.moveTo('2026-11-26T04:00:00.000Z');
    const until = (await system.mailsTo(owner)).length;
    await system.moveTo('2026-11-26T22:00:00.000Z');
    expect((await system.mailsTo(owner)).length).toBe(until);
    expect(until).toBeGreaterThanOrEqual(before);
  });

  test('mails have the new words and the new colour, pages too', async () => {
    await set({
      accentColor: '#7b1e3a',
      texts: {
        acknowledgement: { de: { subject: 'Angekommen bei {brand}', text: 'wir rufen Sie morgen an.' } },
      },
    });
    await system.capture({ name: 'Bunt', email: 'bunt@example.org', message: 'Neues Bad' });
    await system.quiet();
    const mail = await system.newestTo('bunt@example.org');
    expect(mail.subject).toMatch(/^Angekommen bei Muster Haustechnik/);
    expect(mail.text).toContain('wir rufen Sie morgen an.');
    expect(mail.html).toContain('#7b1e3a');
    expect(await form()).toContain('#7b1e3a');
  });

  test('a changed rhythm counts for whoever waits from now on; whoever waits already keeps his date', async () => {
    await system.moveTo('2026-11-27T08:00:00.000Z');
    const waiting = await system.capture({
      name: 'Vorher',
      email: 'vorher@example.org',
      message: 'Heizung tropft nicht',
    });
    await system.quiet();
    const { dueAt } = await system.lead(waiting);
    await set({ cadences: { new: { to: 'owner', after: ['30 working days'] } } });
    expect((await system.lead(waiting)).dueAt).toBe(dueAt);
    const id = await system.capture({
      name: 'Nachher',
      email: 'nachher@example.org',
      message: 'Neue Wärmepumpe',
    });
    await system.quiet();
    expect((await system.lead(id)).dueAt > '2027-01-01').toBe(true);
    await system.advance('PT5H');
    const subjects = (await system.mailsTo(owner)).map(({ subject }) => subject);
    expect(subjects.some((subject) => subject.includes('Nachher wartet'))).toBe(false);
  });

  test('what is wrong is refused with the reason, and nothing changes', async () => {
    const { said: before } = await business('show');
    const { code, said } = await npmRunBusiness(system.url, ['set', '-'], '{"digestAt":"7 Uhr","phone":""}');
    expect(code).toBe(1);
    expect(said).toContain('digestAt: found "7 Uhr", expected a time');
    expect(said).toContain('phone: found "", expected a phone number');
    expect((await business('show')).said).toBe(before);
  });

  test('of two who change what both were shown the second is told, and has changed nothing', async () => {
    const { said: shown } = await business('show');
    const change = (fields: object) =>
      npmRunBusiness(system.url, ['set', '-'], JSON.stringify({ ...JSON.parse(shown), ...fields }));
    expect((await change({ retentionMonths: 24 })).code).toBe(0);
    const second = await change({ contactPerson: 'Sabine Muster' });
    expect(second.code).toBe(1);
    expect(second.said).toContain('retentionMonths: nothing -> 24');
    expect(JSON.parse((await business('show')).said).contactPerson).toBe('Martin Muster');
  });

  test('a change is taken back, and the others stay', async () => {
    const { said: history } = await business('history');
    const version = /^(\d+) .*\n.*phone:/m.exec(history)?.[1] ?? '';
    expect((await business('undo', version)).code).toBe(0);
    expect(await form()).toContain('+49 89 1234560');
    expect((await business('show')).said).toContain('"digestAt": "05:45"');
  });

  test('a restart changes nothing, and neither does kill -9', async () => {
    const { said: before } = await business('show');
    await system.restart();
    expect((await business('show')).said).toBe(before);
    await system.killAndRestart();
    expect((await business('show')).said).toBe(before);
  });
});
