import { describe, expect, test } from 'vitest';
import { personAt } from '../../../domain/business/people.ts';
import { aRawMail } from '../../support/a-raw-mail.ts';
import { monday10 } from '../../support/a-walk.ts';
import { aCompany } from '../../support/company.ts';
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

describe('a line of a list that says whose a request is', () => {
  async function answered(text: string, assignedTo?: string) {
    const { world, lead } = await withErika();
    if (assignedTo !== undefined) await world.leads.save({ ...lead, assignedTo });
    const list = `2026-11-23-0-${personAt(aCompany(), owner)?.key}`;
    await world.digestLog.claim(list, monday10, [lead.id]);
    await world.digestLog.markSent(list, monday10);
    const raw = answer(owner, world.replyAddresses.sign(`digest-${list}`), text);
    await receive(world, raw, { envelopeFrom: owner });
    const told = world.mailer.sent.at(-1);
    return { told, text: told?.text.replace(/\s+/g, ' ') ?? '', lead: await load(world, lead.id) };
  }

  test('is confirmed to whoever wrote it, once', async () => {
    const { told, text, lead } = await answered('1 an Sabine');
    expect(told?.to).toEqual([owner]);
    expect(text).toContain('weitergegeben an Sabine Muster');
    expect(lead.assignedTo).toBe(office);
  });

  test('is not confirmed as given on, where it was hers before', async () => {
    const { told, text } = await answered('1 an Sabine', office);
    expect(told?.subject).toContain('Schon eingetragen');
    expect(text).toContain('liegt schon bei Sabine Muster');
    expect(text).not.toContain('weitergegeben');
    expect(text).not.toContain('Eingetragen');
  });

  test('is not confirmed as given on a second time, where two mails say it', async () => {
    const { world, lead } = await withErika();
    await world.digestLog.claim('2026-11-23', monday10, [lead.id]);
    await world.digestLog.markSent('2026-11-23', monday10);
    const to = world.replyAddresses.sign('digest-2026-11-23');
    await receive(world, answer(owner, to, '1 an Sabine'), { envelopeFrom: owner });
    await receive(world, answer(owner, to, '1 an Sabine bitte'), { envelopeFrom: owner });
    expect(sentTo(world, owner).map(({ subject }) => subject.replace(/ \[.*/, ''))).toEqual([
      'Eine Angabe eingetragen',
      'Schon eingetragen, nichts geändert',
    ]);
  });
});
