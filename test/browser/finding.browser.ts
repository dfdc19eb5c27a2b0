import { expect } from 'vitest';
import { stories } from './a-desk.ts';

stories((story) => {
  story(
    'a request is found by name in any spelling, by the end of its number, by place, id and words',
    async (desk) => {
      const { system, logIn, machine } = desk;
      const name = `Annegret Müller-Roßbach ${machine.width}${machine.scripts ? 'a' : 'b'}`;
      const number = `0171 55${machine.width}${machine.scripts ? '12' : '34'}`;
      const id = await system.capture({
        name,
        phone: number,
        city: 'Fürstenfeldbruck',
        message: 'Unsere Wärmepumpe brummt im Keller.',
      });
      await system.quiet();
      const page = await logIn();
      const lastDigits = number.replaceAll(' ', '').slice(-5);
      for (const typed of [
        'mueller-rossbach',
        'Muller',
        'Miller',
        lastDigits,
        'fuerstenfeldbruck',
        id,
        'waermepumpe keller',
      ]) {
        await page.goto('/desk/search');
        await page.getByRole('searchbox').fill(typed);
        await page.getByRole('button', { name: 'Suchen' }).click();
        await page.locator('main').getByText(name).first().waitFor();
      }
      await page.goto('/desk/search?q=Zzyzx');
      expect(await page.locator('main').innerText()).not.toContain(name);
    },
  );

  story(
    'two entries of one person become one, and both numbers lead to all of it',
    async ({ system, logIn, machine }) => {
      const own = `${machine.width}${machine.scripts ? 'a' : 'b'}`;
      const first = { name: `Karla Doppel ${own}`, email: `karla.${own}@example.org` };
      const second = {
        name: `K. Doppel ${own}`,
        phone: `0176 77${machine.width}${machine.scripts ? '56' : '78'}`,
      };
      await system.capture({ ...first, message: 'Bad neu machen.' });
      await system.capture({ ...second, message: 'Wasserhahn tropft.' });
      await system.quiet();
      const page = await logIn('buero@muster-haustechnik.example');
      const open = async (name: string) => {
        await page.goto(`/desk/contacts?${new URLSearchParams({ q: name })}`);
        await page
          .getByRole('link', { name: `Doppel ${own}` })
          .first()
          .click();
        await page.getByRole('heading', { level: 1, name: /Doppel/ }).waitFor();
      };
      await open(first.name);
      await page.getByRole('link', { name: 'Mit einer anderen Person zusammenlegen' }).click();
      await page.getByRole('searchbox').fill(second.name);
      await page.getByRole('button', { name: 'Suchen' }).click();
      await page
        .getByRole('link', { name: new RegExp(second.name.replace('.', '\\.')) })
        .first()
        .click();
      const done = page.waitForResponse((response) => response.request().method() === 'POST');
      await page.locator('main form button').last().click();
      await done;
      await page.waitForLoadState();
      for (const { name } of [first, second]) {
        await open(name);
        const text = await page.locator('main').innerText();
        expect(text).toContain('Bad neu machen.');
        expect(text).toContain('Wasserhahn tropft.');
      }
    },
  );
});
