import { describe, expect, test } from 'vitest';
import type { Lead } from '../../../domain/lead/lead.ts';
import {
  ConcurrentUpdateError,
  LeadNotFoundError,
  MailInFlightError,
  MailRefusedError,
  MailRejectedError,
  MailUncertainError,
  VersionConflictError,
} from '../../../domain/ports/errors.ts';
import { addMinutes } from '../../../domain/time/local-time.ts';
import { followUpLead } from '../../../functions/follow-up-lead/follow-up-lead.ts';
import { taskOutput } from '../../../statemachine/contract.ts';
import { mailsStoppedInWords } from '../../../views/words/standing.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn, monday10, when } from '../../support/a-walk.ts';
import { aWorld, type World } from '../../support/a-world.ts';

const id = aLead().id;

async function follow(world: World, generation?: number) {
  const lead = await world.leads.load(id);
  const output = await followUpLead({ leadId: id, generation: generation ?? lead?.generation ?? 1 }, world);
  return taskOutput.parse(output);
}

async function stored(world: World): Promise<Lead> {
  const lead = await world.leads.load(id);
  if (!lead) throw new Error('The lead is gone');
  return lead;
}

const subjectsTo = (world: World, address: string) =>
  world.mailer.sent.filter((mail) => mail.to.includes(address)).map((mail) => mail.subject);
const customer = 'erika.muster@example.org';
const owner = 'chef@muster-haustechnik.example';

describe('a fresh lead', () => {
  test('is acknowledged and announced, and its person is known from now on', async () => {
    const world = await aWorld({ leads: [aLead()] });
    const output = await follow(world);
    expect(output).toMatchObject({ outcome: 'wait', stage: 'new', dueAt: '2026-11-23T12:30:00.000Z' });
    expect(subjectsTo(world, customer)).toHaveLength(1);
    expect(subjectsTo(world, owner)).toHaveLength(1);
    const lead = await stored(world);
    expect(lead.dueAt).toBe(output.dueAt);
    expect(lead.timeline.map((event) => event.type)).toEqual(['captured', 'acknowledged', 'owner-alerted']);
    expect((await world.contacts.load({ kind: 'email', value: customer }))?.leadIds).toEqual([id]);
    expect((await world.contacts.load({ kind: 'phone', value: '+49891234567' }))?.leadIds).toEqual([id]);
  });

  test('whoever answers, the answer comes back to this lead', async () => {
    const world = await aWorld({ leads: [aLead()] });
    await follow(world);
    for (const { replyTo } of world.mailer.sent) {
      expect(world.replyAddresses.read(replyTo)).toEqual({ about: id });
    }
  });

  test('what brought it is noted, for the day it falls silent', async () => {
    const world = await aWorld({ leads: [aLead()] });
    await follow(world);
    expect(await world.sources.list()).toEqual([{ source: 'website', broughtAt: [aLead().capturedAt] }]);
  });

  test('where no mails come in, the customer answers the business, the owner answers the customer', async () => {
    const world = await aWorld({ leads: [aLead()] });
    await followUpLead({ leadId: id, generation: 1 }, { ...world, replyAddresses: undefined });
    const [acknowledgement, alert] = world.mailer.sent;
    expect(acknowledgement?.replyTo).toBe('anfrage@muster-haustechnik.example');
    expect(acknowledgement?.headers['Auto-Submitted']).toBe('auto-replied');
    expect(alert?.replyTo).toBe(customer);
    expect(alert?.headers['Auto-Submitted']).toBe('auto-generated');
  });

  test('following up again at the same moment sends nothing twice', async () => {
    const world = await aWorld({ leads: [aLead()] });
    await follow(world);
    const again = await Promise.all([follow(world), follow(world)]);
    expect(again.map((output) => output.outcome)).toEqual(['wait', 'wait']);
    expect(world.mailer.sent).toHaveLength(2);
  });

  test('two runs at the same instant send each mail once, and one of them comes again', async () => {
    const world = await aWorld({ leads: [aLead()] });
    const runs = await Promise.allSettled([follow(world), follow(world)]);
    expect(runs.map((run) => run.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(runs.find((run) => run.status === 'rejected')).toMatchObject({ reason: { name: 'MailInFlight' } });
    expect(world.mailer.sent).toHaveLength(2);
    await follow(world);
    expect(world.mailer.sent).toHaveLength(2);
  });

  test('somebody who once stopped mails and asks again is answered', async () => {
    const world = await aWorld({ leads: [aLead()] });
    await world.contacts.suppress({ kind: 'email', value: customer }, 'stopped', '2025-11-23T09:00:00.000Z');
    await follow(world);
    expect(subjectsTo(world, customer)).toHaveLength(1);
  });

  test.each(['bounced', 'complained'] as const)('nothing is sent to an address that %s', async (reason) => {
    const world = await aWorld({ leads: [aLead()] });
    await world.contacts.suppress({ kind: 'email', value: customer }, reason, monday10);
    await follow(world);
    expect(subjectsTo(world, customer)).toEqual([]);
    expect(subjectsTo(world, owner)).toHaveLength(1);
    // The lead itself says it from its first moment on, and so does the owner's alert.
    expect(await stored(world)).toMatchObject({ mailsStopped: reason, cadence: { name: 'new' } });
    expect(world.mailer.sent[0]?.text).toContain(mailsStoppedInWords[reason]);
  });
});

describe('what is no longer so', () => {
  test('a superseded generation changes nothing', async () => {
    const lead = when(aLead(), { type: 'move', to: 'needs-analysis' }).lead;
    const world = await aWorld({ leads: [lead] });
    expect(await follow(world, 1)).toMatchObject({ outcome: 'superseded' });
    expect(world.mailer.sent).toEqual([]);
    expect((await stored(world)).timeline).toEqual(lead.timeline);
  });

  test.each(['won', 'lost', 'unqualified', 'service-done'] as const)(
    'a lead in %s ends its execution',
    async (stage) => {
      const world = await aWorld({ leads: [aLeadIn(stage)] });
      expect(await follow(world)).toMatchObject({ outcome: 'closed', stage });
      expect(world.mailer.sent).toEqual([]);
    },
  );

  test('a lead that is not there is a broken rule', async () => {
    const world = await aWorld();
    await expect(followUpLead({ leadId: id, generation: 1 }, world)).rejects.toThrow(LeadNotFoundError);
  });
});

describe('when the provider fails', () => {
  test('a refused mail is given back and sent by the next try; what was sent before is not repeated', async () => {
    const world = await aWorld({ leads: [aLead()] });
    // The acknowledgement is taken, the alert is not.
    const send = world.mailer.send.bind(world.mailer);
    let calls = 0;
    const flaky = {
      ...world,
      mailer: {
        send: (mail: Parameters<typeof send>[0]) =>
          ++calls === 2 ? Promise.reject(new MailRefusedError('busy')) : send(mail),
      },
    };
    await expect(followUpLead({ leadId: id, generation: 1 }, flaky)).rejects.toThrow(MailRefusedError);
    await followUpLead({ leadId: id, generation: 1 }, flaky);
    expect(subjectsTo(world, customer)).toHaveLength(1);
    expect(subjectsTo(world, owner)).toHaveLength(1);
    const keys = (await stored(world)).timeline.map((event) => event.type);
    expect(keys).toEqual(['captured', 'acknowledged', 'owner-alerted']);
  });

  test('an uncertain mail to the customer is not repeated but told', async () => {
    const world = await aWorld({ leads: [aLead()] });
    world.mailer.failNext(new MailUncertainError('no answer'));
    await follow(world);
    await follow(world);
    expect(subjectsTo(world, customer)).toEqual([]);
    expect(await stored(world)).toMatchObject({ uncertainMails: 1 });
  });

  test('an uncertain mail to the owner is sent again', async () => {
    const lead = { ...aLead(), acknowledgedAt: monday10 };
    const world = await aWorld({ leads: [lead] });
    world.mailer.failNext(new MailUncertainError('no answer'));
    await expect(follow(world)).rejects.toThrow(MailRefusedError);
    await follow(world);
    expect(subjectsTo(world, owner)).toHaveLength(1);
  });

  test('an address the provider never takes is a bounce: the owner is told to phone', async () => {
    const world = await aWorld({ leads: [aLead()] });
    world.mailer.failNext(new MailRejectedError('no such domain'));
    await follow(world);
    const lead = await stored(world);
    expect(lead.mailsStopped).toBe('bounced');
    expect(lead.timeline.map((event) => event.type)).toEqual([
      'captured',
      'mail-rejected',
      'owner-alerted',
      'owner-chased',
    ]);
    expect(subjectsTo(world, owner)).toHaveLength(2);
  });

  test('a claim somebody left behind: the customer mail is uncertain, the owner mail goes out', async () => {
    const world = await aWorld({ leads: [aLead()] });
    for (const [key, to] of [
      ['g1#acknowledgement#1', 'customer'],
      ['g1#new-lead-alert#1', 'owner'],
    ] as const) {
      await world.mailLog.claim({ leadId: id, key, to }, monday10);
    }
    await expect(follow(world)).rejects.toThrow(MailInFlightError);
    world.clock.set(addMinutes(monday10, 3));
    await follow(world);
    expect(subjectsTo(world, customer)).toEqual([]);
    expect(subjectsTo(world, owner)).toHaveLength(1);
    expect(await stored(world)).toMatchObject({ uncertainMails: 1 });
  });
});

describe('when others change the lead meanwhile', () => {
  test('a reply between looking and writing is kept, and the mail is noted all the same', async () => {
    const quoted = { ...aLeadIn('quoted'), acknowledgedAt: monday10, alertedAt: monday10 };
    const world = await aWorld({ leads: [quoted] });
    world.clock.set('2026-11-26T09:00:00.000Z');
    const save = world.leads.save.bind(world.leads);
    let raced = false;
    const racing: World = {
      ...world,
      leads: {
        ...world.leads,
        save: async (lead) => {
          if (!raced) {
            raced = true;
            await save(when(await stored(world), { type: 'record-reply' }, { by: 'customer' }).lead);
          }
          return save(lead);
        },
      },
    };
    const output = await followUpLead({ leadId: id, generation: quoted.generation }, racing);
    expect(output.outcome).toBe('superseded');
    const types = (await stored(world)).timeline.map((event) => event.type);
    expect(types.slice(-2)).toEqual(['customer-replied', 'follow-up-sent']);
    expect((await stored(world)).waitsFor).toBe('owner');
  });

  test('losing every race is a passing fault with a name', async () => {
    const world = await aWorld({ leads: [aLead()] });
    const losing: World = {
      ...world,
      leads: { ...world.leads, save: () => Promise.reject(new VersionConflictError('always')) },
    };
    await expect(followUpLead({ leadId: id, generation: 1 }, losing)).rejects.toThrow(ConcurrentUpdateError);
  });
});

describe('the last mail of a cadence', () => {
  test('stalls the lead, which then waits without mails', async () => {
    const lead = { ...aLeadIn('opportunity'), acknowledgedAt: monday10, alertedAt: monday10 };
    const world = await aWorld({ leads: [lead] });
    world.clock.set('2026-11-25T09:00:00.000Z');
    const output = await follow(world);
    expect(output).toMatchObject({ outcome: 'wait', stage: 'opportunity' });
    expect((await stored(world)).timeline.slice(-2).map((event) => event.type)).toEqual([
      'owner-chased',
      'stalled',
    ]);
    world.clock.set(output.dueAt);
    await follow(world);
    expect(await world.dueChases.list()).toHaveLength(1);
  });
});

test('follow-ups carry a stop link that mail programs understand, the acknowledgement does not', async () => {
  const quoted = { ...aLeadIn('quoted'), alertedAt: monday10 };
  const world = await aWorld({ leads: [aLead()] });
  await follow(world);
  expect(world.mailer.sent[0]?.headers).not.toHaveProperty('List-Unsubscribe');

  const later = await aWorld({ leads: [quoted] });
  later.clock.set('2026-11-26T09:00:00.000Z');
  await follow(later);
  const [mail] = later.mailer.sent;
  expect(mail?.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
  const [, token] =
    /<https:\/\/anfrage\.example\/a\/([^>]+)>/.exec(mail?.headers['List-Unsubscribe'] ?? '') ?? [];
  expect(later.links.read(token ?? '', later.clock.now())).toMatchObject({ action: 'stop', leadId: id });
  expect(mail?.headers['X-Nachfass-Mail']).toMatch(new RegExp(`^${id}/g\\d+#quoted#1$`));
});
