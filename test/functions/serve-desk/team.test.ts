import { describe, expect, test } from 'vitest';
import { companyFrom } from '../../../domain/business/company.ts';
import { personAt } from '../../../domain/business/people.ts';
import { addDuration } from '../../../domain/time/local-time.ts';
import { loginLink } from '../../../functions/serve-desk/log-in.ts';
import type { HttpResponse } from '../../../functions/shared/http-message.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { aCompany } from '../../support/company.ts';
import { fieldsOf, textOf } from '../../support/read-page.ts';
import { aBrowser, aDesk } from './a-browser.ts';

const chef = 'chef@muster-haustechnik.example';
const office = 'buero@muster-haustechnik.example';
const jonas = 'jonas@muster-haustechnik.example';
const lena = 'lena@muster-haustechnik.example';

const stored = async ({ businesses }: World) => {
  const version = await businesses.load();
  if (!version) throw new Error('The business was never stored');
  return version;
};
const entryAt = async (world: World, email: string) =>
  (await stored(world)).file.people?.find((one) => one.email === email);
const urlOf = async (world: World, email: string) =>
  `/desk/team/${personAt(companyFrom((await stored(world)).file), email)?.key}`;

/** What a page says that stood there when it was made. */
const seenIn = (page: HttpResponse): string => Object.fromEntries(fieldsOf(page)).seen ?? '';

describe('the team', () => {
  test('is seen by everybody with names and phones, and changed by the owner alone', async () => {
    const world = await aWorld();
    for (const email of [office, jonas]) {
      const desk = await aDesk(world, email);
      const page = await desk.get('/desk/team');
      expect(page.status).toBe(200);
      expect(textOf(page)).toContain('Jonas Huber');
      expect(page.body).toContain('href="tel:+491711234567"');
      expect(page.body).not.toContain('/desk/team/new');
      const typed = { name: 'Lena Kurz', email: lena, role: 'owner' };
      expect((await desk.post('/desk/team/new', typed)).status).toBe(403);
      expect((await desk.post(`${await urlOf(world, email)}`, { name: 'X', role: 'owner' })).status).toBe(
        403,
      );
    }
    expect((await stored(world)).version).toBe(1);
  });

  test('gets somebody new, who logs in at once', async () => {
    const world = await aWorld();
    const desk = await aDesk(world, chef);
    const typed = { name: 'Lena Kurz', email: lena, phone: '0171 5551234', role: 'office', onCall: 'ja' };
    const answer = await desk.fillIn('/desk/team/new', typed);
    expect(answer.status).toBe(303);
    expect(await stored(world)).toMatchObject({ version: 2, by: 'Martin Muster' });
    expect(await entryAt(world, lena)).toEqual({
      name: 'Lena Kurz',
      email: lena,
      phone: '0171 5551234',
      role: 'office',
      onCall: true,
    });
    const page = textOf(await desk.get(answer.headers.location ?? ''));
    expect(page).toContain('Die Person ist jetzt dabei');
    expect(page).toContain('Lena Kurz');
    expect((await (await aDesk(world, lena)).get('/desk')).status).toBe(200);
  });

  test('gets somebody once whose form was sent twice, and logs him out by it nowhere', async () => {
    const world = await aWorld();
    const desk = await aDesk(world, chef);
    const typed = { name: 'Lena Kurz', email: lena, phone: '', role: 'staff' };
    await desk.post('/desk/team/new', typed);
    const hers = await aDesk(world, lena);
    expect((await desk.post('/desk/team/new', typed)).status).toBe(303);
    expect((await stored(world)).version).toBe(2);
    expect((await hers.get('/desk')).status).toBe(200);
  });

  test('goes on with another owner, who changes what the first one may', async () => {
    const world = await aWorld();
    const desk = await aDesk(world, chef);
    await desk.post('/desk/team/new', { name: 'Lena Kurz', email: lena, role: 'owner' });
    const url = await urlOf(world, chef);
    const typed = { seen: seenIn(await desk.get(url)), name: 'Martin Muster', role: 'office' };
    const answer = await desk.post(url, typed);
    expect((await desk.get(answer.headers.location ?? '')).status).toBe(200);
    expect((await desk.get(url)).status).toBe(403);
    expect((await (await aDesk(world, lena)).get(url)).status).toBe(200);
  });

  test('of an owner alone begins with him', async () => {
    const world = await aWorld({ company: aCompany({ people: [] }) });
    const desk = await aDesk(world, chef);
    expect(textOf(await desk.get('/desk/team'))).toContain('Inhaber · ich');
    const url = await urlOf(world, chef);
    const typed = {
      seen: seenIn(await desk.get(url)),
      name: 'Martin Muster',
      role: 'owner',
      phone: '089 123456',
    };
    expect((await desk.post(url, typed)).status).toBe(303);
    expect(await entryAt(world, chef)).toEqual({
      name: 'Martin Muster',
      email: chef,
      role: 'owner',
      phone: '089 123456',
    });
  });

  test('opens nothing to a link that somebody was sent before he was removed, when he is back', async () => {
    const world = await aWorld();
    const desk = await aDesk(world, chef);
    const later = () => world.clock.set(addDuration(world.clock.now(), 'PT1M'));
    const person = personAt(companyFrom((await stored(world)).file), jonas);
    if (!person) throw new Error('Jonas is gone');
    const old = loginLink(person, world.clock.now(), world);
    later();
    expect((await desk.post(`${await urlOf(world, jonas)}/remove`)).status).toBe(303);
    later();
    const typed = { name: 'Jonas Huber', email: jonas, role: 'owner' };
    expect((await desk.post('/desk/team/new', typed)).status).toBe(303);
    later();
    expect((await aBrowser(world).get(old)).status).toBe(403);
    expect((await aBrowser(world).post(old)).status).toBe(403);
    expect((await aBrowser(world).post(loginLink(person, world.clock.now(), world))).status).toBe(303);
  });

  test('has nobody away in the past, and no two who do the work of each other', async () => {
    const world = await aWorld();
    const desk = await aDesk(world, chef);
    const put = async (who: string, absence: Record<string, string>) => {
      const url = await urlOf(world, who);
      return desk.post(`${url}/absence`, { seen: seenIn(await desk.get(url)), ...absence });
    };
    const past = await put(jonas, { from: '2020-01-01', until: '2020-01-02' });
    expect(past.status).toBe(422);
    expect(textOf(past)).toContain('noch nicht vorbei');
    const days = { from: '2026-12-01', until: '2026-12-04' };
    expect((await put(jonas, { ...days, substitute: office })).status).toBe(303);
    const round = await put(office, { ...days, substitute: jonas });
    expect(round.status).toBe(422);
    expect(textOf(round)).toContain('auch die Vertretung weg');
    expect(await entryAt(world, office)).not.toHaveProperty('absent');
  });

  test('says at each field what is wrong, and keeps what was typed', async () => {
    const world = await aWorld();
    const desk = await aDesk(world, chef);
    const typed = { name: '  ', email: 'lena', phone: 'keins', role: 'chef' };
    const answer = await desk.post('/desk/team/new', typed);
    expect(answer.status).toBe(422);
    for (const words of [
      'einen Namen',
      'E-Mail-Adresse prüfen',
      'Telefonnummer prüfen',
      'was die Person darf',
    ]) {
      expect(textOf(answer)).toContain(words);
    }
    expect(answer.body).toContain('value="keins"');
    const taken = await desk.post('/desk/team/new', { name: 'L', email: jonas.toUpperCase(), role: 'staff' });
    expect(textOf(taken)).toContain('hat hier schon jemand');
    expect((await stored(world)).version).toBe(1);
  });

  test('shows who is away and who stands in for him', async () => {
    const world = await aWorld();
    const desk = await aDesk(world, chef);
    const url = await urlOf(world, jonas);
    const mark = seenIn(await desk.get(url));
    const absence = { seen: mark, from: '2026-11-23', until: '2026-11-27', substitute: office };
    expect((await desk.post(`${url}/absence`, absence)).status).toBe(303);
    expect((await entryAt(world, jonas))?.absent).toEqual({
      from: '2026-11-23',
      until: '2026-11-27',
      substitute: office,
    });
    expect(textOf(await desk.get('/desk/team'))).toContain(
      'abwesend bis 27. November 2026, Vertretung Sabine Muster',
    );
    const now = seenIn(await desk.get(url));
    const wrong = await desk.post(`${url}/absence`, { ...absence, seen: now, until: '2026-11-20' });
    expect(wrong.status).toBe(422);
    expect(textOf(wrong)).toContain('nicht vor dem ersten');
    await desk.post(`${url}/absence`, { seen: now, end: '1' });
    expect(await entryAt(world, jonas)).not.toHaveProperty('absent');
  });

  test('tells the second of two owners what happened, and keeps what he typed', async () => {
    const world = await aWorld();
    const desk = await aDesk(world, chef);
    const url = await urlOf(world, office);
    const mark = seenIn(await desk.get(url));
    const typed = { name: 'Sabine Lang', phone: '089 1', role: 'office' };
    expect((await desk.post(url, { ...typed, phone: '089 123', seen: mark })).status).toBe(303);
    const second = await desk.post(url, { ...typed, name: 'Sabine Kurz', phone: '089 456', seen: mark });
    expect(second.status).toBe(409);
    expect(textOf(second)).toContain('Martin Muster hat hier gerade etwas geändert');
    expect(second.body).toContain('value="Sabine Kurz"');
    expect((await entryAt(world, office))?.name).toBe('Sabine Lang');
    const again = seenIn(second);
    expect(
      (await desk.post(url, { ...typed, name: 'Sabine Kurz', phone: '089 456', seen: again })).status,
    ).toBe(303);
    expect((await entryAt(world, office))?.name).toBe('Sabine Kurz');
  });

  test('keeps its last owner', async () => {
    const world = await aWorld();
    const desk = await aDesk(world, chef);
    const url = await urlOf(world, chef);
    const mark = seenIn(await desk.get(url));
    const demoted = await desk.post(url, { seen: mark, name: 'Martin Muster', role: 'office' });
    expect(textOf(demoted)).toContain('der einzige Inhaber');
    const removed = await desk.post(`${url}/remove`, { myself: 'ja' });
    expect(textOf(removed)).toContain('der einzige Inhaber');
    expect((await stored(world)).version).toBe(1);
  });

  test('lets nobody remove himself by mistake', async () => {
    const world = await aWorld();
    const desk = await aDesk(world, chef);
    await desk.post('/desk/team/new', { name: 'Lena Kurz', email: lena, role: 'owner' });
    const url = `${await urlOf(world, chef)}/remove`;
    expect(textOf(await desk.post(url))).toContain('muss das hier ankreuzen');
    expect(await entryAt(world, chef)).toBeDefined();
    expect((await desk.post(url, { myself: 'ja' })).headers.location).toBe('/desk/login');
    expect(await entryAt(world, chef)).toBeUndefined();
    expect((await stored(world)).file.owner.email).toEqual([lena]);
    expect((await desk.get('/desk')).status).toBe(303);
  });
});

describe('of somebody who was removed', () => {
  test('neither session nor login link nor passkey opens anything, nor after he is back', async () => {
    const world = await aWorld();
    const owner = await aDesk(world, chef);
    const gone = await aDesk(world, jonas);
    const person = personAt(world.company, jonas);
    if (!person) throw new Error('Jonas does not work here');
    const link = loginLink(person, world.clock.now(), world);
    const passkey = {
      id: 'key',
      publicKey: 'k',
      counter: 0,
      email: jonas,
      device: 'Handy',
      createdAt: world.clock.now(),
    };
    await world.passkeys.add(passkey);
    expect((await gone.get('/desk')).status).toBe(200);
    expect((await owner.post(`${await urlOf(world, jonas)}/remove`)).status).toBe(303);
    expect((await gone.get('/desk')).status).toBe(303);
    expect((await aBrowser(world).post(link)).status).toBe(403);
    expect(await world.passkeys.listOf(jonas)).toEqual([]);
    await owner.post('/desk/team/new', { name: 'Jonas Huber', email: jonas, role: 'staff' });
    expect((await gone.get('/desk')).status).toBe(303);
  });
});

describe('a device of somebody', () => {
  test('is ended by the owner, and the others go on', async () => {
    const world = await aWorld();
    const owner = await aDesk(world, chef);
    const [phone, laptop] = [await aDesk(world, jonas), await aDesk(world, jonas)];
    const url = await urlOf(world, jonas);
    expect(textOf(await owner.get(url))).toContain('Chrome auf Linux');
    const [first] = await world.sessions.listOf(url.split('/').at(-1) ?? '', world.clock.now());
    await owner.post(`${url}/devices`, { session: first?.id ?? '' });
    const statuses = [(await phone.get('/desk')).status, (await laptop.get('/desk')).status];
    expect(statuses.toSorted()).toEqual([200, 303]);
    await owner.post(`${url}/devices`, { session: 'all' });
    for (const one of [phone, laptop]) expect((await one.get('/desk')).status).toBe(303);
  });
});
