import { describe, expect, test } from 'vitest';
import { aDelivery, aRawMail } from '../../support/a-raw-mail.ts';
import { monday10 } from '../../support/a-walk.ts';
import { hostileSenders } from '../../support/hostile-senders.ts';
import { erika, follow, fromErika, load, owner, receive, sentTo, withErika } from './a-mailbox.ts';

const text = '1 erreicht\n1 verloren zu teuer';
const date = '2026-11-23';

describe('no hostile From has a right of the owner', () => {
  const tricks = hostileSenders(owner);

  test('there are forty of them and more', () => {
    expect(tricks.length).toBeGreaterThanOrEqual(40);
  });

  test.each(tricks)('an answer to the digest does nothing: $trick', async ({ from }) => {
    const { world, lead } = await withErika('new');
    await world.digestLog.claim(date, monday10, [lead.id]);
    await world.digestLog.markSent(date, monday10);
    const To = world.replyAddresses.sign(`digest-${date}`);
    await receive(world, aRawMail({ headers: { From: from, To, Subject: 'Re: 1 neue' }, text }));
    expect((await load(world, lead.id)).version).toBe(lead.version);
  });

  test.each(tricks)('an answer to a customer does not go out: $trick', async ({ from }) => {
    const { world, address } = await withErika('new');
    await receive(world, aRawMail({ headers: { From: from, To: address, Subject: 'Re: Anfrage' }, text }));
    expect(sentTo(world, erika)).toEqual([]);
  });
});

describe('no hostile From speaks as the customer', () => {
  const failing = {
    verdicts: { ...aDelivery('x').verdicts, spf: 'fail', dkim: 'fail', dmarc: 'fail' } as const,
  };

  test.each(hostileSenders(erika))('her reminders go on: $trick', async ({ from }) => {
    const { world, lead, address } = await withErika();
    const headers = { From: from, To: address, Subject: 'AW: Ihr Angebot' };
    await receive(world, aRawMail({ headers, text: 'Hat sich erledigt.' }), failing);
    const after = await load(world, lead.id);
    expect(after.generation).toBe(lead.generation);
    expect(after.waitsFor).toBe('customer');
    expect(after.timeline.map(({ type }) => type)).not.toContain('customer-replied');
  });

  test.each(hostileSenders(erika))(
    'her request is not found by the sender alone: $trick',
    async ({ from }) => {
      const { world, lead } = await withErika();
      await receive(world, aRawMail({ headers: { From: from, Subject: 'AW: Ihr Angebot' }, text: 'Nein.' }));
      expect((await load(world, lead.id)).version).toBe(lead.version);
    },
  );

  test.each(hostileSenders(erika).filter(({ clear }) => !clear))(
    'not even at her signed address, and the owner is told: $trick',
    async ({ from }) => {
      const { world, lead, address } = await withErika();
      const headers = { From: from, To: address, Subject: 'Re: Ihr Angebot' };
      const record = await receive(world, aRawMail({ headers, text: 'Hat sich erledigt.' }));
      expect(record.flags).toContain('unclear-sender');
      expect(await load(world, lead.id)).toMatchObject({ generation: lead.generation, waitsFor: 'customer' });
      expect(sentTo(world, owner)[0]?.text).toContain('Hat sich erledigt.');
    },
  );

  test.each([
    ['a machine that names her in Reply-To', { From: 'noreply@evil.example', 'Reply-To': erika }, 'Nein.'],
    ['a machine that names her in the text', { From: 'noreply@evil.example' }, `E-Mail: ${erika}\nNein.`],
  ])('nor by %s', async (_, from, words) => {
    const { world, lead } = await withErika();
    await receive(world, aRawMail({ headers: { ...from, Subject: 'AW: Ihr Angebot' }, text: words }));
    expect((await load(world, lead.id)).version).toBe(lead.version);
  });

  test('a group of the business that sends her answer on does', async () => {
    const { world, lead } = await withErika();
    const headers = {
      From: '"Erika Muster via Anfragen" <anfragen@muster-haustechnik.example>',
      'Reply-To': `Erika Muster <${erika}>`,
      Subject: 'AW: Ihr Angebot',
    };
    const record = await receive(world, aRawMail({ headers, text: 'Ja, gern.' }));
    expect(record).toMatchObject({ outcome: 'reply-appended', leadId: lead.id, flags: [] });
  });
});

describe('a mail that the checks contradict', () => {
  const disowned = [
    ['all checks fail', { spf: 'fail', dkim: 'fail', dmarc: 'fail' }],
    ['its domain disowns it', { dmarc: 'fail' }],
    ['two checks fail and there is no DMARC', { spf: 'fail', dkim: 'fail', dmarc: 'gray' }],
  ] as const;
  const verdicts = (failed: object) => ({ verdicts: { ...aDelivery('x').verdicts, ...failed } });

  test.each(disowned)(
    'from a customer’s address changes nothing if %s, and the owner is warned',
    async (_, failed) => {
      const { world, lead, address } = await withErika();
      const raw = aRawMail({
        headers: { ...fromErika, To: address },
        text: 'Wir haben uns anders entschieden.',
      });
      const record = await receive(world, raw, verdicts(failed));
      expect(record).toMatchObject({ leadId: lead.id, flags: ['contradicted-sender'] });
      const after = await load(world, lead.id);
      expect(after).toMatchObject({ generation: lead.generation, stage: lead.stage, waitsFor: 'customer' });
      expect(after.timeline.at(-1)).toMatchObject({
        type: 'mail-noted',
        what: 'contradicted',
        text: 'Wir haben uns anders entschieden.',
        mail: { flags: ['contradicted-sender'] },
      });
      expect(sentTo(world, erika)).toEqual([]);
      const [warning, ...others] = sentTo(world, owner);
      expect(others).toEqual([]);
      expect(warning?.subject).toContain('Vielleicht gefälscht');
      expect(warning?.text).toContain('ABSENDER NICHT BESTÄTIGT');
      expect(warning?.text).toContain('Wir haben uns anders entschieden.');
      expect(warning?.text).toContain(erika);
    },
  );

  test('found by its subject alone changes nothing either', async () => {
    const { world, lead } = await withErika();
    const headers = { ...fromErika, Subject: 'AW: Ihr Angebot' };
    await receive(world, aRawMail({ headers, text: 'Nein.' }), verdicts({ dmarc: 'fail' }));
    expect(await load(world, lead.id)).toMatchObject({ generation: lead.generation, waitsFor: 'customer' });
  });

  test('thirty of them do not silence her', async () => {
    const { world, lead, address } = await withErika();
    const raw = () => aRawMail({ headers: { ...fromErika, To: address }, text: 'Nein.' });
    for (let count = 0; count < 30; count++) await receive(world, raw(), verdicts({ dmarc: 'fail' }));
    expect(sentTo(world, owner)).toHaveLength(20);
    expect(await receive(world, raw())).toMatchObject({ outcome: 'reply-appended', flags: [] });
    expect((await load(world, lead.id)).timeline.at(-1)).toMatchObject({ type: 'customer-replied' });
  });

  test('received twice is noted and told once', async () => {
    const { world, lead, address } = await withErika();
    const raw = aRawMail({ headers: { ...fromErika, To: address }, text: 'Nein.' });
    await receive(world, raw, { id: 'same', ...verdicts({ dmarc: 'fail' }) });
    await receive(world, raw, { id: 'same', ...verdicts({ dmarc: 'fail' }) });
    expect((await load(world, lead.id)).timeline.filter(({ type }) => type === 'mail-noted')).toHaveLength(1);
    expect(sentTo(world, owner)).toHaveLength(1);
  });

  test.each(disowned)(
    'about something new is a lead: alerted, and not answered, if %s',
    async (_, failed) => {
      const { world } = await withErika();
      const record = await receive(world, aRawMail(), verdicts(failed));
      expect(record.outcome).toBe('lead-created');
      expect((await load(world, record.leadId)).muted).toBe('contradicted-sender');
      await follow(world, record.leadId);
      expect(sentTo(world, 'joerg.weiss@customer.test')).toEqual([]);
      expect(sentTo(world, owner)).toHaveLength(1);
    },
  );

  test('about an emergency rings', async () => {
    const { world } = await withErika();
    const raw = aRawMail({
      headers: { Subject: 'Rohrbruch' },
      text: 'Rohrbruch im Keller, das Wasser steigt!',
    });
    const record = await receive(world, raw, verdicts({ dmarc: 'fail' }));
    expect((await load(world, record.leadId)).stage).toBe('service');
    await follow(world, record.leadId);
    expect(sentTo(world, owner)[0]?.subject).toContain('🚨');
  });

  test('unlike one that nobody could check: a customer of a small provider is heard', async () => {
    const { world, lead, address } = await withErika();
    const raw = aRawMail({ headers: { ...fromErika, To: address }, text: 'Ja, gern.' });
    const record = await receive(world, raw, verdicts({ spf: 'gray', dkim: 'gray', dmarc: 'gray' }));
    expect(record).toMatchObject({ outcome: 'reply-appended', flags: [] });
    expect((await load(world, lead.id)).timeline.at(-1)).toMatchObject({ type: 'customer-replied' });
  });
});

test('who writes an address as a name only is answered there, and is nobody’s customer', async () => {
  const { world } = await withErika();
  const record = await receive(world, aRawMail({ headers: { From: '"karla@web.test"' } }));
  expect(record).toMatchObject({
    outcome: 'lead-created',
    flags: ['unclear-sender'],
    sender: 'karla@web.test',
  });
  expect((await load(world, record.leadId)).contact.email).toBe('karla@web.test');
});
