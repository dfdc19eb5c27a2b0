import { expect } from 'vitest';
import { type Desk, stories } from './a-desk.ts';

/** Somebody who was called and not reached: the next mail to him is two working days ahead. */
async function aSilentCustomer(
  { system, machine }: Desk,
  who: string,
): Promise<{ id: string; email: string }> {
  const email = `${who}${machine.width}${machine.scripts}@example.org`;
  const id = await system.capture({
    name: `Rita ${who}`,
    email,
    address: 'Lindenweg 7',
    city: 'Dachau',
    message: 'Unser Bad soll neu werden.',
  });
  await system.quiet();
  return { id, email };
}

const mailsTo = async ({ system }: Desk, email: string) =>
  (await system.mailbox()).filter(({ to }) => to.includes(email));

stories((story) => {
  story('a mail is left out, and does not go', async (desk) => {
    const { id, email } = await aSilentCustomer(desk, 'still');
    const page = await desk.logIn();
    await page.goto(`/desk/leads/${id}`);
    await page.getByRole('link', { name: 'Nicht erreicht', exact: true }).click();
    await page.locator('main form button').first().click();
    await page.goto(`/desk/leads/${id}`);
    await page.getByText('Bitte um Rückruf', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Auslassen' }).click();
    await page.getByText('Diese E-Mail geht nicht hinaus.').waitFor();
    await page.getByText('Bitte um Rückruf (2.)', { exact: true }).waitFor();
    const before = (await mailsTo(desk, email)).length;
    await desk.system.advance('P4D');
    expect(await mailsTo(desk, email)).toHaveLength(before);
    expect((await desk.system.lead(id)).timeline.some(({ type }) => type === 'mail-skipped')).toBe(true);
  });

  story('of two people on one request the second reads who was faster, and loses nothing', async (desk) => {
    const { id } = await aSilentCustomer(desk, 'zwei');
    const [first, second] = [await desk.logIn(), await desk.logIn('buero@muster-haustechnik.example')];
    for (const page of [first, second]) {
      await page.goto(`/desk/leads/${id}`);
      await page.locator('#facts-place summary').click();
    }
    const save = async (page: typeof first, street: string) => {
      await page.locator('#facts-place [name=address]').fill(street);
      await page.locator('#facts-place').getByRole('button', { name: 'Speichern' }).click();
      await page.waitForLoadState();
    };
    await save(first, 'Neue Straße 7');
    await save(second, 'Alte Straße 9');
    await second.getByText('Martin Muster, gerade eben: Angaben ergänzt').waitFor();
    expect(await second.locator('#facts-place [name=address]').inputValue()).toBe('Alte Straße 9');
    expect((await desk.system.lead(id)).contact.address).toBe('Neue Straße 7');
    await second.locator('#facts-place').getByRole('button', { name: 'Speichern' }).click();
    await second.getByRole('status').waitFor();
    expect((await desk.system.lead(id)).contact.address).toBe('Alte Straße 9');
  });

  story('a note stays here, and an answer goes to the customer', async (desk) => {
    const { id, email } = await aSilentCustomer(desk, 'wort');
    const page = await desk.logIn();
    await page.goto(`/desk/leads/${id}`);
    await page.getByLabel('Notiz für den Betrieb').fill('Hund im Garten');
    await page.getByRole('button', { name: 'Notieren' }).click();
    await page.locator('.said.own').getByText('Hund im Garten').waitFor();
    await page.getByLabel('Antwort an den Kunden').fill('Guten Tag, passt Ihnen Donnerstag um 9 Uhr?');
    await page.getByRole('button', { name: 'An den Kunden schicken' }).click();
    await page.getByText('Ihre Antwort ist auf dem Weg zum Kunden.').waitFor();
    const texts = (await mailsTo(desk, email)).map(({ text }) => text).join('\n');
    expect(texts).toContain('passt Ihnen Donnerstag um 9 Uhr?');
    expect(texts).not.toContain('Hund');
  });
});
