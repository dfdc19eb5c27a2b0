import { describe, expect, test } from 'vitest';
import { isPlausibleName, isProven, isQuotable } from '../../../domain/lead/quoting.ts';
import { namesWebsite } from '../../../domain/lead/website-address.ts';
import { aLead } from '../../support/a-lead.ts';
import { unproven } from '../../support/own-form.ts';

describe('an address of the web is found', () => {
  test.each([
    'https://gewinn.test',
    'HTTP://GEWINN.TEST/A',
    'hxxps://gewinn.test',
    'www.gewinn.test',
    'www . gewinn . test',
    'gewinn.example/bonus',
    'Jetzt auf gewinn.casino!',
    'GEWINN.ZIP',
    'Gewinn.De',
    'gewinn dot com',
    'gewinn (dot) com',
    'gewinn[.]com',
    'gewinn [punkt] de',
    'gewinn punkt de',
    'gewinn . com',
    'gewinn。com',
    'ｗｗｗ．ｇｅｗｉｎｎ．ｃｏｍ',
    'gew\u200Binn.com',
    'xn--gewnn-yza.com',
    'http://192.0.2.1/a',
    '192.0.2.1/gewinn',
    't.me/gewinn',
    'Schreiben Sie an gewinn@spam.test',
  ])('%s', (text) => {
    expect(namesWebsite(text)).toBe(true);
    expect(namesWebsite(`Guten Tag, ${text} bitte ansehen`)).toBe(true);
  });
});

describe('no address of the web is', () => {
  test.each([
    'Die Heizung ist undicht.Bitte kommen Sie',
    'z.B. das Bad, d.h. die Dusche, u.a. auch das WC',
    'am 26.11. um 8.30 Uhr, spätestens 1.12.2026',
    'Fotos: bild1.jpg, Plan.PDF',
    'ca. 3.500 Euro für 24.5 kW',
    'Vaillant ecoTEC plus VC 206/5-5',
    'Tel. 0171/5550101 oder 089.1234567',
    'Hr. Müller, Dr. Weiß, St. Anna-Str. 5',
    'um Punkt acht',
    'Danke.Gruß Anna',
    'Es tropft ... und es riecht . Bitte kommen',
    'Der Hausmeister ist im 3.OG links',
  ])('%s', (text) => {
    expect(namesWebsite(text)).toBe(false);
  });
});

describe('a name and nothing else', () => {
  test.each([
    'Erika Muster',
    'erika muster',
    'MÜLLER',
    'Dr. Anna-Maria von der Heide',
    'Jean-Luc D’Amico',
    'Hans & Petra Weiß',
    'Ng',
    'Łukasz Wójcik',
    'Ивана Петрова',
    '李小龙',
    'J. Weber',
    'Hausverwaltung Weiß GmbH',
    'Dot Miller',
    'Bankert',
    'Jürgen Bank-Meier',
    'Se\u0301bastien Le\u0301vy',
    'Nguyễn Thị Hương',
    'Олена Коваль',
    'Γιώργος Παππάς',
    'Kundera',
    'Aktas',
    'Hermes Wolf',
    'Viktor Visit',
    'Anna Angebot',
    'Rosa Geld',
    'Herr Karl Heinz Besuch',
    'Frau Dr. Klick',
    'Ömür Kaufmann',
    'Zahler',
  ])('is %s', (name) => {
    expect(isPlausibleName(name)).toBe(true);
  });

  test.each([
    '',
    '-',
    '0171 5550101',
    'a@b.test',
    'gewinn.test',
    'Gewinnen Sie 1000 Euro',
    'Jetzt Gewinnen',
    'Hier klicken',
    'Viktor Visit Now',
    'Anna Jetzt Kaufen',
    'Max klick',
    'Rosa Paypal',
    'Otto Casino',
    'Ihr Konto wurde gesperrt',
    'Erika, du hast gewonnen',
    'Dein Paket wartet',
    'Claim your prize',
    'JetztHierGewinnen',
    'Erika!!!',
    'evil dot com',
    'Evil Punkt de',
    'Evil Punkt Shop',
    'evildotcom',
    'Amazon Gutschein',
    'Paypal Sicherheit',
    'Sparkasse Muenchen',
    'Deutsche Bank',
    'Hans Arschloch',
    '\u{1D404}\u{1D42F}\u{1D422}\u{1D425} \u{1D404}\u{1D431}\u{1D41A}',
    'Ｅｖｉｌ Ｓｈｏｐ',
    'Ⓔⓥⓘⓛ',
    'ᴇᴠɪʟ',
    'Z\u0351\u0351\u0351algo',
    'P\u0430ul Meier',
    'x'.repeat(60),
    'Eins Zwei Drei Vier Fünf Sechs',
  ])('is not %s', (name) => {
    expect(isPlausibleName(name)).toBe(false);
  });
});

describe('words are repeated', () => {
  const wrote = (message: string) => aLead({ request: { ...aLead().request, message } });

  test('that came with a proof, or that the owner noted himself', () => {
    const noted = aLead().timeline.map((event) => ({ ...event, by: 'owner' as const }));
    expect(isQuotable(wrote('Bad'))).toBe(true);
    expect(isQuotable(unproven(wrote('Bad')))).toBe(false);
    expect(isProven({ ...unproven(wrote('Bad')), timeline: noted })).toBe(true);
  });

  test('not with an address of the web, but with the address that the mail goes to', () => {
    expect(isQuotable(wrote('Mehr auf www.gewinn.test'))).toBe(false);
    expect(isQuotable(wrote('Bitte an Erika.Muster@example.org antworten'))).toBe(true);
    expect(isQuotable(wrote('Bitte an jemand@example.org antworten'))).toBe(false);
  });

  test('not after a correction, which proves nothing of itself', () => {
    const lead = wrote('Bad');
    const corrected = {
      type: 'resubmitted',
      at: lead.capturedAt,
      by: 'customer',
      contact: lead.contact,
      request: lead.request,
    } as const;
    expect(isQuotable({ ...lead, timeline: [...lead.timeline, corrected] })).toBe(false);
  });
});
