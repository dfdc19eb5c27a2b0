import { describe, expect, test } from 'vitest';
import { memoryMailer } from '../../../adapters/memory/memory-mailer.ts';
import type { Command } from '../../../domain/lead/command.ts';
import { contactKeys } from '../../../domain/lead/contact-keys.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { type Stage, stageKeys } from '../../../domain/lead/pipeline.ts';
import { isClosed } from '../../../domain/lead/stages.ts';
import { followUpLead } from '../../../functions/follow-up-lead/follow-up-lead.ts';
import { changeLead } from '../../../functions/shared/change-lead.ts';
import { aLeadIn, monday10 } from '../../support/a-walk.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { ownerAlone } from '../../support/company.ts';

type Resubmit = Extract<Command, { type: 'resubmit' }>;

const owner = 'chef@muster-haustechnik.example';
const minutes = (count: number) => new Date(Date.parse(monday10) + count * 60_000).toISOString();

async function followUp(world: World, id: string): Promise<void> {
  const lead = await world.leads.load(id);
  await followUpLead({ leadId: id, generation: lead?.generation ?? 0 }, world);
}

/** A lead whose first mails are out. */
async function aWorldOf(lead: Lead): Promise<World> {
  const world = await aWorld({ company: ownerAlone(), leads: [lead] });
  await followUp(world, lead.id);
  return { ...world, mailer: memoryMailer() };
}

async function correct(
  world: World,
  lead: Lead,
  change: { contact?: object; request?: object; proof?: 'hook' | 'own-form' },
  by = 'customer',
) {
  const command = {
    type: 'resubmit',
    contact: { ...lead.contact, ...change.contact },
    request: { ...lead.request, ...change.request },
    proof: change.proof,
  } as Resubmit;
  await changeLead(world, lead.id, command, { by: by as 'customer' });
  await followUp(world, lead.id);
}

const subjects = (world: World, to?: string) =>
  world.mailer.sent.filter((mail) => to === undefined || mail.to.includes(to)).map(({ subject }) => subject);

describe('the owner hears of a correction', () => {
  const lead = aLeadIn('new');

  test('once for several, two minutes after the first, with old and new', async () => {
    const world = await aWorldOf(lead);
    await correct(world, lead, { request: { message: 'Zwei Bäder' } });
    world.clock.set(minutes(1));
    await correct(world, lead, { request: { message: 'Drei Bäder', timeframe: 'im Mai' } });
    expect(subjects(world)).toEqual([]);
    world.clock.set(minutes(3));
    await followUp(world, lead.id);
    await followUp(world, lead.id);
    expect(subjects(world)).toEqual([expect.stringContaining('Anfrage geändert')]);
    const text = world.mailer.sent[0]?.text ?? '';
    expect(text).toContain('Drei Bäder');
    expect(text).toContain('bodengleiche Dusche');
    expect(text).toContain('Zeitrahmen: im Mai');
    expect(text).not.toContain('Zwei Bäder');
  });

  test('again for one that comes after that', async () => {
    const world = await aWorldOf(lead);
    for (const [index, message] of ['Zwei Bäder', 'Drei Bäder'].entries()) {
      world.clock.set(minutes(index * 10));
      await correct(world, lead, { request: { message } });
      world.clock.set(minutes(index * 10 + 3));
      await followUp(world, lead.id);
    }
    const texts = world.mailer.sent.map(({ text }) => text);
    expect(texts).toHaveLength(2);
    expect(texts[1]).toMatch(/Drei Bäder[\s\S]*Zwei Bäder/);
  });

  test('one that comes while the mail is on its way is told by the next', async () => {
    const world = await aWorldOf(lead);
    await correct(world, lead, { request: { message: 'Zwei Bäder' } });
    world.clock.set(minutes(3));
    const { mailer } = world;
    const during = {
      ...world,
      mailer: {
        ...mailer,
        send: async (...args: Parameters<typeof mailer.send>) => {
          const command = {
            type: 'resubmit',
            contact: lead.contact,
            request: { ...lead.request, message: 'Drei' },
          } as const;
          await changeLead(world, lead.id, command, { by: 'customer' });
          return mailer.send(...args);
        },
      },
    };
    const { generation = 0 } = (await world.leads.load(lead.id)) ?? {};
    await followUpLead({ leadId: lead.id, generation }, during);
    world.clock.set(minutes(6));
    await followUp(world, lead.id);
    expect(world.mailer.sent.map(({ text }) => /Drei/.test(text))).toEqual([false, true]);
  });

  test.each(stageKeys.filter((stage) => !isClosed(stage)))('in stage %s', async (stage: Stage) => {
    const standing = aLeadIn(stage);
    const world = await aWorldOf(standing);
    await correct(world, standing, { contact: { phone: '030 1234567', phoneE164: '+49301234567' } });
    world.clock.set(minutes(5));
    await followUp(world, standing.id);
    const told = world.mailer.sent.filter(({ subject }) => subject.includes('geändert'));
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('030 1234567');
  });

  test('not of what he typed in himself', async () => {
    const world = await aWorldOf(lead);
    await correct(world, lead, { request: { message: 'Zwei Bäder' } }, 'owner');
    world.clock.set(minutes(5));
    await followUp(world, lead.id);
    expect(subjects(world)).toEqual([]);
  });

  test('a number that is typed anew is the one to dial', async () => {
    const world = await aWorldOf(lead);
    const { phoneE164: _, ...contact } = lead.contact;
    const command = {
      type: 'resubmit',
      contact: { ...contact, phone: 'Büro -12' },
      request: lead.request,
    } as const;
    await changeLead(world, lead.id, command, { by: 'customer' });
    expect((await world.leads.load(lead.id))?.contact.phoneE164).toBeUndefined();
  });
});

describe('a correction into an emergency', () => {
  const urgent = { message: 'Gasgeruch im Keller', urgency: 'now', urgencyWord: 'Gasgeruch', gas: true };

  test.each(stageKeys.filter((stage) => !isClosed(stage) && stage !== 'service'))(
    'rings at once in stage %s, and the customer reads what to do',
    async (stage) => {
      const lead = aLeadIn(stage);
      const world = await aWorldOf(lead);
      await correct(world, lead, { request: urgent });
      expect(await world.leads.load(lead.id)).toMatchObject({
        stage: 'service',
        cadence: { name: 'service' },
      });
      expect(subjects(world, owner).join()).toContain('🚨 SOFORT');
      expect(subjects(world, owner)).toHaveLength(1);
      const [safety, ...others] = world.mailer.sent.filter(({ to }) => to.includes(lead.contact.email ?? ''));
      expect(others).toEqual([]);
      expect(safety?.text).toMatch(/Gas/);
      world.clock.set(minutes(16));
      await followUp(world, lead.id);
      expect(subjects(world, owner).length).toBeGreaterThan(1);
    },
  );

  describe.each(['answered-lately', 'too-many', 'crowded-network', 'flood', 'kept-aside'] as const)(
    'names gas where the first answer was withheld as %s: the customer reads what to do',
    (muted) => {
      const first = { ...aLeadIn('new'), muted, alertedAt: monday10 };
      const { acknowledgedAt: _, ...lead } = first;
      const toCustomer = (world: World) => subjects(world, lead.contact.email ?? '');

      test('at once, and once', async () => {
        const world = await aWorldOf(lead);
        await correct(world, lead, { request: urgent });
        expect(toCustomer(world)).toHaveLength(1);
        expect(world.mailer.sent.find(({ to }) => to.includes(lead.contact.email ?? ''))?.text).toMatch(
          /Gas/,
        );
        await correct(world, lead, { request: { ...urgent, message: 'Gasgeruch im ganzen Haus' } });
        expect(toCustomer(world)).toHaveLength(1);
      });

      test('also after the owner has tried to call', async () => {
        const world = await aWorldOf(lead);
        await changeLead(world, lead.id, { type: 'note-contact-attempt', reached: false }, { by: 'owner' });
        await correct(world, lead, { request: urgent });
        expect(toCustomer(world)).toHaveLength(1);
      });

      test('but once per address and hour', async () => {
        const world = await aWorldOf(lead);
        const email = lead.contact.email ?? '';
        const may = { answers: 1, withinHours: 1 };
        await world.limits.claimAnswer(`gas ${email}`, 'another', monday10, may);
        await correct(world, lead, { request: urgent });
        expect(toCustomer(world)).toEqual([]);
      });

      test('and what is corrected without gas stays withheld', async () => {
        const world = await aWorldOf(lead);
        await correct(world, lead, { request: { ...urgent, message: 'Rohrbruch', gas: false } });
        expect(toCustomer(world)).toEqual([]);
      });
    },
  );

  describe.each(['Rohrbruch', 'Wasser läuft durch die Decke', 'Heizung aus, Säugling im Haus'])(
    'without gas (%s)',
    (message) => {
      const burst = { ...urgent, message, gas: false };
      const lead = aLeadIn('new');
      const email = lead.contact.email ?? '';
      /** He read already that the request is here. */
      async function anAnsweredWorld() {
        const world = await aWorldOf(lead);
        await world.limits.claimAnswer(email, lead.id, monday10, { answers: 1, withinHours: 24 });
        return world;
      }

      test.each(['hook', 'own-form'] as const)(
        'rings, and whoever is proven by %s reads where somebody answers at once',
        async (proof) => {
          const world = await anAnsweredWorld();
          await correct(world, lead, { request: burst, proof });
          await followUp(world, lead.id);
          expect(subjects(world, owner)).toEqual([expect.stringContaining('🚨')]);
          const mails = world.mailer.sent.filter(({ to }) => to.includes(email));
          expect(mails).toHaveLength(1);
          expect(mails[0]?.text).toContain(world.company.emergencyPhone ?? world.company.phone);
          const after = await world.leads.load(lead.id);
          expect(after?.timeline.filter(({ type }) => type === 'acknowledged').length).toBeGreaterThan(0);
        },
      );

      test('rings, and that an unproven one got no second answer stands in the timeline and in the alert', async () => {
        const world = await anAnsweredWorld();
        await correct(world, lead, { request: burst });
        await followUp(world, lead.id);
        expect(subjects(world, email)).toEqual([]);
        expect(subjects(world, owner)).toEqual([expect.stringContaining('🚨')]);
        expect(world.mailer.sent[0]?.text).toContain('Keine Eingangsbestätigung');
        const after = await world.leads.load(lead.id);
        expect(after?.timeline.filter(({ type }) => type === 'acknowledgement-withheld')).toHaveLength(1);
      });

      test('a further correction of the emergency is not answered once more', async () => {
        const world = await anAnsweredWorld();
        await correct(world, lead, { request: burst, proof: 'hook' });
        await correct(world, lead, {
          request: { ...burst, message: `${message}, bitte schnell` },
          proof: 'hook',
        });
        expect(subjects(world, email)).toHaveLength(1);
      });
    },
  );

  test('starts the execution of the new generation at once', async () => {
    const lead = aLeadIn('new');
    const world = await aWorldOf(lead);
    await correct(world, lead, { request: urgent });
    const { generation } = (await world.leads.load(lead.id)) ?? {};
    expect(world.workflow.begun).toEqual([{ leadId: lead.id, generation }]);
  });

  test('that rings already is told at once, gas with what to do about it, and rings on', async () => {
    const lead = aLeadIn('service');
    const world = await aWorldOf(lead);
    await correct(world, lead, { request: urgent });
    expect(subjects(world, owner)).toEqual([expect.stringMatching(/^🚨 .*: Notfall geändert/)]);
    expect(subjects(world, lead.contact.email)).toHaveLength(1);
    expect(await world.leads.load(lead.id)).toMatchObject({ cadence: lead.cadence });
  });

  test('and out of it again silences nothing', async () => {
    const lead = aLeadIn('service');
    const world = await aWorldOf(lead);
    await correct(world, lead, { request: { message: 'Doch nicht', urgency: 'planned', gas: false } });
    expect(await world.leads.load(lead.id)).toMatchObject({ stage: 'service', cadence: lead.cadence });
    world.clock.set(minutes(16));
    await followUp(world, lead.id);
    expect(subjects(world, owner).filter((subject) => !subject.includes('geändert')).length).toBeGreaterThan(
      0,
    );
  });
});

describe('a corrected mail address', () => {
  const lead = { ...aLeadIn('new'), mailsStopped: 'bounced' } as const;

  test('gets the confirmation, finds the lead, and is no longer taken for the one that bounced', async () => {
    const world = await aWorldOf(lead);
    await correct(world, lead, { contact: { email: 'erika@neu.example' } });
    expect(subjects(world, 'erika@neu.example')).toHaveLength(1);
    const after = await world.leads.load(lead.id);
    expect(after?.mailsStopped).toBeUndefined();
    for (const key of contactKeys(after?.contact ?? {})) {
      expect((await world.contacts.load(key))?.leadIds).toContain(lead.id);
    }
  });

  test('is answered three times at most, however often it changes', async () => {
    const world = await aWorldOf(aLeadIn('new'));
    for (let index = 0; index < 8; index++) {
      await correct(world, lead, { contact: { email: `erika-${index}@neu.example` } });
    }
    expect(world.mailer.sent.filter(({ to }) => to.some((one) => one.includes('@neu.example')))).toHaveLength(
      3,
    );
  });
});
