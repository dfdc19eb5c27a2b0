import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTable } from '../../adapters/dynamodb/open-table.ts';
import { sqsDeliveryQueue } from '../../adapters/sqs/delivery-queue.ts';
import { tableHeldDeliveries } from '../../adapters/table/held-deliveries.ts';
import { comesAgain } from '../../domain/ports/held-deliveries.ts';
import { addMinutes } from '../../domain/time/local-time.ts';
import { mailNotice } from '../../functions/receive-mail/mail-notice.ts';
import { aDelivery } from '../support/a-raw-mail.ts';
import { startDynalite, type TestDatabase } from '../support/dynalite.ts';
import { aQueue } from '../support/queue.ts';
import { aSqliteTable } from '../support/sqlite.ts';
import { heldDeliveriesContract } from './held-deliveries.contract.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.close());

heldDeliveriesContract('DynamoDB', async () => tableHeldDeliveries(openTable(await database.createTable())));
heldDeliveriesContract('SQLite', () => tableHeldDeliveries(aSqliteTable()));

const since = '2026-11-23T08:00:00.000Z';

test('an item that is damaged hides no other, is named, and ends 60 days after the last try', async () => {
  const table = aSqliteTable();
  const unreadable: string[] = [];
  const store = tableHeldDeliveries(table, { onUnreadable: ({ message }) => unreadable.push(message) });
  await store.hold({ delivery: aDelivery('a'), about: 'a', since, triedAt: since });
  await table.put({ pk: 'HELD-DELIVERIES', sk: 'b', delivery: {} });
  expect((await store.list()).map(({ delivery }) => delivery.id)).toEqual(['a']);
  expect(unreadable).toEqual([expect.stringContaining('The mail b that waits')]);
  const item = await table.get({ pk: 'HELD-DELIVERIES', sk: 'a' });
  expect(item?.expiresAt).toBe(Date.parse('2027-01-22T08:00:00.000Z') / 1000);
});

test('what is put into the queue of mails once more is what its function understands, in its order', async () => {
  const { client, bodies } = aQueue();
  const verdicts = {
    ...aDelivery('a').verdicts,
    dkimDomains: ['muster.example'],
    dmarcDomain: 'muster.example',
  };
  const waited = ['a', 'b'].map((id) => ({ delivery: aDelivery(id, { envelopeFrom: '', verdicts }), since }));
  await sqsDeliveryQueue({ client, queueUrl: 'https://sqs.example/mail' }).putAgain(waited);
  expect(bodies.map((body) => mailNotice.parse(JSON.parse(body)))).toEqual([{ again: waited }]);
});

test('what the queue has had for longer than it tries comes by itself no more', () => {
  const held = { delivery: aDelivery('a'), about: 'a', since, triedAt: since };
  const queued = { ...held, queuedAt: since };
  expect(comesAgain(held, addMinutes(since, 10_000))).toBe(true);
  expect(comesAgain(queued, addMinutes(since, 72))).toBe(true);
  expect(comesAgain(queued, addMinutes(since, 121))).toBe(false);
});
