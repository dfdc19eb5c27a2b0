/** One thing done with many requests: the list shows, the button does it with those that are ticked. */
import { describe, expect, test } from 'vitest';
import type { ManyAction } from '../../../domain/lead/action.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { addMinutes } from '../../../domain/time/local-time.ts';
import { actOnLead } from '../../../functions/act-on-lead/act-on-lead.ts';
import { manyLink } from '../../../functions/shared/action-links.ts';
import { changeLead } from '../../../functions/shared/change-lead.ts';
import { aRequest } from '../../support/a-request.ts';
import { aStranger, strangerId } from '../../support/a-stranger.ts';
import { aLeadIn, monday10 } from '../../support/a-walk.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { textOf } from '../../support/read-page.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

const emergency = (index: number, message: string, more: Partial<Lead> = {}) => {
  const lead = aLeadIn('service');
  return aStranger(index, { request: { ...lead.request, message }, ...more }, lead);
};
const waiting = (index: number, more: Partial<Lead> = {}) =>
  aStranger(index, { muted: 'flood', alertedAt: monday10, ...more });

async function open(world: World, action: ManyAction, fields?: readonly (readonly [string, string])[]) {
  const url = manyLink(world.links, action, monday10);
  const token = url.split('/').at(-1) ?? '';
  const body = new URLSearchParams(
    fields?.map(([name, value]): [string, string] => [name, value]),
  ).toString();
  const request = aRequest({ method: fields ? 'POST' : 'GET', url: `/a/${token}`, body });
  return actOnLead({ ...request, pathParameters: { token } }, world);
}
const ticked = (page: string) => [...page.matchAll(/value="(\w+)" checked/g)].map(([, id]) => id);
const shown = (page: string) => [...page.matchAll(/name="lead" value="(\w+)"/g)].map(([, id]) => id);
/** What a browser sends with a button of the page. */
const hidden = (page: string) =>
  [...page.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, value] as const,
  );
const stageOf = async (world: World, index: number) => (await world.leads.load(strangerId(index)))?.stage;

describe('confirmations that wait', () => {
  test('are listed, and those that are ticked go out once', async () => {
    const others = [aStranger(8), aStranger(9, { muted: 'automatic' })];
    const world = await aWorld({ leads: [waiting(1), waiting(2), waiting(3), ...others] });
    const { body } = await open(world, 'acknowledge-all');
    expect(ticked(body).toSorted()).toEqual([strangerId(1), strangerId(2), strangerId(3)]);
    const picked = [1, 3, 8].map((index) => ['lead', strangerId(index)] as const);
    expect(textOf(await open(world, 'acknowledge-all', picked))).toContain(
      '2 Eingangsbestätigungen gehen hinaus',
    );
    const asked = async (index: number) => (await world.leads.load(strangerId(index)))?.acknowledgement;
    expect(await Promise.all([1, 2, 3, 8].map(asked))).toEqual([
      'requested',
      undefined,
      'requested',
      undefined,
    ]);
    expect(textOf(await open(world, 'acknowledge-all', picked))).not.toContain('2 Eingangsbestätigungen');
  });

  test('do not go to somebody who wants no mails, or has no address', async () => {
    const noAddress = waiting(2, { contact: { phone: '089 1', language: 'de' } });
    const world = await aWorld({ leads: [waiting(1), noAddress] });
    await world.contacts.suppress({ kind: 'email', value: 'person-1@kunde.test' }, 'bounced', monday10);
    expect(shown((await open(world, 'acknowledge-all')).body)).toEqual([strangerId(1)]);
    await open(world, 'acknowledge-all', [
      ['lead', strangerId(1)],
      ['lead', strangerId(2)],
    ]);
    expect(world.workflow.begun).toEqual([]);
  });
});

describe('an address that is named in many requests', () => {
  const contact = { ...aStranger(1).contact, email: 'opfer@nachbar.test' };
  const named = numbers(26).map((index) => waiting(index, { contact, muted: 'too-many' }));
  const all = async (world: World) =>
    ticked((await open(world, 'acknowledge-all')).body).map((id) => ['lead', id ?? ''] as const);
  const asked = async (world: World) => {
    const leads = await Promise.all(named.map(({ id }) => world.leads.load(id)));
    return leads.filter((lead) => lead?.acknowledgement === 'requested').length;
  };

  test('gets one confirmation with one tap and with the next; the others stay withheld, and the page says so', async () => {
    const world = await aWorld({ leads: [...named, waiting(50)] });
    const page = textOf(await open(world, 'acknowledge-all', await all(world)));
    expect(page).toContain('2 Eingangsbestätigungen gehen hinaus');
    expect(page).toContain('25 Anfragen bleiben ohne');
    expect(await asked(world)).toBe(1);
    await open(world, 'acknowledge-all', await all(world));
    expect(await asked(world)).toBe(1);
    expect((await world.leads.load(strangerId(50)))?.acknowledgement).toBe('requested');
    expect(await all(world)).toHaveLength(25);
  });

  test('gets none if it had one by itself today, and one again tomorrow', async () => {
    const world = await aWorld({ leads: named });
    await world.limits.claimAnswer(contact.email, 'another', monday10, { answers: 1, withinHours: 24 });
    await open(world, 'acknowledge-all', await all(world));
    expect(await asked(world)).toBe(0);
    world.clock.set(addMinutes(monday10, 24 * 60));
    await open(world, 'acknowledge-all', await all(world));
    expect(await asked(world)).toBe(1);
  });
});

describe('a flood', () => {
  test('is put aside with one tap, but for those without a tick', async () => {
    const world = await aWorld({ leads: numbers(30).map((index) => waiting(index)) });
    const { body } = await open(world, 'spam-all');
    const ids = ticked(body).filter((id) => id !== strangerId(7));
    expect(ids).toHaveLength(29);
    const page = await open(
      world,
      'spam-all',
      ids.map((id) => ['lead', id ?? ''] as const),
    );
    expect(textOf(page)).toContain('29 Anfragen als Spam abgelegt');
    expect(textOf(page)).toContain('1 Anfrage bleibt offen');
    expect(await stageOf(world, 7)).toBe('new');
    expect(await stageOf(world, 8)).toBe('lost');
  });
});

test('below a flood stand the other new requests, to be looked at and not to be put aside', async () => {
  const world = await aWorld({ leads: [waiting(1), aStranger(2), emergency(3, 'Rohrbruch')] });
  const { body } = await open(world, 'spam-all');
  expect(shown(body)).toEqual([strangerId(1)]);
  expect(textOf({ body } as never)).toContain(
    'Andere neue Anfragen, mit denen noch nichts geschehen ist (1)',
  );
  await open(world, 'spam-all', [['lead', strangerId(2)]]);
  expect(await stageOf(world, 2)).toBe('new');
  expect((await open(world, 'acknowledge-all')).body).not.toContain('Andere neue Anfragen');
});

test('without a flood the page is one of new requests, and speaks of nothing to put aside', async () => {
  const world = await aWorld({ leads: [aLeadIn('new')] });
  const { body } = await open(world, 'spam-all');
  expect(body).toContain('<h1>Neue Anfragen</h1>');
  expect(body).not.toMatch(/Als Spam ablegen|nichts mehr abzulegen/);
});

describe('emergencies', () => {
  const same = numbers(40).map((index) => emergency(index, `Wasserrohrbruch!!! Nr. ${index}`));
  const real = emergency(90, 'Im Keller steht das Wasser, bitte kommen', { proof: 'own-form' });
  const other = emergency(91, 'Heizung aus, Baby im Haus');

  test('of one kind are put aside with one tap, whoever is proven or says something else goes on ringing', async () => {
    const proven = emergency(92, 'Wasserrohrbruch!!! Nr. 7', { proof: 'own-form' });
    const world = await aWorld({ leads: [...same, real, other, proven] });
    const { body } = await open(world, 'spam-alarms');
    expect(shown(body).slice(0, 3).toSorted()).toEqual([strangerId(90), strangerId(91), strangerId(92)]);
    for (const index of [90, 91, 92]) expect(ticked(body)).not.toContain(strangerId(index));
    expect(ticked(body)).toHaveLength(40);
    expect(textOf({ body } as never)).toContain('40 mit demselben Text');
    const [, alike = ''] = /name="alike" value="(\w+)"/.exec(body) ?? [];
    expect(textOf(await open(world, 'spam-alarms', [...hidden(body), ['alike', alike]]))).toContain(
      '40 Notfälle als Spam',
    );
    expect(await stageOf(world, 0)).toBe('lost');
    expect(await Promise.all([90, 91, 92].map((index) => stageOf(world, index)))).toEqual(
      Array.from({ length: 3 }, () => 'service'),
    );
  });

  test('of strangers are put aside with one tap, whatever they say; proven ones are not', async () => {
    const strangers = numbers(5).map((index) => emergency(index, `${'Wasser '.repeat(index + 1)} im Keller`));
    const world = await aWorld({ leads: [...strangers, real] });
    const { body } = await open(world, 'spam-alarms');
    expect(ticked(body)).toEqual([]);
    expect(textOf(await open(world, 'spam-alarms', [...hidden(body), ['alike', 'strangers']]))).toContain(
      '5 Notfälle als Spam',
    );
    expect(await stageOf(world, 90)).toBe('service');
  });

  describe.each(['one kind', 'strangers'])(
    'the button for all of %s means what stood on the page',
    (kind) => {
      const button = (page: string): (readonly [string, string])[] => {
        const [, alike = ''] = /name="alike" value="(\w+)"/.exec(page) ?? [];
        return [...hidden(page), ['alike', kind === 'strangers' ? kind : alike]];
      };

      test('whoever came since, with the same words, goes on ringing', async () => {
        const world = await aWorld({ leads: same });
        const { body } = await open(world, 'spam-alarms');
        const late = emergency(80, 'Wasserrohrbruch!!! Nr. 20');
        await world.leads.add(late, { contentHash: late.id });
        await world.alarms.add({ leadId: late.id, since: monday10, trusted: false });
        const page = textOf(await open(world, 'spam-alarms', button(body)));
        expect(page).toContain('40 Notfälle als Spam');
        expect(page).toContain('1 Notfall meldet sich weiter');
        expect(await stageOf(world, 80)).toBe('service');
        expect((await world.alarms.list()).map(({ leadId }) => leadId)).toEqual([late.id]);
      });

      test('whoever changed his words since goes on ringing', async () => {
        const world = await aWorld({ leads: same });
        const { body } = await open(world, 'spam-alarms');
        world.clock.set(addMinutes(monday10, 1));
        const { contact, request } = same[3] as Lead;
        const correction = { ...request, message: 'Wasserrohrbruch!!! Nr. 3', gas: true };
        await changeLead(
          world,
          strangerId(3),
          { type: 'resubmit', contact, request: correction },
          { by: 'customer' },
        );
        await open(world, 'spam-alarms', button(body));
        expect(await stageOf(world, 3)).toBe('service');
        expect(await stageOf(world, 4)).toBe('lost');
      });

      test('sent from nowhere it does nothing', async () => {
        const world = await aWorld({ leads: same });
        const { body } = await open(world, 'spam-alarms');
        await open(world, 'spam-alarms', button(body).slice(-1));
        expect(await stageOf(world, 0)).toBe('service');
      });
    },
  );

  test('that somebody has taken on are in no list', async () => {
    const world = await aWorld({ leads: [other, { ...real, confirmedAt: monday10 }] });
    expect(shown((await open(world, 'spam-alarms')).body)).toEqual([strangerId(91)]);
    await open(world, 'spam-alarms', [['lead', strangerId(90)]]);
    expect(await stageOf(world, 90)).toBe('service');
  });

  test('put aside ring no more, and whoever they are told to knows it at once', async () => {
    const world = await aWorld({ leads: [...same] });
    for (const { id } of same) await world.alarms.add({ leadId: id, since: monday10, trusted: false });
    await open(
      world,
      'spam-alarms',
      same.map(({ id }) => ['lead', id] as const),
    );
    expect(await world.alarms.list()).toEqual([]);
  });
});
