/** What a customer has said he is not asked again, by whichever door he said it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalSystem, startLocalSystem } from '../support/local-system.ts';

const owner = 'chef@muster-haustechnik.example';
const oneLine = (text: string) => text.replace(/\s+/g, ' ');
const asking = /Was soll gemacht werden|Bis wann soll|Welchen Betrag/;

let system: LocalSystem;
beforeAll(async () => {
  system = await startLocalSystem({ now: '2026-11-23T08:00:00.000Z' });
});
afterAll(() => system?.stop());

/** The owner brings the request to where the customer is waited for and reminded. */
async function talkedTo(email: string, fields: Readonly<Record<string, unknown>>): Promise<string> {
  const id = await system.capture({ name: 'Karla Kunde', email, ...fields });
  await system.quiet();
  const page = (await system.newestTo(owner)).html;
  await system.press('Erreicht', page, { next: 'customer' });
  return id;
}

describe('somebody who wrote all of it into the form and was talked to', () => {
  test('is asked none of it in any reminder', async () => {
    const email = 'bad@kunde.example';
    await talkedTo(email, { message: 'neues Bad, 7 qm, 20.000 €, bis April' });
    await system.advance('P30D');
    const mails = await system.mailsTo(email);
    expect(mails.length).toBeGreaterThan(2);
    for (const { text } of mails) expect(oneLine(text)).not.toMatch(asking);
  });
});

describe('somebody with something broken', () => {
  test('is asked for no budget', async () => {
    const email = 'hahn@kunde.example';
    await talkedTo(email, { message: 'Der Wasserhahn in der Küche tropft', kind: 'repair' });
    await system.advance('P30D');
    const mails = await system.mailsTo(email);
    expect(mails.length).toBeGreaterThan(2);
    for (const { text } of mails) expect(oneLine(text)).not.toMatch(asking);
  });
});
