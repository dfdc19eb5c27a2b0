/** Who types in a call, whose it is then, and who hears of it. */
import { describe, expect, test } from 'vitest';
import type { Company } from '../../../domain/business/company.ts';
import { everybody } from '../../../domain/business/people.ts';
import { followUpLead } from '../../../functions/follow-up-lead/follow-up-lead.ts';
import { sendDigest } from '../../../functions/send-digest/send-digest.ts';
import { captureCallLink } from '../../../functions/shared/action-links.ts';
import { chase } from '../../../views/mail/chase.ts';
import { monday10 } from '../../support/a-walk.ts';
import { aWorld } from '../../support/a-world.ts';
import { aCompany, ownerAlone } from '../../support/company.ts';
import { fieldsOf, textOf } from '../../support/read-page.ts';
import { link, request, stored, tap } from './a-phone.ts';

const call = { phone: '089 / 765 43 21', name: 'Karl Maier', message: 'Wasserhahn tropft.', urgency: 'soon' };
const addresses = {
  owner: 'chef@muster-haustechnik.example',
  office: 'buero@muster-haustechnik.example',
  staff: 'jonas@muster-haustechnik.example',
};

async function typedInBy(
  role: 'owner' | 'office' | 'staff',
  typed: Readonly<Record<string, string>> = {},
  company: Company = aCompany(),
) {
  const world = await aWorld({ company });
  const author = everybody(company).find((person) => person.role === role);
  const response = await tap(world, captureCallLink(world.links, monday10, author?.key), {
    ...call,
    ...typed,
  });
  expect(response.status).toBe(200);
  const [stored] = world.leads.all();
  if (!stored) throw new Error('The call is not kept');
  await followUpLead({ leadId: stored.id, generation: stored.generation }, world);
  const lead = (await world.leads.load(stored.id)) ?? stored;
  const alerts = world.mailer.sent.filter(({ headers }) =>
    headers['X-Nachfass-Mail']?.includes('new-lead-alert'),
  );
  return { world, author, lead, alerts, told: alerts.flatMap(({ to }) => to).toSorted() };
}

describe('a call that somebody of the business types in', () => {
  test.each(['owner', 'office', 'staff'] as const)('says that it was he: %s', async (role) => {
    const visit = { date: '2026-11-26', time: '14:00', note: 'Schwager' };
    const { lead, author } = await typedInBy(role, visit);
    const events = lead.timeline.filter(({ by }) => by === 'owner');
    expect(events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['captured', 'noted', 'visit-planned']),
    );
    for (const event of events) expect(event.person).toBe(author?.name);
  });

  test.each([
    ['owner', [addresses.office]],
    ['office', [addresses.owner]],
    ['staff', [addresses.office, addresses.owner]],
  ] as const)('of the %s is told once to all of owner and office but him', async (role, expected) => {
    const { told, alerts, lead, author } = await typedInBy(role);
    expect(told).toEqual(expected);
    for (const { text } of alerts) expect(text).toContain(`${author?.name} hat den Anruf aufgenommen`);
    expect(lead.alertedAt).toBeDefined();
  });

  test('is told although a visit is agreed already', async () => {
    const { told, lead } = await typedInBy('owner', { date: '2026-11-26', time: '14:00' });
    expect(lead.visit).toBeDefined();
    expect(told).toEqual([addresses.office]);
  });

  test('is his who is called out, from the beginning and without a mail about it', async () => {
    const { lead, alerts, world } = await typedInBy('staff');
    expect(lead.assignedTo).toBe(addresses.staff);
    for (const { text } of alerts) expect(text).toContain('und kümmert sich darum');
    expect(world.mailer.sent.filter(({ to }) => to.includes(addresses.staff))).toEqual([]);
  });

  test.each(['owner', 'office'] as const)('of the %s is of both, as any other', async (role) => {
    expect((await typedInBy(role)).lead.assignedTo).toBeUndefined();
  });

  test('that is an emergency rings, and is nobody’s until somebody takes it', async () => {
    const { lead, told } = await typedInBy('staff', { urgency: 'now' });
    expect(lead.assignedTo).toBeUndefined();
    expect(told.length).toBeGreaterThan(0);
  });

  test('where nobody else works is told to nobody', async () => {
    const { lead, alerts } = await typedInBy('owner', {}, ownerAlone());
    expect(alerts).toEqual([]);
    expect(lead.alertedAt).toBe(monday10);
  });
});

describe('a visit that is made in a call', () => {
  const at = async (world: Awaited<ReturnType<typeof aWorld>>, typed: Readonly<Record<string, string>>) =>
    tap(world, captureCallLink(world.links, monday10), { ...call, ...typed });

  test.each([
    [{ date: '2026-11-26', time: '03:00' }, 'in der Nacht'],
    [{ date: '2026-12-25', time: '10:00' }, 'Feiertag: 1. Weihnachtstag'],
    [{ date: '2026-11-29', time: '10:00' }, 'arbeiten Sie sonst nicht'],
  ])(
    'at %j is warned of, keeps what was typed, and stands when it is sent once more',
    async (when, words) => {
      const world = await aWorld();
      const warned = await at(world, when);
      expect(warned.status).toBe(422);
      expect(textOf(warned)).toContain(words);
      expect(world.leads.all()).toEqual([]);
      const again = await request(world, 'POST', captureCallLink(world.links, monday10), {
        ...call,
        ...when,
        ...Object.fromEntries(fieldsOf(warned)),
      });
      expect(again.status).toBe(200);
      expect(world.leads.all()).toHaveLength(1);
    },
  );

  test('beside the visit of somebody else is warned of by name, beside itself it is not', async () => {
    const world = await aWorld();
    const when = { date: '2026-11-26', time: '10:00' };
    const link = captureCallLink(world.links, monday10);
    const form = Object.fromEntries(fieldsOf(await request(world, 'GET', link)));
    const typed = { ...form, ...call, ...when };
    expect((await request(world, 'POST', link, typed)).status).toBe(200);
    expect((await request(world, 'POST', link, typed)).status).toBe(200);
    expect(world.leads.all()).toHaveLength(1);
    const other = await at(world, { name: 'Rosa', phone: '089 55512', ...when, time: '10:30' });
    expect(other.status).toBe(422);
    expect(textOf(other)).toContain('schon eine Besichtigung: Karl Maier');
  });
});

describe('a call of which there is only a note', () => {
  const only = {
    phone: '',
    name: '',
    message: '',
    urgency: '',
    note: 'Der mit dem roten Bus will eine Heizung',
  };

  test('is told with the note, not as one of whom nothing is known', async () => {
    const { alerts } = await typedInBy('owner', only);
    expect(alerts[0]?.subject).toContain('roten Bus');
    expect(alerts[0]?.text).toContain('Der mit dem roten Bus will eine Heizung');
    expect(`${alerts[0]?.subject}${alerts[0]?.text}`).not.toContain('Unbekannt');
  });

  test('stands with the note in lists and on its page', async () => {
    const { world, lead } = await typedInBy('owner', only);
    await sendDigest({ force: true }, world);
    const list = world.mailer.sent.at(-1)?.text ?? '';
    expect(list.replace(/\s+/g, ' ')).toContain('„Notiz: Der mit dem roten Bus will eine Heizung“');
    expect(list).not.toContain('Unbekannt');
    const page = textOf(await request(world, 'GET', link(world, lead, 'view')));
    expect(page).not.toContain('Unbekannt');
    const { subject, text } = chase({
      lead,
      company: world.company,
      now: '2026-11-23T14:00:00.000Z',
      cadence: 'new',
      number: 1,
      actions: [],
      stalls: false,
      viewUrl: 'https://a.example/view',
    });
    expect(`${subject} ${text}`).toContain('Der Anrufer wartet');
    expect(`${subject} ${text}`).toContain('Der mit dem roten Bus will eine Heizung');
    expect(`${subject} ${text}`).not.toContain('Unbekannt');
  });

  test('takes value and facts without a way to reach anybody, and still asks for one where a step needs it', async () => {
    const { world, lead } = await typedInBy('owner', only);
    const saved = await tap(world, link(world, lead, 'refine'), { name: 'Roter Bus', valueCents: '500' });
    expect(saved.status).toBe(200);
    const again = await tap(world, link(world, await stored(world, lead), 'refine'), {
      name: '',
      city: 'Dachau',
    });
    expect(again.status).toBe(200);
    const { contact } = await stored(world, lead);
    expect(contact).toMatchObject({ city: 'Dachau' });
    expect(contact.name).toBeUndefined();
    const begun = await tap(world, link(world, await stored(world, lead), 'take'));
    expect(begun.status).toBe(422);
  });

  test('of somebody with a number cannot lose the only way to reach him', async () => {
    const { world, lead } = await typedInBy('owner', { ...only, phone: call.phone });
    expect((await tap(world, link(world, lead, 'refine'), { phone: '' })).status).toBe(422);
  });
});
