import { describe, expect, test } from 'vitest';
import { aDelivery, aRawMail } from '../../support/a-raw-mail.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { fromErika, receive, withErika } from './a-mailbox.ts';

describe('rule 21: verdicts', () => {
  const failing = (verdict: 'spam' | 'virus') => ({
    verdicts: { ...aDelivery('x').verdicts, [verdict]: 'fail' as const },
  });

  test('spam is kept aside where no list shows it, and can become a lead', async () => {
    const world = await aWorld();
    const record = await receive(world, aRawMail(), failing('spam'));
    expect(record.outcome).toBe('spam-quarantined');
    expect(await world.leads.listOpen()).toEqual([]);
    expect((await world.leads.loadSpam(record.leadId ?? ''))?.contact.email).toBe(
      'joerg.weiss@customer.test',
    );
  });

  test('the customer of a thread is heard whatever the verdict says', async () => {
    const { world, lead, address } = await withErika();
    const raw = aRawMail({ headers: { ...fromErika, To: address } });
    expect(await receive(world, raw, failing('spam'))).toMatchObject({
      outcome: 'reply-appended',
      leadId: lead.id,
    });
  });

  test('with a virus the mail is a lead, flagged, and its files are not kept', async () => {
    const world = await aWorld();
    const files = { 'rechnung.exe': { contentType: 'application/x-msdownload', content: 'evil' } };
    const kept: number[] = [];
    const watched = {
      ...world,
      mailFiles: {
        ...world.mailFiles,
        keepFile: async (_: string, { index }: { index: number }) => {
          kept.push(index);
        },
      },
    } as unknown as World;
    const record = await receive(watched, aRawMail({ files }), failing('virus'));
    expect(record).toMatchObject({ outcome: 'lead-created', flags: ['virus'] });
    expect(kept).toEqual([]);
  });
});
