import { describe, expect, test } from 'vitest';
import type { Lead } from '../../../domain/lead/lead.ts';
import { newLeadAlert } from '../../../views/mail/new-lead-alert.ts';
import { aLead } from '../../support/a-lead.ts';
import { aCompany } from '../../support/company.ts';
import { actions, now, viewUrl } from './every-mail.ts';
import { links, seen } from './reading.ts';

const company = aCompany();
const base = aLead();
const emergency = aLead({
  stage: 'service',
  request: {
    message: 'Rohrbruch im Keller!\nBitte schnell.',
    kind: 'repair',
    kindWord: 'Rohrbruch',
    urgency: 'now',
    urgencyWord: 'Rohrbruch',
    gas: false,
    extra: [],
  },
});

function alerted(lead: Lead = base) {
  const mail = newLeadAlert({ lead, company, now, actions, viewUrl });
  return { ...mail, flat: mail.text.replace(/\s+/g, ' ') };
}

describe('the alert about a request', () => {
  test('says in the subject who wants what from where', () => {
    expect(alerted().subject).toBe('Erika Muster, München – Bad: Neue Anfrage [7K2M9QX4TD]');
  });

  test('names somebody without a name by the number, or the address', () => {
    const byPhone = aLead({ contact: { language: 'de', phone: '0171 1234567' } });
    const byMail = aLead({ contact: { language: 'de', email: 'e@example.org' } });
    expect(alerted(byPhone).subject).toContain('0171 1234567 – Bad');
    expect(alerted(byMail).subject).toContain('e@example.org – Bad');
  });

  test('has all that came in, as text and as HTML', () => {
    const lead = aLead({
      contact: { ...base.contact, language: 'en' },
      source: 'portal',
      request: {
        ...base.request,
        kindWord: 'Bad',
        installation: 'Bad, 8 m²',
        timeframe: 'bis Ostern',
        budget: '15.000 €',
        extra: [{ name: 'Stockwerk', value: 'Erdgeschoss\nlinks' }],
      },
      consent: {
        at: base.capturedAt,
        wording: 'Ja, schreiben Sie mir.',
        page: 'https://muster.example/kontakt',
      },
      attribution: {
        page: 'https://muster.example/bad',
        referrer: 'https://suche.example/',
        utm: { utm_source: 'suche', utm_campaign: 'bad-2026' },
      },
    });
    const mail = alerted(lead);
    for (const fact of [
      'Projekt (erkannt an „Bad“)',
      'geplant',
      'Portal',
      '089 / 123 45 67',
      'erika.muster@example.org',
      'Lindenweg 7, 80331 München',
      'Bad, 8 m²',
      'bis Ostern',
      '15.000 €',
      'Erdgeschoss / links',
      'Montag, 23. November 2026, 09:00 Uhr',
      'Englisch',
      'source: suche, campaign: bad-2026',
      'https://muster.example/bad',
      'https://suche.example/',
      'Ja, schreiben Sie mir.',
      'https://muster.example/kontakt',
      '7K2M9QX4TD',
    ])
      expect([mail.flat.includes(fact), seen(mail.html).includes(fact)], fact).toEqual([true, true]);
  });

  test('has the message with its paragraphs, however long', () => {
    const message = `Anfang\n\n${'Mitte '.repeat(1_500)}\n\nEnde`;
    const mail = alerted(aLead({ request: { ...base.request, message } }));
    expect(mail.text).toMatch(/^> Anfang\n>\n> Mitte/m);
    expect(mail.text).toMatch(/^> Ende$/m);
    expect(mail.html).toContain('Anfang<br><br>Mitte');
  });

  test('calls, writes and finds with one tap, and every action is a button', () => {
    const urls = links(alerted().html);
    expect(urls).toContain('tel:+49891234567');
    expect(urls).toContain('mailto:erika.muster@example.org?subject=Ihre%20Anfrage%20%5B7K2M9QX4TD%5D');
    expect(urls.some((url) => url.startsWith('https://www.google.com/maps/'))).toBe(true);
    for (const { url } of actions) expect(urls.filter((link) => link === url)).toHaveLength(1);
  });

  test('says that there is no consent to advertising if there is none', () => {
    expect(alerted().flat).toContain('Einwilligung: keine für Werbung');
  });

  test('has twelve answers beside the message, and says how many more there are', () => {
    const extra = Array.from({ length: 17 }, (_, index) => ({
      name: `Frage ${index}`,
      value: `ja, ${index}`,
    }));
    const { text } = alerted(aLead({ request: { ...base.request, extra } }));
    expect(text).toContain('Frage 11: ja, 11');
    expect(text).not.toContain('Frage 12');
    expect(text).toContain('… und 5 weitere Angaben auf der Seite der Anfrage');
    expect(text.indexOf(base.request.message ?? '?')).toBeLessThan(text.indexOf('Frage 0'));
  });

  test.each([
    ['form_id', '2'],
    ['formName', 'Kontakt'],
    ['_wpnonce-et-pb-contact-form', 'a81f2c'],
    ['HandshakeKey', 'geheim'],
    ['context.hutk', 'c9f1'],
    ['submittedAt', '1795424400000'],
    ['namedValues.Zeitstempel', '23.11.2026 10:00:00'],
    ['gclid', 'Cj0KCQiA'],
    ['fc_source', '2f1d9c84-1b2c-4a5d-9e8f-1234567890ab'],
    ['pruefsumme', '9f2c1aa84be0d3f7c6a1'],
    ['Gerät', 'Mozilla/5.0 (Macintosh)'],
    ['Herkunftsadresse', '203.0.113.9'],
    ['gesendet', '2026-11-23T09:00:00Z'],
    ['felder', '[{"id":1,"label":"Name"}]'],
    ['Stockwerk', '-'],
    ['Anmerkung 2', 'k.A.'],
  ])('keeps what the form says about itself on the page of the lead: %s', (name, value) => {
    const extra = [
      { name: 'Stockwerk', value: 'Erdgeschoss' },
      { name, value },
    ];
    const { text } = alerted(aLead({ request: { ...base.request, extra } }));
    expect(text).toContain('Stockwerk: Erdgeschoss');
    expect(text).not.toContain(`: ${value}`);
    expect(text).not.toContain('weitere Angabe');
  });

  test.each([
    ['Wunschtermin', '12.12.2026'],
    ['Haustiere', 'keine'],
    ['WP Modell', 'Viessmann 250-A'],
    ['Rückruf', 'ja'],
    ['Baujahr', '1987'],
    ['Zählernummer', '1ESY1160012345'],
    ['Bemerkung', 'Schlüssel liegt beim Hausmeister'],
    ['Firma', 'Kunde GmbH'],
    ['website', 'https://www.kunde.example'],
    ['Kundennummer', '4711'],
  ])('has what somebody filled in: %s', (name, value) => {
    expect(alerted(aLead({ request: { ...base.request, extra: [{ name, value }] } })).flat).toContain(
      `: ${value}`,
    );
  });

  test('shows pages and campaigns without the numbers of clicks', () => {
    const attribution = {
      page: 'https://muster.example/bad?gclid=Cj0KCQiA&thema=dusche',
      referrer: 'https://suche.example/?fbclid=IwAR0',
      utm: {
        utm_source: 'suche',
        utm_campaign: 'bad-2026',
        utm_id: '120210',
        utm_content: '9f2c1aa84be0d3f7',
      },
    };
    const { flat } = alerted(aLead({ attribution }));
    expect(flat).toContain('https://muster.example/bad?thema=dusche');
    expect(flat).toContain('source: suche, campaign: bad-2026');
    expect(flat).not.toMatch(/Cj0KCQiA|IwAR0|120210|9f2c1aa8/);
  });

  test('names the fields of our own form in German', () => {
    const extra = [
      { name: 'language', value: 'fr-CH' },
      { name: 'source', value: 'Landingpage Bad' },
    ];
    const { text } = alerted(aLead({ request: { ...base.request, extra } }));
    expect(text).toContain('Sprache laut Formular: fr-CH');
    expect(text).toContain('Quelle laut Formular: Landingpage Bad');
  });
});

describe('the alert about an emergency', () => {
  test('looks different at a glance: in the list of mails and in the mail', () => {
    const mail = alerted({ ...emergency, capturedAt: now });
    expect(mail.subject).toBe('🚨 SOFORT: Muster, München – Rohrbruch [7K2M9QX4TD]');
    expect(mail.text).toMatch(/^🚨 Notfall/);
    expect(seen(mail.html)).toContain('🚨 Notfall');
    expect(seen(alerted().html)).not.toContain('🚨');
  });

  test('says which word decided', () => {
    expect(alerted(emergency).flat).toContain('sofort (erkannt an „Rohrbruch“)');
  });

  test('puts the call before everything but the name', () => {
    const { html } = alerted(emergency);
    expect(links(html)[0]).toBe('tel:+49891234567');
    expect(seen(html)).toContain('Jetzt anrufen');
  });

  test('says whether the customer knows what to do about gas', () => {
    const gas = { ...emergency.request, gas: true };
    expect(alerted(aLead({ ...emergency, request: gas })).flat).toContain(
      'steht in der Antwort an den Kunden',
    );
    const unwritten = aLead({
      ...emergency,
      request: gas,
      contact: { language: 'de', phone: '089 123456' },
    });
    expect(alerted(unwritten).flat).toContain('keinen Sicherheitshinweis bekommen: Bitte gleich anrufen');
    expect(alerted(emergency).flat).not.toContain('Gas');
  });
});
