/** Where people are named, each is reminded of what is his. */
import { describe, expect, test } from 'vitest';
import { everybody, personAt } from '../../../domain/business/people.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { MailRefusedError } from '../../../domain/ports/errors.ts';
import { followUpLead } from '../../../functions/follow-up-lead/follow-up-lead.ts';
import { sendChases } from '../../../functions/send-digest/send-chases.ts';
import { sendDigest } from '../../../functions/send-digest/send-digest.ts';
import { aRawMail } from '../../support/a-raw-mail.ts';
import { aStranger, strangerId } from '../../support/a-stranger.ts';
import { monday10 } from '../../support/a-walk.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { aCompany, aCompanyFile } from '../../support/company.ts';
import { receive } from '../receive-mail/a-mailbox.ts';

const chef = 'chef@muster-haustechnik.example';
const office = 'buero@muster-haustechnik.example';
const jonas = 'jonas@muster-haustechnik.example';
const noon = '2026-11-23T12:30:00.000Z';
const afterNoon = '2026-11-23T12:35:00.000Z';
const keyOf = (email: string) => personAt(aCompany(), email)?.key ?? '';

/** New requests that are due at noon, each with whom it is. */
async function due(assigned: readonly (string | undefined)[], company = aCompany()) {
  const leads = assigned.map((to, index) =>
    aStranger(index, { alertedAt: monday10, ...(to !== undefined && { assignedTo: to }) } as Partial<Lead>),
  );
  const world = await aWorld({ leads, company });
  world.clock.set(noon);
  for (const { id, generation } of leads) await followUpLead({ leadId: id, generation }, world);
  const before = world.mailer.sent.length;
  world.clock.set(afterNoon);
  return { world, sent: () => world.mailer.sent.slice(before) };
}

const linesIn = (world: World, text = '') =>
  [...text.matchAll(/https:\/\/anfrage\.example\/a\/([\w.-]+\.view\.[\w.-]+)/g)].map(
    ([, token = '']) => world.links.read(token, afterNoon)?.leadId,
  );

describe('what is due at a time', () => {
  test('is one mail to each whom it concerns, with links of his own', async () => {
    const { world, sent } = await due([undefined, undefined, jonas, jonas, office]);
    expect(await sendChases(world)).toBe(5);
    const [toChef, toOffice, toJonas, ...others] = [chef, office, jonas].map((email) =>
      sent().filter(({ to }) => to.join() === email),
    );
    expect(others).toEqual([]);
    expect([toChef, toOffice, toJonas].map((mails) => mails?.length)).toEqual([1, 1, 1]);
    expect(linesIn(world, toChef?.[0]?.text).toSorted()).toEqual([strangerId(0), strangerId(1)].toSorted());
    expect(linesIn(world, toOffice?.[0]?.text)).toHaveLength(3);
    expect(linesIn(world, toJonas?.[0]?.text).toSorted()).toEqual([strangerId(2), strangerId(3)].toSorted());
    expect(toJonas?.[0]?.text).toContain(`.p${keyOf(jonas)}.`);
    expect(await world.dueChases.list()).toEqual([]);
  });

  test('goes to whoever stands in for somebody who is away', async () => {
    const people = (aCompanyFile().people ?? []).map((person) =>
      person.email === jonas
        ? { ...person, absent: { from: '2026-11-23', until: '2026-11-27', substitute: office } }
        : person,
    );
    const { world, sent } = await due([jonas], aCompany({ people }));
    await sendChases(world);
    expect(sent().map(({ to }) => to)).toEqual([[office]]);
  });

  test('goes out once more to nobody but whom it did not reach', async () => {
    const { world, sent } = await due([undefined, undefined]);
    const { send } = world.mailer;
    const failing = {
      ...world.mailer,
      send: (mail: Parameters<typeof send>[0]) =>
        mail.to.includes(office) ? Promise.reject(new MailRefusedError('full', 'ours')) : send(mail),
    };
    await sendChases({ ...world, mailer: failing });
    expect(await world.dueChases.list()).toHaveLength(2);
    await sendChases(world);
    expect(sent().map(({ to }) => to.join())).toEqual([chef, office]);
    expect(await world.dueChases.list()).toEqual([]);
  });
});

describe('an answer to somebody’s own list', () => {
  async function answered(from: string, text: string) {
    const { world, sent } = await due([jonas, jonas, office, office]);
    await sendChases(world);
    const list = sent().find(({ to }) => to.includes(from));
    const raw = aRawMail({ headers: { From: from, To: list?.replyTo ?? '', Subject: 'Re: Liste' }, text });
    const before = world.mailer.sent.length;
    const record = await receive(world, raw, { envelopeFrom: from });
    const first = linesIn(world, list?.text)[0] ?? '';
    const after = await world.leads.load(first);
    return { record, told: world.mailer.sent.slice(before), after };
  }

  test.each([
    [office, 'Sabine Muster'],
    [jonas, 'Jonas Huber'],
  ])('of %s is entered as what %s said, without a word to others', async (email, person) => {
    const { told, after } = await answered(email, '1 nicht erreicht');
    expect(after?.timeline.at(-1)).toMatchObject({ type: 'contact-attempted', person });
    expect(told.map(({ to }) => to)).toEqual([[email]]);
  });

  test('of who is called out gives nothing to others', async () => {
    const { told, after } = await answered(jonas, '1 an Sabine');
    expect(after?.assignedTo).toBe(jonas);
    expect(told[0]?.text).toContain('Inhaber und Büro');
  });
});

describe('the digest', () => {
  const digests = (world: World) =>
    new Map(
      world.mailer.sent
        .filter(({ headers }) => headers['X-Nachfass-Mail']?.startsWith('digest/'))
        .map((mail) => [mail.to.join(), mail] as const),
    );
  const morning = async (company = aCompany()) => {
    const { world } = await due([undefined, jonas, office], company);
    world.clock.set('2026-11-24T05:30:00.000Z');
    expect(await sendDigest({}, world)).toMatchObject({ outcome: 'sent' });
    return world;
  };

  test('is one for each, with what is his first, and for who is called out nothing else', async () => {
    const world = await morning();
    const own = digests(world);
    expect([...own.keys()]).toEqual([chef, office, jonas]);
    expect(linesIn(world, own.get(chef)?.text)[0]).toBe(strangerId(0));
    expect(linesIn(world, own.get(chef)?.text)).toHaveLength(3);
    expect(own.get(chef)?.text).toContain('bei Jonas Huber');
    expect(linesIn(world, own.get(office)?.text)[2]).toBe(strangerId(1));
    expect(linesIn(world, own.get(jonas)?.text)).toEqual([strangerId(1)]);
    expect(own.get(jonas)?.text).not.toContain('bei Jonas Huber');
    expect(own.get(jonas)?.text).toContain(`.p${keyOf(jonas)}.`);
    expect(own.get(jonas)?.text).toContain('Benachrichtigungen auf diesem Gerät einschalten');
  });

  test('comes once, also where one of them is sent by the next look', async () => {
    const { world } = await due([undefined]);
    world.clock.set('2026-11-24T05:30:00.000Z');
    const { send } = world.mailer;
    const mailer = {
      ...world.mailer,
      send: (mail: Parameters<typeof send>[0]) =>
        mail.to.includes(chef) ? Promise.reject(new MailRefusedError('busy', 'passing')) : send(mail),
    };
    await expect(sendDigest({}, { ...world, mailer })).rejects.toThrow('busy');
    expect([...digests(world).keys()]).toEqual([office]);
    expect(await sendDigest({}, world)).toMatchObject({ outcome: 'sent' });
    expect([...digests(world).keys()]).toEqual([office, chef]);
    expect(await sendDigest({}, world)).toMatchObject({ outcome: 'already-sent' });
    expect(world.mailer.sent.filter(({ subject }) => subject.includes('Nachfass am'))).toHaveLength(2);
  });

  test('of somebody who is away goes to nobody, and what is his to who stands in for him', async () => {
    const people = (aCompanyFile().people ?? []).map((person) =>
      person.email === jonas
        ? { ...person, absent: { from: '2026-11-24', until: '2026-11-24', substitute: office } }
        : person,
    );
    const world = await morning(aCompany({ people }));
    const own = digests(world);
    expect([...own.keys()]).toEqual([chef, office]);
    expect(own.get(office)?.text).not.toContain('bei Jonas Huber');
    expect(own.get(chef)?.text).toContain('bei Jonas Huber');
  });

  test('is answered by its own numbers', async () => {
    const world = await morning();
    const mail = digests(world).get(office);
    const [first = ''] = linesIn(world, mail?.text);
    const raw = aRawMail({
      headers: { From: office, To: mail?.replyTo ?? '', Subject: `Re: ${mail?.subject ?? ''}` },
      text: '1 an Jonas',
    });
    await receive(world, raw, { envelopeFrom: office });
    expect((await world.leads.load(first))?.timeline.at(-1)).toMatchObject({
      type: 'assigned',
      to: jonas,
      person: 'Sabine Muster',
    });
  });
});

test('everybody has a key of his own', () => {
  expect(new Set(everybody(aCompany()).map(({ key }) => key)).size).toBe(3);
});
