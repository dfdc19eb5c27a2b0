import { describe, expect, test } from 'vitest';
import { readMail } from '../../../adapters/mime/read-mail.ts';
import { receiveMail } from '../../../functions/receive-mail/receive-mail.ts';
import { aDelivery, aRawMail } from '../../support/a-raw-mail.ts';
import { monday10 } from '../../support/a-walk.ts';
import { aWorld } from '../../support/a-world.ts';
import { dyingAtTheEnd, load, receive } from './a-mailbox.ts';

describe('rule 2: everything can be repeated', () => {
  test('a delivery received twice is one lead and the same outcome', async () => {
    const world = await aWorld();
    const delivery = aDelivery('twice');
    world.mailFiles.keep('twice', aRawMail(), monday10);
    const first = await receiveMail(delivery, { ...world, readMail });
    const second = await receiveMail(delivery, { ...world, readMail });
    expect(second).toEqual(first);
    expect(await world.leads.listOpen()).toHaveLength(1);
  });

  test('a delivery whose outcome was not stored any more finds its lead again', async () => {
    const world = await aWorld();
    const delivery = aDelivery('cut-off');
    world.mailFiles.keep('cut-off', aRawMail(), monday10);
    const dying = dyingAtTheEnd(world);
    await expect(receiveMail(delivery, dying)).rejects.toThrow('killed');
    const again = await receiveMail(delivery, { ...world, readMail });
    expect(again.outcome).toBe('lead-created');
    expect(await world.leads.listOpen()).toHaveLength(1);
    expect((await load(world, again.leadId)).muted).toBeUndefined();
  });

  test('without the raw mail it is tried again later', async () => {
    const world = await aWorld();
    await expect(receiveMail(aDelivery('gone'), { ...world, readMail })).rejects.toThrow();
    expect(await world.intake.find('gone')).toBeUndefined();
  });
});

describe('rule 3: duplicates', () => {
  test('the same mail by two ways is one lead', async () => {
    const world = await aWorld();
    const raw = aRawMail();
    const first = await receive(world, raw);
    const forwarded = Buffer.concat([
      Buffer.from('Received: from elsewhere; Mon, 23 Nov 2026 10:00:01 +0100\r\n'),
      raw,
    ]);
    expect(await receive(world, forwarded)).toMatchObject({ outcome: 'duplicate', leadId: first.leadId });
    expect(await world.leads.listOpen()).toHaveLength(1);
  });

  test('the same Message-ID with other content is a new mail', async () => {
    const world = await aWorld();
    const id = { 'Message-ID': '<always-the-same@plugin.example>' };
    await receive(world, aRawMail({ headers: id }));
    expect((await receive(world, aRawMail({ headers: id, text: 'Unsere Heizung tropft.' }))).outcome).toBe(
      'lead-created',
    );
  });

  test.each([
    ['missing', undefined],
    ['empty', ''],
    ['empty brackets', '<>'],
  ])('three mails with a %s Message-ID are three leads', async (_, messageId) => {
    const world = await aWorld();
    for (let mail = 0; mail < 3; mail++) {
      expect((await receive(world, aRawMail({ headers: { 'Message-ID': messageId } }))).outcome).toBe(
        'lead-created',
      );
    }
    expect(await world.leads.listOpen()).toHaveLength(3);
  });
});
