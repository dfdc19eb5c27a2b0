import { expect } from 'vitest';
import { stories } from './a-desk.ts';

/** The same on each machine, and no other. */
const own = ({ width, scripts }: { width: number; scripts: boolean }) => `${width}${scripts ? '1' : '0'}`;

stories((story) => {
  story('a call is a request after less than ten interactions', async ({ system, logIn, machine }) => {
    const name = `Karl Anrufer ${own(machine)}`;
    const page = await logIn();
    let interactions = 0;
    const did = async (done: Promise<unknown>) => {
      interactions += 1;
      await done;
    };
    await did(page.getByRole('link', { name: 'Anruf', exact: true }).click());
    await did(page.getByLabel('Telefon').fill(`0170 55${own(machine)}1`));
    await did(page.getByLabel('Name').fill(name));
    await did(page.getByRole('radio', { name: 'Reparatur' }).check());
    await did(page.getByLabel('Was der Kunde will').fill('Der Wasserhahn tropft.'));
    await did(page.getByRole('radio', { name: 'Bald' }).check());
    await did(page.getByRole('radio', { name: 'Empfehlung' }).check());
    await did(page.getByRole('button', { name: 'Anfrage anlegen' }).click());
    await page.waitForURL(/\/desk\/leads\//);
    await page.getByText('Anruf erfasst.').waitFor();
    expect(interactions).toBeLessThan(10);
    const lead = (await system.leads()).find((one) => one.contact.name === name);
    expect(lead).toMatchObject({ source: 'word-of-mouth', request: { kind: 'repair', urgency: 'soon' } });

    // He calls again: it belongs to what is open.
    await page.goto('/desk/call');
    await page.getByLabel('Telefon').pressSequentially(`017055${own(machine)}1`);
    await page.getByLabel('Was der Kunde will').fill('Wann kommt jemand?');
    await page.getByRole('radio', { name: 'Bald' }).check();
    if (!machine.scripts) await page.getByRole('button', { name: 'Anfrage anlegen' }).click();
    await page.getByRole('radio', { name: 'Gehört zu: Der Wasserhahn tropft.' }).check();
    await page.getByRole('button', { name: 'Anfrage anlegen' }).click();
    await page.getByText('Anruf erfasst.').waitFor();
    const again = (await system.leads()).filter((one) => one.contact.phoneE164 === lead?.contact.phoneE164);
    expect(again).toHaveLength(1);
    expect(again[0]?.timeline.some((event) => event.type === 'noted')).toBe(true);
  });

  story('a step is taken with one tap, and taken back', async ({ system, logIn, machine }) => {
    const name = `Rosa Zurück ${own(machine)}`;
    const id = await system.capture({
      name,
      phone: `0170 66${own(machine)}1`,
      message: 'Bad neu machen.',
      kind: 'project',
    });
    await system.quiet();
    const page = await logIn();
    const request = page.locator(`#r-${id}`);
    await request.getByText('Mehr').click();
    await request.getByRole('button', { name: 'Nicht erreicht' }).click();
    await page.getByText('angerufen, nicht erreicht').waitFor();
    expect((await system.lead(id)).stage).toBe('first-contact');
    await page.getByRole('button', { name: 'Rückgängig' }).click();
    await page.getByText('Rückgängig gemacht.').waitFor();
    expect((await system.lead(id)).stage).toBe('new');
  });

  story(
    'an emergency is taken by one of them, and the other sees by whom',
    async ({ system, logIn, machine }) => {
      const id = await system.capture({
        name: `Otto Rohr ${own(machine)}`,
        phone: `0170 77${own(machine)}1`,
        message: 'Wasserrohrbruch im Keller!',
        urgency: 'now',
      });
      await system.quiet();
      const page = await logIn();
      await page.locator(`#r-${id}`).getByRole('button', { name: 'Ich übernehme' }).click();
      await page.locator('.told-step').waitFor();
      const office = await logIn('buero@muster-haustechnik.example');
      await office.locator(`#r-${id}`).getByText('Martin Muster kümmert sich').waitFor();
    },
  );
});

stories(
  (story) => {
    story('a new request appears by itself', async ({ system, logIn, machine }) => {
      const name = `Nina Neu ${own(machine)}`;
      const page = await logIn();
      await system.capture({ name, phone: `0170 88${own(machine)}1`, message: 'Heizung wird nicht warm.' });
      await page.getByRole('link', { name }).waitFor({ timeout: 10_000 });
    });
  },
  ({ scripts }) => scripts,
);
