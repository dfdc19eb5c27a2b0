/** The page behind "… und 5 weitere" of any list: all that is open, in the sections of the digest. */
import { describe, expect, test } from 'vitest';
import { personAt } from '../../../domain/business/people.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { aLeadIn } from '../../support/a-walk.ts';
import { aWorld } from '../../support/a-world.ts';
import { aCompany } from '../../support/company.ts';
import { textOf } from '../../support/read-page.ts';
import { link, request } from './a-phone.ts';

const jonas = 'jonas@muster-haustechnik.example';
const company = aCompany();
const keyOf = (email: string) => personAt(company, email)?.key;

const called = (lead: Lead, number: number, overrides: Partial<Lead> = {}): Lead => ({
  ...lead,
  id: `7K2M9QX${String(number).padStart(3, '0')}`,
  contact: { ...lead.contact, name: `Kunde ${number}.` },
  ...overrides,
});
const owed = (number: number, overrides: Partial<Lead> = {}) =>
  called({ ...aLeadIn('opportunity'), waitsFor: 'owner' }, number, overrides);

async function open(leads: readonly Lead[], person?: string) {
  const world = await aWorld({ leads });
  const [first] = leads;
  if (!first) throw new Error('No lead');
  return request(world, 'GET', link(world, first, 'open-requests', { leadId: undefined, person }));
}

describe('the page of all open requests', () => {
  test('has each of them in its section, however many there are, with the way to its page', async () => {
    const many = Array.from({ length: 60 }, (_, index) => owed(index + 1));
    const page = await open([...many, called(aLeadIn('new'), 61)]);
    expect(page.status).toBe(200);
    expect(textOf(page)).toContain('Heute sind Sie dran (60)');
    expect(textOf(page)).toContain('Neue Anfragen (1)');
    for (const { contact } of many) expect(page.body).toContain(contact.name);
    expect(page.body.match(/\/a\/[^"]*\.view\./g)).toHaveLength(61);
    expect(page.body).toContain('id="due-today"');
  });

  test('says so when there is nothing', async () => {
    expect(textOf(await open([called(aLeadIn('won'), 1)]))).toContain('Gerade ist nichts offen.');
  });

  test('of staff has what is his, and emergencies', async () => {
    const his = owed(1, { assignedTo: jonas });
    const page = textOf(await open([his, owed(2), called(aLeadIn('service'), 3)], keyOf(jonas)));
    expect(page).toContain('Kunde 1.');
    expect(page).not.toContain('Kunde 2.');
    expect(page).toContain('Kunde 3.');
  });
});
