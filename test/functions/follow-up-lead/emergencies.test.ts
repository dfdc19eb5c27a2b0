import { describe, expect, test } from 'vitest';
import { MailRefusedError } from '../../../domain/ports/errors.ts';
import { addMinutes } from '../../../domain/time/local-time.ts';
import { followUpLead } from '../../../functions/follow-up-lead/follow-up-lead.ts';
import { aLeadIn, monday10 } from '../../support/a-walk.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { request } from '../act-on-lead/a-phone.ts';

const emergency = { ...aLeadIn('service'), acknowledgedAt: monday10 };
const { id } = emergency;
const chef = 'chef@muster-haustechnik.example';
const office = 'buero@muster-haustechnik.example';
const jonas = 'jonas@muster-haustechnik.example';

async function follow(world: World, minutes: number) {
  world.clock.set(addMinutes(monday10, minutes));
  const lead = await world.leads.load(id);
  return followUpLead({ leadId: id, generation: lead?.generation ?? 1 }, world);
}

const called = (world: World) => world.mailer.sent.map(({ to }) => to);
const linkIn = (text: string | undefined, action: string) =>
  new RegExp(`https://\\S+\\.${action}\\.\\S+`).exec(text ?? '')?.[0] ?? '';

describe('an emergency calls', () => {
  test('each by a mail of his own, first whoever is on call, then everybody', async () => {
    const world = await aWorld({ leads: [emergency] });
    await follow(world, 0);
    expect(called(world)).toEqual([[chef]]);
    await follow(world, 15);
    expect(called(world).slice(1)).toEqual([[chef], [office], [jonas]]);
    // The timeline tells of the step once.
    const lead = await world.leads.load(id);
    expect(lead?.timeline.filter(({ type }) => type === 'owner-chased')).toHaveLength(1);
  });

  test('the others although the first cannot be reached, and that step is over', async () => {
    const world = await aWorld({ leads: [{ ...emergency, alertedAt: monday10 }] });
    const { send } = world.mailer;
    const mailer = {
      ...world.mailer,
      send: (mail: Parameters<typeof send>[0]) =>
        mail.to.includes(chef) ? Promise.reject(new MailRefusedError('full')) : send(mail),
    };
    await follow({ ...world, mailer }, 15);
    expect(called(world)).toEqual([[office], [jonas]]);
    expect(await world.leads.load(id)).toMatchObject({
      cadence: { sent: 1 },
      dueAt: addMinutes(monday10, 30),
    });
  });

  test('and whoever takes it by his link is named to the others, and on the page', async () => {
    const world = await aWorld({ leads: [{ ...emergency, alertedAt: monday10 }] });
    await follow(world, 15);
    const toJonas = world.mailer.sent.find(({ to }) => to.includes(jonas));
    await request(world, 'POST', linkIn(toJonas?.text, 'confirm'));
    expect((await world.leads.load(id))?.timeline.at(-1)).toMatchObject({
      type: 'confirmed',
      by: 'owner',
      person: 'Jonas Huber',
    });
    const before = world.mailer.sent.length;
    await follow(world, 16);
    const told = world.mailer.sent.slice(before);
    expect(told.map(({ to }) => to)).toEqual([[chef], [office]]);
    for (const { subject, text } of told) {
      expect(subject).toContain('Jonas Huber übernimmt den Notfall');
      expect(text).toContain('Jonas Huber übernimmt den Notfall');
    }
    const late = world.mailer.sent.find(({ to }) => to.includes(office));
    const page = await request(world, 'POST', linkIn(late?.text, 'confirm'));
    expect(page.body).toContain('Jonas Huber hat den Notfall übernommen.');
  });
});
