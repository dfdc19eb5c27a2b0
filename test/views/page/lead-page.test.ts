import { describe, expect, test } from 'vitest';
import type { Lead } from '../../../domain/lead/lead.ts';
import { leadPage } from '../../../views/page/lead-page.ts';
import { aLead } from '../../support/a-lead.ts';
import { mailWithFiles as mail } from '../../support/a-mail-reference.ts';
import { aLeadIn, when } from '../../support/a-walk.ts';
import { linksOf, textOf } from '../../support/read-page.ts';
import { aPageContext } from './a-page.ts';

const shown = async (lead: Lead) => ({ body: await leadPage(lead, aPageContext()) });

test('the page of a lead tells everything: who, what, where it stands, and what happened', async () => {
  const page = await shown(aLeadIn('quoted'));
  const text = textOf(page);
  for (const words of [
    'Erika Muster',
    'Wir möchten unser Bad erneuern',
    'Angebot beim Kunden',
    'Der Kunde ist dran.',
    'Wahrscheinlichkeit 75 %',
    'Wert 11.500 €',
    'Gewichtet 8.625 €',
    'Anfrage aufgenommen (Website)',
    'Mo, 23.11., 09:00 Uhr',
    'Von „Neu“ auf „Angebot beim Kunden“',
  ]) {
    expect(text).toContain(words);
  }
  const links = linksOf(page);
  expect(links.get('Anrufen: 089 / 123 45 67')).toBe('tel:+49891234567');
  expect(links.get('E-Mail schreiben')).toMatch(/^mailto:erika\.muster@example\.org\?subject=/);
  expect([...links.keys()]).toEqual(
    expect.arrayContaining(['Gewonnen', 'Verloren', 'Später', 'Wert und Angaben', 'Andere Stufe']),
  );
});

test.each([
  ['mark-spam', 'Grund Spam'],
  ['erase', 'Grund Daten gelöscht'],
] as const)('a lead that %s closed says so, though nobody gave a reason', async (type, words) => {
  const { lead } = when(aLeadIn('quoted'), { type });
  expect(lead.reason).toBeUndefined();
  expect(textOf(await shown(lead))).toContain(words);
});

test('the address of an earlier request leads to its page', async () => {
  const page = await shown(aLead({ relatedTo: '0000000001' }));
  expect(linksOf(page).get('0000000001')).toBe('/a/0000000001.view');
});

test('what is not known has no row', async () => {
  const page = await shown(aLead({ request: { urgency: 'planned', gas: false, extra: [] } }));
  expect(page.body).not.toContain('<dd></dd>');
  expect(page.body).not.toContain('<dt>Budget</dt>');
});

describe('the page of a lead with mails', () => {
  const replied = (from?: string): Lead =>
    when(aLead(), { type: 'record-reply', text: 'Anbei die Fotos.', mail, from }, { by: 'customer' }).lead;

  test('shows the answer on top and offers the pictures first', async () => {
    const page = await shown(replied());
    expect(page.body).toContain('Anbei die Fotos.');
    expect(page.body).not.toContain('Wasser<b>');
    const [first, second] = [...linksOf(page).values()].filter((url) => url.startsWith('?mail='));
    expect(first).toBe('?mail=delivery-1&file=1');
    expect(second).toBe('?mail=delivery-1&file=0');
    expect(page.body).toContain('1,2 MB');
  });

  test('names a stranger who answered', async () => {
    expect((await shown(replied('fremd@example.org'))).body).toContain('fremd@example.org');
  });

  test('tells which portal it came by, until when, and links nowhere else than to a page', async () => {
    const portal = { name: 'MyHammer', url: 'https://www.my-hammer.de/auftrag/7', deadline: '26.11.2026' };
    const page = await shown(aLead({ source: 'portal', muted: 'portal', attribution: { utm: {}, portal } }));
    expect(page.body).toContain('href="https://www.my-hammer.de/auftrag/7"');
    expect(page.body).toContain('26.11.2026');
    const bad = { ...portal, url: 'javascript:alert(1)' };
    const other = await shown(aLead({ source: 'portal', attribution: { utm: {}, portal: bad } }));
    expect(other.body).not.toContain('javascript:');
  });
});

test('an uncertain mail is told with what to do about it, and one to the owner only on the timeline', async () => {
  const uncertain = {
    type: 'record-mail',
    mail: {
      type: 'acknowledged',
      mail: 'acknowledgement',
      number: 1,
      key: 'g1#acknowledgement#1',
      outcome: 'uncertain',
      at: '2026-11-23T09:00:00.000Z',
    },
  } as const;
  const { lead } = when(aLead(), uncertain, { by: 'system' });
  const text = textOf(await shown(lead));
  expect(text).toContain('Bei einer E-Mail an den Kunden ist unklar, ob sie hinausging.');
  expect(text).toContain('Bitte rufen Sie kurz an; mit „Erreicht“ ist es erledigt.');
  expect(text).toContain('Unklar, ob diese E-Mail hinausging: Eingangsbestätigung. Bitte beim Kunden');
  const called = when(lead, { type: 'note-contact-attempt', reached: true }).lead;
  expect(textOf(await shown(called))).not.toContain('Bei einer E-Mail an den Kunden');

  const alert = {
    ...uncertain.mail,
    type: 'owner-alerted',
    mail: 'new-lead-alert',
    key: 'g1#new-lead-alert#1',
  } as const;
  const command = { type: 'record-mail', mail: { ...alert, to: 'owner' } } as const;
  const noted = textOf(await shown(when(aLead(), command, { by: 'system' }).lead));
  expect(noted).toContain('Unklar, ob diese E-Mail an Sie hinausging: Meldung der Anfrage');
  expect(noted).not.toContain('Bitte rufen Sie kurz an');
});

test('numbers that the customer was told besides stand with the dates', async () => {
  const text = textOf(await shown({ ...aLead(), otherNumbers: ['7K2M9QX4TE', '7K2M9QX4TF'] }));
  expect(text).toContain('Dem Kunden auch genannt 7K2M9QX4TE, 7K2M9QX4TF');
  expect(textOf(await shown(aLead()))).not.toContain('auch genannt');
});

test('an answer that waits for our sender says so, as long as somebody still tries it', async () => {
  const since = '2026-11-23T08:30:00.000Z';
  const held = (until: string) => ({ ...aLeadIn('quoted'), answerHeld: { since, until } });
  const waits = textOf(await shown(held('2027-11-24T08:30:00.000Z')));
  expect(waits).toMatch(/Ihre Antwort wartet seit .*09:30.*Eilt es, rufen Sie bitte an/);
  expect(textOf(await shown(held(since)))).not.toContain('Ihre Antwort wartet');
  expect(textOf(await shown(aLeadIn('quoted')))).not.toContain('Ihre Antwort wartet');
});
