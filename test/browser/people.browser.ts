import type { CDPSession, Page } from 'playwright-core';
import { expect } from 'vitest';
import { owner, stories } from './a-desk.ts';

/** A device that holds passkeys, and whose holder always shows his finger. */
async function aDeviceWithPasskeys(page: Page): Promise<CDPSession> {
  const device = await page.context().newCDPSession(page);
  await device.send('WebAuthn.enable');
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return device;
}

stories((story) => {
  story('somebody adds a passkey, logs out, and is in again without a mail', async ({ logIn, machine }) => {
    const page = await logIn('jonas@muster-haustechnik.example');
    await aDeviceWithPasskeys(page);
    await page.getByRole('link', { name: 'Ich' }).click();
    const add = page.getByRole('button', { name: 'Passkey auf diesem Gerät hinzufügen' });
    if (!machine.scripts) {
      expect(await add.isVisible()).toBe(false);
      await page.getByText('Skripte ausführen darf').waitFor();
      return;
    }
    await add.click();
    await page.getByText('Der Passkey ist eingerichtet.').waitFor();
    await page.getByRole('region', { name: 'Angemeldete Geräte' }).getByRole('listitem').first().waitFor();
    await page.getByRole('button', { name: 'Überall abmelden' }).click();
    await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
    await page.goto('/desk/team');
    await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click();
    await page.waitForURL(/\/desk\/team$/);
    await page.getByRole('heading', { name: 'Team' }).waitFor();
  });

  story('the owner adds a person, ends her device, and removes her', async ({ logIn, machine }) => {
    const email = `lena.${machine.width}.${machine.scripts}@example.de`;
    const name = `Lena ${machine.width} ${machine.scripts}`;
    const page = await logIn(owner);
    await page.getByRole('link', { name: 'Team' }).click();
    await page.getByRole('link', { name: '+ Person' }).click();
    await page.getByLabel('Name').fill(name);
    await page.getByLabel('E-Mail-Adresse').fill(email);
    await page.getByRole('radio', { name: 'Außendienst' }).check();
    await page.getByRole('button', { name: 'Hinzufügen' }).click();
    await page.getByText('Die Person ist jetzt dabei').waitFor();

    const hers = await logIn(email);
    await page.getByRole('link', { name }).click();
    await page.getByRole('button', { name: 'Chrome auf Linux abmelden' }).click();
    await page.getByText('Zurzeit ist kein Gerät angemeldet.').waitFor();
    await hers.goto('/desk');
    expect(new URL(hers.url()).pathname).toBe('/desk/login');

    await page.getByRole('link', { name: 'Person entfernen' }).click();
    await page.getByRole('button', { name: 'Entfernen' }).click();
    await page.getByText('Die Person ist entfernt.').waitFor();
    expect(await page.getByText(email).count()).toBe(0);
  });
});
