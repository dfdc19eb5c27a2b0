import { expect } from 'vitest';
import { owner, stories } from './a-desk.ts';

const linkIn = (text: string): string => /http:\S+\/desk\/login\/\S+/.exec(text)?.[0] ?? '';

stories((story) => {
  story('the owner asks for a link, finds it in his mailbox and is in', async ({ system, visit }) => {
    const page = await visit();
    await page.goto('/desk');
    await page.getByLabel('Ihre E-Mail-Adresse').fill(owner);
    await page.getByRole('button', { name: 'Link schicken' }).click();
    await page.getByRole('heading', { name: 'Bitte ins Postfach schauen' }).waitFor();
    const mail = await system.newestTo(owner);
    await page.goto(linkIn(mail.text));
    await page.getByRole('button', { name: 'Anmelden' }).click();
    await page.waitForURL(/\/desk$/);
    expect(await page.getByRole('link', { name: 'Heute' }).getAttribute('aria-current')).toBe('page');
  });
});
