/** What the owner writes in an answer to a digest counts once, whatever breaks and however often the mail comes. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMail } from '../../../adapters/mime/read-mail.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { addMinutes } from '../../../domain/time/local-time.ts';
import { followUpLead } from '../../../functions/follow-up-lead/follow-up-lead.ts';
import { receiveMail } from '../../../functions/receive-mail/receive-mail.ts';
import { changeLead } from '../../../functions/shared/change-lead.ts';
import { aDelivery, aRawMail } from '../../support/a-raw-mail.ts';
import { aLeadIn, monday10 } from '../../support/a-walk.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { textOf } from '../../support/read-page.ts';
import { request } from '../act-on-lead/a-phone.ts';
import { erika, owner, sentTo } from './a-mailbox.ts';

const date = '2026-11-23';
const ids = ['7K2M9QX4TD', '7K2M9QX4TE'] as const;
const [erikas, others] = ids;

async function aWorldWithDigest(stage: Parameters<typeof aLeadIn>[0] = 'opportunity'): Promise<World> {
  const lead = { ...aLeadIn(stage), acknowledgedAt: monday10, alertedAt: monday10 };
  const { email: _, ...contact } = lead.contact;
  const world = await aWorld({ leads: [lead, { ...lead, id: others, contact }] });
  await world.digestLog.claim(date, monday10, ids);
  await world.digestLog.markSent(date, monday10);
  return world;
}

type Mail = Readonly<{ text: string; id?: string | undefined; sentAt?: string }>;
const rawAnswer = (world: World, { text, id = '<answer-1@owner.test>', sentAt }: Mail) =>
  aRawMail({
    headers: {
      From: owner,
      To: world.replyAddresses.sign(`digest-${date}`),
      Subject: 'Re: 2 neue – Nachfass',
      'Message-ID': id === '' ? undefined : id,
      ...(sentAt && { Date: sentAt }),
    },
    text,
  });

/** @param deps where something breaks. */
async function deliver(world: World, mail: Mail, deliveryId = 'delivery', deps: object = {}) {
  const raw = rawAnswer(world, mail);
  world.mailFiles.keep(deliveryId, raw, world.clock.now());
  const delivery = aDelivery(deliveryId, { receivedAt: world.clock.now(), envelopeFrom: owner });
  return receiveMail(delivery, { ...world, readMail, ...deps });
}

async function load(world: World, id: string): Promise<Lead> {
  const lead = await world.leads.load(id);
  if (!lead) throw new Error('The lead is gone');
  return lead;
}
/** Everything that happened to both, without when. */
const happened = async (world: World) =>
  (await Promise.all(ids.map((id) => load(world, id)))).map(({ timeline }) =>
    timeline.map(({ at: _, ...event }) => event),
  );
const count = async (world: World, type: string, id: string = erikas) =>
  (await load(world, id)).timeline.filter((event) => event.type === type).length;
const follow = async (world: World) => {
  for (const id of ids) {
    await followUpLead({ leadId: id, generation: (await load(world, id)).generation }, world);
  }
};
const report = (world: World) =>
  sentTo(world, owner).findLast(({ subject }) => /ingetragen|offen/.test(subject));

const isList = (result: unknown): result is AsyncIterable<unknown> =>
  typeof result === 'object' && result !== null && Symbol.asyncIterator in result;

async function* killedBehind(list: AsyncIterable<unknown>) {
  yield* list;
  throw new Error('killed');
}

/**
 * Wires that break at one call: before it has its effect, or after it.
 * @returns the stores to hand in, and whether the call was reached.
 */
function breakingAt(world: World, at: number, when: 'before' | 'after') {
  let calls = 0;
  let broken = false;
  const wrap = <T extends object>(port: T): T =>
    Object.fromEntries(
      Object.entries(port).map(([name, call]) => [
        name,
        typeof call !== 'function'
          ? call
          : (...args: unknown[]) => {
              calls += 1;
              if (calls !== at) return call.apply(port, args);
              broken = true;
              if (when === 'before') throw new Error('killed');
              const result: unknown = call.apply(port, args);
              if (isList(result)) return killedBehind(result);
              return Promise.resolve(result).then(() => {
                throw new Error('killed');
              });
            },
      ]),
    ) as T;
  const deps = {
    leads: wrap(world.leads),
    digestAnswers: wrap(world.digestAnswers),
    digestLog: wrap(world.digestLog),
    intake: wrap(world.intake),
    mailLog: wrap(world.mailLog),
  };
  return { deps, isBroken: () => broken };
}

const lines = [
  '1 Besichtigung Do 14 Uhr',
  '1 nicht erreicht',
  '1 Angebot 8500',
  '1 Wert 9.000',
  '2 nicht erreicht\n1 erreicht',
  '1,2 nicht erreicht',
  '1 verloren zu teuer',
  '2 später 15.1.',
  '1 gewonnen 9200\n2 Besichtigung Fr 9 Uhr',
];

describe('whatever breaks on the way, and the mail is delivered again', () => {
  test.each(lines)('"%s" is done once, and reported as the first time', async (text) => {
    const smooth = await aWorldWithDigest();
    await deliver(smooth, { text });
    await follow(smooth);
    const expected = await happened(smooth);
    for (const when of ['before', 'after'] as const) {
      for (let at = 1; ; at++) {
        const world = await aWorldWithDigest();
        const { deps, isBroken } = breakingAt(world, at, when);
        await deliver(world, { text }, 'delivery', deps).catch(() => {});
        if (!isBroken()) break;
        // Long after: whoever claimed a mail or the answer is gone.
        world.clock.set('2026-11-23T09:05:00.000Z');
        await deliver(world, { text });
        await follow(world);
        expect([when, at, await happened(world)]).toEqual([when, at, expected]);
        expect(sentTo(world, erika).length).toBe(sentTo(smooth, erika).length);
        expect(report(world)?.text).toBe(report(smooth)?.text);
      }
    }
  });

  test('also if somebody did something else in between: what was done is not done over it', async () => {
    const world = await aWorldWithDigest();
    const digestAnswers = {
      ...world.digestAnswers,
      note: () => Promise.reject(new Error('killed')),
    };
    const text = '1 Besichtigung Do 14 Uhr';
    await expect(deliver(world, { text }, 'delivery', { digestAnswers })).rejects.toThrow('killed');
    const friday = '2026-11-27T09:00:00.000Z';
    await changeLead(
      world,
      erikas,
      { type: 'plan-visit', startsAt: friday, durationMinutes: 60 },
      { by: 'owner' },
    );
    await deliver(world, { text });
    expect((await load(world, erikas)).visit?.startsAt).toBe(friday);
    expect(report(world)?.text).toContain('Besichtigung am Donnerstag');
  });

  test('what was so already is remembered as well', async () => {
    const world = await aWorldWithDigest('site-visit');
    const digestAnswers = { ...world.digestAnswers, note: () => Promise.reject(new Error('killed')) };
    const text = '1 Besichtigung Do 10 Uhr';
    await expect(deliver(world, { text }, 'delivery', { digestAnswers })).rejects.toThrow('killed');
    const friday = '2026-11-27T09:00:00.000Z';
    const move = { type: 'plan-visit', startsAt: friday, durationMinutes: 60 } as const;
    await changeLead(world, erikas, move, { by: 'owner' });
    await deliver(world, { text });
    expect((await load(world, erikas)).visit?.startsAt).toBe(friday);
  });
});

describe('the same mail', () => {
  test.each<[string, Partial<Mail>]>([
    ['with its id', {}],
    ['without an id, but of the same second', { id: '', sentAt: 'Mon, 23 Nov 2026 10:01:02 +0100' }],
  ])('delivered under another name counts once: %s', async (_, headers) => {
    const world = await aWorldWithDigest();
    const mail = { text: '1 nicht erreicht', ...headers };
    // What knows mails by their content does not remember, as after its time.
    const intake = { ...world.intake, claimContent: async (_key: string, id: string) => id };
    await deliver(world, mail, 'delivery-a', { intake });
    await deliver(world, mail, 'delivery-b', { intake });
    expect(await count(world, 'contact-attempted')).toBe(1);
  });

  test('worked on by two at the same time counts once', async () => {
    const world = await aWorldWithDigest();
    const text = '1 nicht erreicht\n2 nicht erreicht\n1 Wert 9000';
    await Promise.allSettled([deliver(world, { text }), deliver(world, { text }), deliver(world, { text })]);
    await deliver(world, { text });
    expect(await count(world, 'contact-attempted')).toBe(1);
    expect(await count(world, 'contact-attempted', others)).toBe(1);
    const before = await count(await aWorldWithDigest(), 'value-changed');
    expect(await count(world, 'value-changed')).toBe(before + 1);
  });

  test('held for a tap, and tapped twice while the first tap breaks off', async () => {
    const world = await aWorldWithDigest();
    const raw = rawAnswer(world, { text: '1 nicht erreicht\n2 nicht erreicht' });
    world.mailFiles.keep('held', raw, monday10);
    const gray = { spam: 'pass', virus: 'pass', spf: 'gray', dkim: 'gray', dmarc: 'gray' } as const;
    await receiveMail(aDelivery('held', { envelopeFrom: owner, verdicts: gray }), { ...world, readMail });
    const html = sentTo(world, owner).at(-1)?.html ?? '';
    const button = /href="(https:[^"]+\/a\/[^"]+)"[^>]*>Alles so eintragen</.exec(html)?.[1] ?? '';
    // Its timer was lost meanwhile: nothing that anybody knows of.
    for (const id of ids) await changeLead(world, id, { type: 'renew-timer' }, { by: 'system' });
    const dying = {
      ...world,
      digestAnswers: { ...world.digestAnswers, note: () => Promise.reject(new Error('killed')) },
    };
    await expect(request(dying, 'POST', button)).rejects.toThrow('killed');
    world.clock.set('2026-11-23T09:05:00.000Z');
    const page = textOf(await request(world, 'POST', button));
    expect(page).not.toContain('Inzwischen');
    expect(page).not.toContain('nicht alles');
    for (const id of ids) expect(await count(world, 'contact-attempted', id)).toBe(1);
  });
});

describe('said anew it counts', () => {
  test.each<[string, Mail]>([
    ['in another mail of the same day', { text: '1 nicht erreicht', id: '<answer-2@owner.test>' }],
    [
      'in a mail without an id',
      { text: '1 nicht erreicht', id: '', sentAt: 'Mon, 23 Nov 2026 11:01:02 +0100' },
    ],
  ])('a second call in vain an hour later, %s', async (_, again) => {
    const world = await aWorldWithDigest();
    await deliver(world, { text: '1 nicht erreicht' }, 'delivery-a');
    world.clock.set('2026-11-23T10:00:00.000Z');
    await deliver(world, again, 'delivery-b');
    expect(await count(world, 'contact-attempted')).toBe(2);
  });

  test('and the day after', async () => {
    const world = await aWorldWithDigest();
    await deliver(world, { text: '1 nicht erreicht' }, 'delivery-a');
    world.clock.set('2026-11-24T09:00:00.000Z');
    await deliver(world, { text: '1 nicht erreicht', id: '<answer-2@owner.test>' }, 'delivery-b');
    expect(await count(world, 'contact-attempted')).toBe(2);
  });

  test('the same visit in two mails is planned once, told once, and entered both times', async () => {
    const world = await aWorldWithDigest();
    for (const [index, text] of ['1 Besichtigung Do 14 Uhr', '1 Besichtigung Donnerstag 14:00'].entries()) {
      await deliver(world, { text, id: `<answer-${index}@owner.test>` }, `delivery-${index}`);
      await follow(world);
      expect(report(world)?.subject).toContain('ingetragen');
      expect(report(world)?.text).not.toContain('Nicht eingetragen');
    }
    expect(sentTo(world, erika)).toHaveLength(1);
    expect(await count(world, 'visit-planned')).toBe(1);
  });

  test('a visit of three hours stays one of three hours when its time is said again', async () => {
    const world = await aWorldWithDigest();
    await changeLead(
      world,
      erikas,
      { type: 'plan-visit', startsAt: '2026-11-26T13:00:00.000Z', durationMinutes: 180 },
      { by: 'owner' },
    );
    await deliver(world, { text: '1 Besichtigung Do 14 Uhr' });
    expect((await load(world, erikas)).visit).toMatchObject({ durationMinutes: 180, sequence: 0 });
  });

  test('what is so already is entered; what is not quite so is asked back', async () => {
    const world = await aWorldWithDigest('won');
    await deliver(world, { text: '1 gewonnen 11000' }, 'delivery-a');
    expect(report(world)?.text).not.toContain('Nicht eingetragen');
    await deliver(world, { text: '1 gewonnen 12000', id: '<answer-2@owner.test>' }, 'delivery-b');
    expect(report(world)?.text).toContain('steht schon auf');
  });
});

test('however mails are delivered and repeated, each of their lines counts once', async () => {
  const said = fc.constantFrom('1 nicht erreicht', '2 nicht erreicht', '1 nicht erreicht\n2 Wert 500');
  await fc.assert(
    fc.asyncProperty(
      fc.array(said, { minLength: 1, maxLength: 4 }),
      fc.array(fc.record({ mail: fc.nat({ max: 3 }), note: fc.boolean() }), { minLength: 4, maxLength: 12 }),
      async (mails, deliveries) => {
        const world = await aWorldWithDigest();
        const come = new Set<number>();
        for (const { mail, note } of deliveries) {
          const text = mails[mail];
          if (text === undefined) continue;
          come.add(mail);
          // Each is written an hour after the one before, and may come in any order.
          world.clock.set(addMinutes(monday10, mail * 60));
          const digestAnswers = { ...world.digestAnswers, note: () => Promise.reject(new Error('killed')) };
          const id = `<mail-${mail}@owner.test>`;
          await deliver(world, { text, id }, `delivery-${mail}`, note ? {} : { digestAnswers }).catch(
            () => {},
          );
        }
        const calls = (number: string) =>
          [...come].filter((mail) => mails[mail]?.includes(`${number} nicht erreicht`)).length;
        expect(await count(world, 'contact-attempted', erikas)).toBe(calls('1'));
        expect(await count(world, 'contact-attempted', others)).toBe(calls('2'));
      },
    ),
    { numRuns: 40 },
  );
});
