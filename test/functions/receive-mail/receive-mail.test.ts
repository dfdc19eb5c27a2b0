import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aRawMail, mailbox } from '../../support/a-raw-mail.ts';
import { aWorld } from '../../support/a-world.ts';
import { follow, load, owner, receive, sentTo } from './a-mailbox.ts';

describe('rule 4: one outcome for each mail', () => {
  test('a letter becomes a lead with everything it says, and its sender is acknowledged', async () => {
    const world = await aWorld();
    const record = await receive(world, aRawMail());
    expect(record).toMatchObject({ outcome: 'lead-created', sender: 'joerg.weiss@customer.test' });
    const lead = await load(world, record.leadId);
    expect(lead).toMatchObject({
      source: 'email',
      contact: { name: 'Jörg Weiß', email: 'joerg.weiss@customer.test', phoneE164: '+491712345678' },
      attribution: { mailbox },
    });
    expect(lead.request.message).toContain('Neues Bad im Altbau');
    expect(lead.request.message).toContain('wir möchten unser Bad erneuern');
    await follow(world, lead.id);
    expect(sentTo(world, 'joerg.weiss@customer.test')).toHaveLength(1);
    expect(sentTo(world, owner)).toHaveLength(1);
  });

  test('what nobody can read is noted', async () => {
    const world = await aWorld();
    expect((await receive(world, Buffer.alloc(0))).outcome).toBe('unreadable');
  });

  test('as many outcomes as mails', async () => {
    const world = await aWorld();
    const mails = [
      aRawMail(),
      aRawMail({ headers: { 'Auto-Submitted': 'auto-replied' } }),
      aRawMail({ headers: { 'X-Nachfass': 'digest' } }),
      Buffer.from('nothing'),
      Buffer.alloc(0),
    ];
    for (const raw of mails) await receive(world, raw);
    expect(await world.intake.listSince('2026-11-01T00:00:00.000Z')).toHaveLength(mails.length);
  });
});

describe('rule 6: too much', () => {
  test('a mail over 40 MB is a lead that points at the raw mail', async () => {
    const world = await aWorld();
    const raw = Buffer.concat([aRawMail(), Buffer.alloc(41 * 1024 * 1024, 'a')]);
    const record = await receive(world, raw);
    expect(record.outcome).toBe('too-large');
    const [captured] = (await load(world, record.leadId)).timeline;
    expect(captured).toMatchObject({ type: 'captured', mail: { id: record.deliveryId } });
  });
});

describe('rule 20: attachments', () => {
  test('are kept beside the raw mail and listed on the lead', async () => {
    const world = await aWorld();
    const files = { 'wasser.jpg': { contentType: 'image/jpeg', content: 'a picture' } };
    const { leadId, deliveryId } = await receive(world, aRawMail({ files }));
    const [captured] = (await load(world, leadId)).timeline;
    expect(captured).toMatchObject({
      mail: {
        id: deliveryId,
        files: [{ index: 0, name: 'wasser.jpg', contentType: 'image/jpeg', bytes: 9 }],
      },
    });
    expect(
      await world.mailFiles.fileLink(deliveryId, { index: 0, name: 'wasser.jpg', contentType: 'image/jpeg' }),
    ).toBeTruthy();
  });
});

describe('no mail is lost', () => {
  test('line breaks smuggled into a subject end in no header of ours', async () => {
    const world = await aWorld();
    const Subject = '=?utf-8?Q?Bad=0D=0ABcc:_opfer@example.org=0D=0A=0D=0AText?=';
    const { leadId } = await receive(world, aRawMail({ headers: { Subject } }));
    await follow(world, leadId);
    for (const { subject, to } of world.mailer.sent) {
      expect(subject).not.toMatch(/[\r\n]/);
      expect(to).not.toContain('opfer@example.org');
    }
  });

  test('however a mail is damaged, it has one outcome and is kept', async () => {
    const bases = [
      aRawMail(),
      aRawMail({ files: { 'a.jpg': { contentType: 'image/jpeg', content: 'picture' } } }),
      aRawMail({ headers: { Subject: '=?iso-8859-1?Q?Heizung_f=E4llt_aus?=', 'Auto-Submitted': 'no' } }),
    ];
    const world = await aWorld();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...bases),
        fc.array(
          fc.record({
            at: fc.double({ min: 0, max: 1, noNaN: true }),
            byte: fc.nat(255),
            how: fc.nat(2),
            length: fc.nat(200),
          }),
          { minLength: 1, maxLength: 6 },
        ),
        async (base, damages) => {
          const raw = damages.reduce((mail, { at, byte, how, length }) => {
            const position = Math.floor(at * mail.length);
            if (how === 0)
              return Buffer.concat([
                mail.subarray(0, position),
                Buffer.from([byte]),
                mail.subarray(position + 1),
              ]);
            if (how === 1)
              return Buffer.concat([mail.subarray(0, position), mail.subarray(position + length)]);
            return Buffer.concat([mail.subarray(0, position + length), mail.subarray(position)]);
          }, base);
          const record = await receive(world, raw);
          expect(await world.intake.find(record.deliveryId)).toEqual(record);
          expect(await world.mailFiles.load(record.deliveryId)).toBeDefined();
        },
      ),
      { numRuns: 10_000 },
    );
  });
});
