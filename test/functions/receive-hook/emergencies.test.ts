import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { addDuration } from '../../../domain/time/local-time.ts';
import { followUpLead } from '../../../functions/follow-up-lead/follow-up-lead.ts';
import { monday10 } from '../../support/a-walk.ts';
import type { World } from '../../support/a-world.ts';
import { aHookedWorld, asForm, asJson } from './a-hook.ts';

function signedJson(value: unknown, secret = 'anders') {
  const sent = asJson(value);
  const signature = createHmac('sha256', secret).update(String(sent.body)).digest('base64');
  return { ...sent, headers: { ...sent.headers, 'typeform-signature': `sha256=${signature}` } };
}

describe('an emergency that would lie aside', () => {
  const rohrbruch = {
    name: 'Lena Vogt',
    email: 'lena@kunde.test',
    message: 'Rohrbruch, Wasser läuft durch die Decke',
  };
  const follow = async (world: World) => {
    for (const { id, generation } of world.leads.all()) await followUpLead({ leadId: id, generation }, world);
    return world.mailer.sent;
  };

  test.each([
    ['without a signature', asJson(rohrbruch)],
    ['signed with another secret', signedJson({ ...rohrbruch, message: 'Gasgeruch im Keller' })],
    [
      'as text that is no form',
      { headers: { 'content-type': 'text/plain' }, body: 'Rohrbruch bei Maier, Lindenweg 7, Wasser!!' },
    ],
  ])('%s rings at once, and no stranger is answered for it', async (_, sent) => {
    const { send, leads, world, hook, notices } = await aHookedWorld({
      sender: 'typeform',
      signingSecret: 'geheim',
    });
    const response = await send(sent);
    const [lead] = leads();
    expect(JSON.parse(response.body)).toEqual({ id: lead?.id, stage: 'service', acknowledged: true });
    expect(lead).toMatchObject({ stage: 'service', muted: 'contradicted-sender' });
    expect(lead?.proof).toBeUndefined();
    expect(await notices()).toEqual([]);
    const [alert, ...others] = await follow(world);
    expect(others).toEqual([]);
    expect(alert?.to).toEqual(world.company.owner.email);
    expect(alert?.text.replace(/\s+/g, ' ')).toContain(
      'Keine Eingangsbestätigung gesendet: Der Absender ist nicht',
    );
    const [delivery] = await world.hooks.lastDeliveries(hook.id, 1);
    expect(delivery).toMatchObject({ outcome: 'lead', reason: 'wrong-signature', leadIds: [lead?.id] });
    await send(sent);
    expect(leads()).toHaveLength(1);
    expect(world.mailer.sent).toHaveLength(1);
  });

  test.each([
    ['as a form without a way to answer', asJson({ name: 'Maier', message: 'Gasgeruch in der Küche' })],
    ['as a form that is cut off', { headers: {}, body: 'Rohrbruch bei Maier, Lindenweg 7, Wasser!!' }],
    ['with a broken number', asForm({ telefon: '12', nachricht: 'Wasser läuft aus der Decke, dringend!' })],
  ])('of a proven sender %s rings at once', async (_, sent) => {
    const { send, leads, world, hook } = await aHookedWorld({ sender: 'tally' });
    await send(sent);
    expect(leads()).toMatchObject([{ stage: 'service' }]);
    const [alert] = await follow(world);
    expect(alert?.to).toEqual(world.company.owner.email);
    expect(alert?.subject).toContain('SOFORT');
    // Shortly after midnight it is the same still.
    world.clock.set(addDuration(monday10, 'PT23H'));
    await send(sent);
    expect(leads()).toHaveLength(1);
    const [repeat] = await world.hooks.lastDeliveries(hook.id, 1);
    expect(repeat).toMatchObject({ outcome: 'repeated', leadIds: [leads()[0]?.id] });
  });

  test('is neither merged with what the signed sender brought, nor changes it', async () => {
    const { send, leads } = await aHookedWorld({ sender: 'typeform', signingSecret: 'geheim' });
    await send(asJson({ ...rohrbruch, submissionId: 'T1' }));
    await send(signedJson({ ...rohrbruch, submissionId: 'T1' }, 'geheim'));
    await send(asJson({ ...rohrbruch, submissionId: 'T1', message: 'Gasgeruch' }));
    expect(leads().map(({ proof, muted }) => [proof, muted])).toEqual([
      [undefined, 'contradicted-sender'],
      ['hook', undefined],
      [undefined, 'contradicted-sender'],
    ]);
  });
});
