import { describe, expect, test } from 'vitest';
import type { Lead } from '../../../domain/lead/lead.ts';
import { thankYouPage } from '../../../views/page/thank-you.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn, monday10 } from '../../support/a-walk.ts';
import { aCompany } from '../../support/company.ts';
import { textOf } from '../../support/read-page.ts';

const shown = async (lead: Lead) => ({ body: await thankYouPage(lead, aCompany(), monday10) });

describe('whoever sent a request', () => {
  test('gets a page that thanks, with the reference, and reads where the confirmation goes', async () => {
    const page = await shown(aLead());
    expect(textOf(page)).toContain('Danke, Ihre Anfrage ist da.');
    expect(textOf(page)).toContain('7K2M9QX4TD');
    expect(textOf(page)).toContain('Wir schreiben Ihnen an erika.muster@example.org.');
    expect(page.body).toContain('<html lang="de">');
  });

  test('gets it in English', async () => {
    const page = await shown(aLead({ contact: { email: 'erika@example.de', language: 'en' } }));
    expect(textOf(page)).toContain('Thank you, we have your request.');
    expect(page.body).toContain('<html lang="en">');
  });

  test('reads in an emergency where to call, and what to do about gas', async () => {
    const emergency = aLeadIn('service');
    const page = await shown({ ...emergency, request: { ...emergency.request, gas: true } });
    expect(textOf(page)).toContain('Wir rufen Sie sofort zurück.');
    expect(textOf(page)).toContain('rufen Sie unter 089 / 123 45 67 an');
    expect(textOf(page)).toContain('Fenster öffnen.');
    expect(page.body).toContain('href="tel:+49891234569"');
  });

  test('is asked to call where an emergency came without a number', async () => {
    const page = await shown({ ...aLeadIn('service'), contact: { email: 'a@example.de', language: 'de' } });
    expect(textOf(page)).toContain('Bitte rufen Sie uns gleich an.');
  });
});

describe('a business without a night service', () => {
  const company = aCompany({
    emergency: { nightService: false, instead: { name: 'Notdienst Huber', phone: '+49 89 7777' } },
  });
  const sunday3 = '2026-11-29T02:00:00.000Z';
  const emergency = aLeadIn('service');

  test('promises nothing at night: it says when somebody is there and whom to call instead', async () => {
    const page = textOf({ body: await thankYouPage(emergency, company, sunday3) });
    expect(page).toContain('Wir sind morgen um 08:00 Uhr für Sie da.');
    expect(page).toContain('Notdienst Huber');
    expect(page).toContain('+49 89 7777');
    expect(page).not.toMatch(/sofort zurück|alarmiert/);
  });

  test('calls back at once by day', async () => {
    expect(textOf({ body: await thankYouPage(emergency, company, monday10) })).toContain('sofort zurück');
  });
});
