/** What the owner hears of in one mail for several. */
import { describe, expect, test } from 'vitest';
import type { Lead } from '../../../domain/lead/lead.ts';
import { MailRefusedError, MailRejectedError } from '../../../domain/ports/errors.ts';
import { addMinutes } from '../../../domain/time/local-time.ts';
import { followUpLead } from '../../../functions/follow-up-lead/follow-up-lead.ts';
import { reconcileLeads } from '../../../functions/reconcile-leads/reconcile-leads.ts';
import { sendChases } from '../../../functions/send-digest/send-chases.ts';
import { changeLead } from '../../../functions/shared/change-lead.ts';
import { aStranger, strangerId } from '../../support/a-stranger.ts';
import { aLeadIn, monday10 } from '../../support/a-walk.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { aCompany } from '../../support/company.ts';

const [owner = ''] = aCompany().owner.email;
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

const inCrowd = (index: number) => aStranger(index, { muted: 'crowded-network' });
const emergency = (index: number, more: Partial<Lead> = {}) => {
  const { alertedAt: _, acknowledgedAt: __, ...lead } = aLeadIn('service');
  return aStranger(index, more, lead);
};

const toOwner = (world: World) => world.mailer.sent.filter(({ to }) => to.includes(owner));
async function follow(world: World, { id }: Pick<Lead, 'id'>) {
  const lead = await world.leads.load(id);
  if (lead) await followUpLead({ leadId: id, generation: lead.generation }, world);
}
const at = (minutes: number) => addMinutes(monday10, minutes);

test.each([
  ['our sender is out of order', new MailRefusedError('paused', 'ours')],
  ["the owner's address is refused", new MailRejectedError('no such address')],
])('while %s what is to be told together waits, and no run fails for it', async (_, error) => {
  const leads = numbers(3).map(inCrowd);
  const world = await aWorld({ leads });
  for (const lead of leads) await follow(world, lead);
  world.mailer.failNext(error);
  expect(await reconcileLeads(world)).toMatchObject({ failed: 0 });
  expect(world.metrics.counted).toContainEqual(['MailsHeld', 1]);
  await reconcileLeads(world);
  expect(toOwner(world)).toHaveLength(1);
});

test('an alarm for several emergencies that our sender cannot ring rings minutes after it can', async () => {
  const leads = numbers(6).map((index) => emergency(index));
  const world = await aWorld({ leads });
  const out = {
    ...world,
    mailer: { ...world.mailer, send: () => Promise.reject(new MailRefusedError('paused', 'ours')) },
  };
  for (const lead of leads) await follow(out, lead);
  expect(toOwner(world)).toEqual([]);
  world.clock.set(at(6));
  for (const lead of leads) await follow(world, lead);
  expect(toOwner(world).length).toBeGreaterThan(0);
});

describe('requests of a crowd', () => {
  test('are told in one mail, each with a number to call and its page', async () => {
    const leads = numbers(5).map(inCrowd);
    const world = await aWorld({ leads });
    for (const lead of leads) await follow(world, lead);
    expect(toOwner(world)).toEqual([]);
    await reconcileLeads(world);
    const [mail, ...more] = toOwner(world);
    expect(more).toEqual([]);
    expect(mail?.subject).toContain('5 neue Anfragen');
    expect([...(mail?.text ?? '').matchAll(/Telefon: /g)]).toHaveLength(5);
    expect([...(mail?.html ?? '').matchAll(/href="tel:/g)].length).toBeGreaterThanOrEqual(5);
    await reconcileLeads(world);
    expect(toOwner(world)).toHaveLength(1);
  });

  test('are told again by the next run if the mail did not go out', async () => {
    const world = await aWorld({ leads: [inCrowd(1)] });
    await follow(world, inCrowd(1));
    const mailer = { send: () => Promise.reject(new Error('throttled')) };
    await expect(reconcileLeads({ ...world, mailer })).rejects.toThrow('throttled');
    await reconcileLeads(world);
    expect(toOwner(world)).toHaveLength(1);
  });

  test('are not told any more once the owner has done something with them', async () => {
    const world = await aWorld({ leads: [inCrowd(1)] });
    await follow(world, inCrowd(1));
    await changeLead(world, strangerId(1), { type: 'note-contact-attempt', reached: true }, { by: 'owner' });
    await reconcileLeads(world);
    expect(toOwner(world)).toEqual([]);
    expect(await world.waiting.list()).toEqual([]);
  });

  test('of more than a mail holds the rest is counted', async () => {
    const leads = numbers(300).map(inCrowd);
    const world = await aWorld({ leads });
    for (const { id } of leads) await world.waiting.add({ leadId: id, what: 'first', at: monday10 });
    await reconcileLeads(world);
    const mail = toOwner(world)[0];
    expect(mail?.subject).toContain('300 neue Anfragen');
    expect(mail?.text).toContain('und 240 weitere');
    // Gmail shows no more.
    expect(Buffer.byteLength(mail?.html ?? '')).toBeLessThan(102_000);
  });
});

describe('reminders of requests that were each told by themselves', () => {
  /** Friday's flood on Monday. */
  const later = at(26 * 60);
  const remind = async (world: World, leads: readonly Lead[]) => {
    world.clock.set(monday10);
    for (const lead of leads) await follow(world, lead);
    const before = toOwner(world).length;
    world.clock.set(later);
    for (const lead of leads) await follow(world, lead);
    await reconcileLeads(world);
    await sendChases(world);
    return toOwner(world).slice(before);
  };

  test('of fifty at once are one mail, and the rest of it is counted', async () => {
    const leads = numbers(50).map((index) => aStranger(index));
    const [mail, ...more] = await remind(await aWorld({ leads }), leads);
    expect(more).toEqual([]);
    expect(mail?.text).toContain('50 Anfragen warten auf Sie');
    expect(mail?.text).toContain('und 10 weitere');
    // Gmail shows no more.
    expect(Buffer.byteLength(mail?.html ?? '')).toBeLessThan(102_000);
    // They have their answers.
    expect(mail?.text).not.toContain('Alle Eingangsbestätigungen senden');
  });

  test('of a flood offer the confirmations that wait', async () => {
    const leads = numbers(5).map(inCrowd);
    const mails = await remind(await aWorld({ leads }), leads);
    expect(mails.at(-1)?.text).toContain('5 davon haben noch keine Eingangsbestätigung');
    expect(mails.at(-1)?.text).toContain('Alle Eingangsbestätigungen senden');
  });
});

describe('answers of customers in the hour of many', () => {
  const asked = numbers(14).map((index) => aStranger(index));
  const answer = (world: World, index: number, more: { text?: string; stops?: true } = {}) =>
    changeLead(
      world,
      strangerId(index),
      { type: 'record-reply', text: `Antwort ${index}`, ...more },
      { by: 'customer' },
    );
  async function told(world: World) {
    for (const lead of asked) await follow(world, lead);
    await reconcileLeads(world);
    return toOwner(world).at(-1);
  }

  test('are told with their words, and nobody offers to throw them away', async () => {
    const world = await aWorld({ leads: asked });
    for (const index of numbers(14)) await answer(world, index);
    const mail = await told(world);
    expect(mail?.subject).toContain('4 Antworten');
    expect(mail?.text).toContain('Antwort 13');
    expect(mail?.html).not.toContain('Alle als Spam');
  });

  test('two of one customer stand both there', async () => {
    const world = await aWorld({ leads: asked });
    for (const index of numbers(14)) await answer(world, index);
    await answer(world, 13, { text: 'Und bitte vormittags' });
    const mail = await told(world);
    expect(mail?.text).toContain('Und bitte vormittags / Antwort 13');
  });

  test('one of a crowd is told with the words, above the buttons for the others', async () => {
    const leads = numbers(5).map(inCrowd);
    const world = await aWorld({ leads });
    await changeLead(
      world,
      strangerId(2),
      { type: 'record-reply', text: 'Wann kommen Sie?' },
      { by: 'customer' },
    );
    for (const lead of leads) await follow(world, lead);
    await reconcileLeads(world);
    const mail = toOwner(world).at(-1);
    expect(mail?.subject).toContain('1 Antwort, 4 neue Anfragen');
    const { text = '' } = mail ?? {};
    expect(text.indexOf('Wann kommen Sie?')).toBeGreaterThan(-1);
    expect(text.indexOf('Wann kommen Sie?')).toBeLessThan(text.indexOf('Alle als Spam'));
  });

  test('are not told any more once the owner has answered', async () => {
    const world = await aWorld({ leads: asked });
    for (const index of numbers(14)) await answer(world, index);
    for (const lead of asked) await follow(world, lead);
    await changeLead(world, strangerId(13), { type: 'record-owner-reply', text: 'Um acht' }, { by: 'owner' });
    await reconcileLeads(world);
    expect(toOwner(world).at(-1)?.text).not.toContain('Antwort 13');
  });

  test('come each by themselves although ten reminders went out in the same hour', async () => {
    const reminded = numbers(10).map((index) => aStranger(40 + index));
    const world = await aWorld({ leads: [...asked, ...reminded] });
    for (const lead of reminded) await follow(world, lead);
    world.clock.set(at(26 * 60));
    for (const lead of reminded) await follow(world, lead);
    await answer(world, 0);
    await follow(world, { id: strangerId(0) });
    expect(toOwner(world).at(-1)?.subject).toMatch(/hat geantwortet/);
  });
});

describe('emergencies', () => {
  test('ring each at once up to three, then as one', async () => {
    const leads = numbers(20).map((index) => emergency(index));
    const world = await aWorld({ leads });
    for (const lead of leads) await follow(world, lead);
    const subjects = toOwner(world).map(({ subject }) => subject);
    expect(subjects).toHaveLength(4);
    expect(subjects.at(-1)).toContain('4 Notfälle');
    world.clock.set(at(15));
    await reconcileLeads(world);
    expect(toOwner(world).at(-1)?.subject).toContain('20 Notfälle');
    for (const lead of leads) expect((await world.leads.load(lead.id))?.alertedAt).toBeDefined();
  });

  test('none of them chases the owner by itself meanwhile, and it looks again within a day', async () => {
    const leads = numbers(6).map((index) => emergency(index));
    const world = await aWorld({ leads });
    for (const lead of leads) await follow(world, lead);
    world.clock.set(at(30));
    const before = toOwner(world).length;
    for (const lead of leads) await follow(world, lead);
    expect(toOwner(world).length).toBe(before + 1);
    expect((await world.leads.load(strangerId(0)))?.dueAt).toBe(at(30 + 24 * 60));
  });

  test('of somebody proven rings by itself in the middle of a flood, and stands first in the list', async () => {
    const flood = numbers(50).map((index) => emergency(index));
    const proven = emergency(70, { proof: 'own-form' });
    const world = await aWorld({ leads: [...flood, proven] });
    for (const lead of [...flood, proven]) await follow(world, lead);
    const last = toOwner(world).at(-1);
    expect(last?.subject).toContain(strangerId(70));
    world.clock.set(at(15));
    await reconcileLeads(world);
    const { text = '' } = toOwner(world).at(-1) ?? {};
    expect(text).toContain('Geprüft oder bekannt');
    expect(text.indexOf('Geprüft oder bekannt')).toBeLessThan(text.indexOf('Von Unbekannten'));
  });

  describe('while several ring as one', () => {
    const says = (index: number, message: string, more: Partial<Lead> = {}) =>
      emergency(index, { ...more, request: { ...aLeadIn('service').request, message, ...more.request } });
    const flood = numbers(8).map((index) => says(index, `Rohrbruch im Keller ${index}`));
    async function flooded() {
      const world = await aWorld({ leads: flood });
      for (const lead of flood) await follow(world, lead);
      const heard = toOwner(world).length;
      return { world, news: () => toOwner(world).slice(heard) };
    }
    async function comes(world: World, lead: Lead) {
      await world.leads.add(lead, { contentHash: lead.id });
      await follow(world, lead);
    }

    test.each([
      'Gasgeruch in der ganzen Wohnung, Hilfe',
      'Heizung aus, Baby im Haus',
      'Das Wasser läuft aus der Decke',
    ])('one that says something of its own rings at once: %s', async (message) => {
      const { world, news } = await flooded();
      await comes(world, says(70, message));
      expect(news().map(({ subject }) => subject)).toEqual([expect.stringContaining(strangerId(70))]);
      // From then on the one alarm rings for it.
      world.clock.set(at(16));
      await follow(world, { id: strangerId(70) });
      await reconcileLeads(world);
      expect(news().at(-1)?.subject).toContain('9 Notfälle');
      expect(news()).toHaveLength(2);
    });

    test.each(['Rohrbruch im Keller 99', 'ROHRBRUCH im Keller!!', ''])(
      'one that says the same as others, or nothing, waits for the one alarm: %s',
      async (message) => {
        const { world, news } = await flooded();
        await comes(world, says(70, message));
        expect(news()).toEqual([]);
      },
    );

    test('a correction into gas rings at once, of a request and of an emergency', async () => {
      for (const [index, lead] of [aStranger(70), flood[7] as Lead].entries()) {
        const { world, news } = await flooded();
        if (index === 0) await comes(world, lead);
        const before = news().length;
        const request = { ...lead.request, message: 'Gasgeruch im Bad', urgency: 'now' as const, gas: true };
        await changeLead(
          world,
          lead.id,
          { type: 'resubmit', contact: lead.contact, request },
          { by: 'customer' },
        );
        await follow(world, lead);
        const subjects = news()
          .slice(before)
          .map(({ subject }) => subject);
        expect(subjects).toEqual([expect.stringMatching(new RegExp(`🚨.*${lead.id}`))]);
      }
    });

    test('one rings at once where the limits cannot be asked', async () => {
      const { world, news } = await flooded();
      const claimAnswer = () => Promise.reject(new Error('The table is down'));
      await comes(
        { ...world, limits: { ...world.limits, claimAnswer } },
        says(70, 'Heizung aus, Baby im Haus'),
      );
      expect(news()).toHaveLength(1);
    });

    test('a fourth proven one rings at once if it says something of its own', async () => {
      const { world, news } = await flooded();
      const proof = 'own-form' as const;
      for (const index of numbers(4))
        await comes(world, says(70 + index, `${'Ach, '.repeat(index)}der Kessel`, { proof }));
      await comes(world, says(80, 'Im Bad steht alles unter Wasser', { proof }));
      expect(news()).toHaveLength(5);
    });

    test('words of their own are cheap: of a flood of them five an hour ring, and gas beside them', async () => {
      const { world, news } = await flooded();
      const words = ['Bad', 'Küche', 'Flur', 'Dach', 'Garten', 'Hof', 'Büro', 'Halle', 'Laden', 'Treppe'];
      for (const [index, word] of words.entries()) await comes(world, says(20 + index, `Wasser: ${word}`));
      expect(news()).toHaveLength(5);
      const gas = says(70, 'Es riecht nach Gas', {
        request: { ...flood[0]?.request, gas: true } as Lead['request'],
      });
      await comes(world, { ...gas, request: { ...gas.request, message: 'Es riecht nach Gas' } });
      expect(news().filter(({ subject }) => subject.includes(strangerId(70)))).toHaveLength(1);
    });
  });

  test('that are few again ring each by itself', async () => {
    const leads = numbers(6).map((index) => emergency(index));
    const world = await aWorld({ leads });
    for (const lead of leads) await follow(world, lead);
    for (const index of numbers(4)) {
      await changeLead(world, strangerId(index), { type: 'confirm' }, { by: 'owner' });
    }
    world.clock.set(at(20));
    await reconcileLeads(world);
    expect(await world.alarms.common()).toBeUndefined();
    const renewed = world.workflow.begun.slice(-2).map((one) => one.leadId);
    expect(renewed.toSorted()).toEqual([strangerId(4), strangerId(5)]);
    const before = toOwner(world).length;
    for (const index of [4, 5]) await follow(world, { id: strangerId(index) });
    expect(
      toOwner(world)
        .slice(before)
        .map(({ subject }) => subject),
    ).toEqual([expect.stringContaining(strangerId(4)), expect.stringContaining(strangerId(5))]);
  });

  test('ring again by the next run if the one alarm did not go out', async () => {
    const leads = numbers(5).map((index) => emergency(index));
    const world = await aWorld({ leads });
    for (const lead of leads) await follow(world, lead);
    world.clock.set(at(15));
    const mailer = { send: () => Promise.reject(new Error('throttled')) };
    await expect(reconcileLeads({ ...world, mailer })).rejects.toThrow('throttled');
    const before = toOwner(world).length;
    await reconcileLeads(world);
    expect(toOwner(world)).toHaveLength(before + 1);
  });
});
