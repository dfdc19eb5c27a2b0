import { describe, expect, test } from 'vitest';
import { aRawMail } from '../../support/a-raw-mail.ts';
import { erika, load, owner, receive, sentTo, withErika } from './a-mailbox.ts';

const office = 'buero@muster-haustechnik.example';
const jonas = 'jonas@muster-haustechnik.example';

const answer = (from: string, to: string, text: string) =>
  aRawMail({ headers: { From: from, To: to, Subject: 'Re: Neue Anfrage' }, text });

describe('whoever answers a mail about a request with whose it is', () => {
  test.each([
    [owner, 'Martin Muster', 'an Jonas'],
    [owner, 'Martin Muster', 'Bitte weitergeben an Jonas Huber.'],
    [office, 'Sabine Muster', 'macht Jonas'],
  ])('%s gives it to him, and the customer reads nothing of it: %s, "%s"', async (from, person, text) => {
    const { world, lead, address } = await withErika();
    await receive(world, answer(from, address, text), { envelopeFrom: from });
    const after = await load(world, lead.id);
    expect(after.assignedTo).toBe(jonas);
    expect(after.timeline.at(-1)).toMatchObject({ type: 'assigned', by: 'owner', person });
    expect(sentTo(world, erika)).toEqual([]);
  });

  test.each([
    ['to nobody who works there', owner, 'an Schmidt'],
    ['and is called out', jonas, 'an Sabine'],
  ])('%s is asked what he means, and the customer reads nothing of it', async (_, from, text) => {
    const { world, lead, address } = await withErika();
    await receive(world, answer(from, address, text), { envelopeFrom: from });
    expect((await load(world, lead.id)).assignedTo).toBeUndefined();
    expect(sentTo(world, erika)).toEqual([]);
    const [told, ...others] = world.mailer.sent;
    expect(told?.to).toEqual([from]);
    expect(others).toEqual([]);
  });

  test('delivered once more after it was given on, it changes nothing', async () => {
    const { world, lead, address } = await withErika();
    const raw = answer(owner, address, 'an Jonas');
    await receive(world, raw, { envelopeFrom: owner });
    await receive(world, answer(owner, address, 'an Sabine'), { envelopeFrom: owner });
    await receive(world, raw, { envelopeFrom: owner });
    expect((await load(world, lead.id)).assignedTo).toBe(office);
  });
});
