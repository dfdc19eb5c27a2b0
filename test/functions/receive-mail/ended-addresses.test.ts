import { describe, expect, test } from 'vitest';
import { addDuration } from '../../../domain/time/local-time.ts';
import { aRawMail } from '../../support/a-raw-mail.ts';
import { monday10, when } from '../../support/a-walk.ts';
import { erika, fromErika, load, owner, receive, sentTo, withErika } from './a-mailbox.ts';

const fromOwner = { From: owner, Subject: 'Re: Neue Anfrage' };
const text = 'Guten Tag, ich komme am Donnerstag.';

async function withEnded(how: 'erased' | 'closed long ago') {
  const set = await withErika();
  const command =
    how === 'erased'
      ? ({ type: 'erase' } as const)
      : ({ type: 'move', to: 'lost', facts: { reason: 'zu teuer' } } as const);
  await set.world.leads.save(when(set.lead, command).lead);
  if (how === 'closed long ago') set.world.clock.set(addDuration(monday10, 'P91D'));
  return set;
}

describe.each(['erased', 'closed long ago'] as const)('the address of a request ends with it: %s', (how) => {
  test('the owner’s answer goes to nobody, comes back to him and is no request', async () => {
    const { world, lead, address } = await withEnded(how);
    const before = await load(world, lead.id);
    const record = await receive(world, aRawMail({ headers: { ...fromOwner, To: address }, text }));
    expect(record.outcome).toBe('auto-reply-noted');
    expect(sentTo(world, erika)).toEqual([]);
    const [back, ...others] = sentTo(world, owner);
    expect(others).toEqual([]);
    expect(back?.text).toContain('ich komme am Donnerstag');
    expect(back?.text.replace(/\s+/g, ' ')).toContain('Antwortadresse gilt nicht mehr');
    expect(await load(world, lead.id)).toEqual(before);
    expect(await world.leads.listOpen()).toEqual([]);
  });

  test('whoever else writes there has a new request', async () => {
    const { world, lead, address } = await withEnded(how);
    const record = await receive(world, aRawMail({ headers: { ...fromErika, To: address } }));
    expect(record.outcome).toBe('lead-created');
    expect(record.leadId).not.toBe(lead.id);
  });

  test('it opens no other request of the owner’s', async () => {
    const { world, address } = await withEnded(how);
    const record = await receive(
      world,
      aRawMail({
        headers: { From: `"${owner}" <mallory@evil.example>`, Subject: 'AW: x', To: address },
        text,
      }),
    );
    expect(record).toMatchObject({ outcome: 'lead-created', flags: ['unclear-sender'] });
    expect(sentTo(world, erika)).toEqual([]);
  });
});
