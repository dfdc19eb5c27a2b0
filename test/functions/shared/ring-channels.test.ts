import { describe, expect, test } from 'vitest';
import { everybody } from '../../../domain/business/people.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { MailRefusedError } from '../../../domain/ports/errors.ts';
import { addMinutes } from '../../../domain/time/local-time.ts';
import { followUpLead } from '../../../functions/follow-up-lead/follow-up-lead.ts';
import { ringChannels } from '../../../functions/shared/ring-channels.ts';
import { aLeadIn, monday10 } from '../../support/a-walk.ts';
import { aWorld, type World } from '../../support/a-world.ts';

const emergency: Lead = { ...aLeadIn('service'), acknowledgedAt: monday10 };
const { id } = emergency;
const martin = '+491711234560';

async function follow(world: World, minutes: number) {
  world.clock.set(addMinutes(monday10, minutes));
  return followUpLead({ leadId: id, generation: emergency.generation }, world);
}

const channelsOf = ({ channels }: World) => channels.rang.map(({ channel }) => channel);

describe('an emergency rings besides mail', () => {
  test('with nothing of the customer but the id of the request and a word', async () => {
    const message = 'Wasser läuft durch die Decke, Lindenweg 7';
    const world = await aWorld({
      leads: [{ ...emergency, request: { ...emergency.request, message, gas: false } }],
    });
    await follow(world, 0);
    expect(world.channels.rang).toEqual([
      expect.objectContaining({ channel: 'push', to: expect.stringMatching(/^https:\/\/ntfy\.sh\/muster-/) }),
      expect.objectContaining({ channel: 'sms', to: martin }),
    ]);
    for (const { text, leadId } of world.channels.rang) {
      expect(leadId).toBe(id);
      expect(text).toContain(id);
      expect(text).toContain('Wasser');
      expect(text).not.toMatch(/Erika|Muster|Lindenweg|Decke|@|89|http/);
    }
  });

  test('at each step once, however often its workflow asks', async () => {
    const world = await aWorld({ leads: [emergency] });
    await follow(world, 0);
    await follow(world, 0);
    expect(channelsOf(world)).toEqual(['push', 'sms']);
    await follow(world, 5);
    expect(channelsOf(world)).toHaveLength(4);
    // Everybody: Jonas has no number for text messages.
    await follow(world, 15);
    expect(channelsOf(world)).toHaveLength(7);
  });

  test('although no mail goes out', async () => {
    const world = await aWorld({ leads: [emergency] });
    const refused = new MailRefusedError('The sender is out of order');
    world.mailer.failNext(refused, refused);
    await follow(world, 0).catch(() => undefined);
    expect(channelsOf(world)).toEqual(['push', 'sms']);
  });

  test('and what does not ring keeps no mail back', async () => {
    const world = await aWorld({ leads: [emergency] });
    world.channels.failNext(new Error('down'), new Error('down'));
    await follow(world, 0);
    expect(channelsOf(world)).toEqual([]);
    expect(world.mailer.sent).toHaveLength(1);
  });

  test('no longer than half a day, and not for what is no emergency', async () => {
    const world = await aWorld({ leads: [{ ...emergency, alertedAt: monday10 }] });
    await follow(world, 3 * 24 * 60);
    expect(channelsOf(world)).toEqual([]);
  });
});

describe('text messages', () => {
  const step = (world: World, emergencyId: string, number: number) =>
    ringChannels(world, everybody(world.company), {
      text: '🚨',
      leadId: id,
      emergency: emergencyId,
      step: `step-${number}`,
    });
  const texts = (world: World) => channelsOf(world).filter((channel) => channel === 'sms').length;

  test('are ten for one emergency at most; push goes on', async () => {
    const world = await aWorld();
    for (let number = 0; number < 15; number++) await step(world, 'one', number);
    expect(texts(world)).toBe(10);
    expect(channelsOf(world).length - texts(world)).toBe(30);
  });

  test('are thirty a day at most, and as many the next day', async () => {
    const world = await aWorld();
    for (const emergencyId of ['a', 'b', 'c', 'd'])
      for (let number = 0; number < 10; number++) await step(world, emergencyId, number);
    expect(texts(world)).toBe(30);
    world.clock.set(addMinutes(monday10, 24 * 60 + 1));
    await step(world, 'e', 1);
    expect(texts(world)).toBe(31);
  });
});
