import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasSpamShape } from '../../../domain/capture/spam-shapes.ts';
import {
  crowdedNetwork,
  isSuspicious,
  repeatedText,
  signsOf,
  textToCount,
} from '../../../domain/capture/suspicion.ts';
import { suspicionSigns } from '../../../domain/lead/origin.ts';
import { suspicionInWords } from '../../../views/words/suspicion.ts';
import { aLead } from '../../support/a-lead.ts';

const { contact, request } = aLead();
const now = '2026-11-23T09:00:00.000Z';
const says = (message: string, name = 'Erika Muster') => ({
  contact: { ...contact, name },
  request: { ...request, message },
});
const planned = { urgency: 'planned' } as const;

describe('signs of a robot', () => {
  test('a form that comes back at once was not typed by a person', () => {
    const rendered = (renderedAt: string) => signsOf(says('Bad'), { now, own: {}, renderedAt });
    expect(rendered('2026-11-23T08:59:59.000Z')).toEqual(['too-fast']);
    expect(rendered('2026-11-23T08:59:50.000Z')).toEqual([]);
    expect(rendered('2026-11-20T09:00:00.000Z')).toEqual([]);
  });

  test('a form that does not say when it was rendered, or in the future, is no sign', () => {
    expect(signsOf(says('Bad'), { now, own: {} })).toEqual([]);
    expect(signsOf(says('Bad'), { now, own: {}, renderedAt: '2026-11-23T09:00:30.000Z' })).toEqual([]);
  });

  test('what stands in the well, and a crowd from one network, are signs', () => {
    expect(signsOf(says('Bad'), { now, own: { well: 'https://x.test' } })).toEqual(['well']);
    expect(crowdedNetwork(12)).toEqual(['crowded-network']);
    expect(crowdedNetwork(3)).toEqual([]);
  });

  test('a text that comes a third time is one, whatever numbers and stops robots change in it', () => {
    expect(repeatedText(2)).toEqual([]);
    expect(repeatedText(3)).toEqual(['repeated-text']);
    const one = textToCount(says('Wir bringen Ihre Firma auf Platz 1, garantiert in 14 Tagen!'));
    expect(textToCount(says('Wir bringen Ihre Firma auf Platz 3 – garantiert in 30 Tagen'))).toBe(one);
    expect(textToCount(says('Bitte um Rückruf'))).toBeUndefined();
  });

  test('one never puts a request aside, two do, and never an emergency', () => {
    for (const one of suspicionSigns) {
      expect(isSuspicious([one], planned)).toBe(false);
      expect(isSuspicious([one, one], planned)).toBe(false);
      for (const other of suspicionSigns.filter((sign) => sign !== one)) {
        expect(isSuspicious([one, other], planned)).toBe(true);
        expect(isSuspicious([one, other], { urgency: 'now' })).toBe(false);
      }
    }
  });

  test('each is told in words', () => {
    expect(suspicionInWords(['too-fast', 'spam-text'])).toBe(
      'Dafür spricht: in unter drei Sekunden ausgefüllt, Text wie in Werbung.',
    );
    expect(new Set(suspicionSigns.map((sign) => suspicionInWords([sign]))).size).toBe(suspicionSigns.length);
  });
});

describe('the shape of an advertisement', () => {
  test.each([
    ['links of a forum', '[url=https://x.test]hier[/url] gute Schuhe'],
    ['links of a page', 'Nice site! <a href="https://x.test">cheap pills</a>'],
    ['links of a forum, the other way', 'Great post [link=x.test]click[/link]'],
    [
      'places in a search engine',
      'I was checking your website. We do SEO and bring you to the first page of Google.',
    ],
    [
      'the same in German',
      'Wir bringen Ihre Firma auf Seite 1 bei Google, mit sauberer Suchmaschinenoptimierung.',
    ],
    ['links to be bought', 'High quality backlinks, DR 70+: https://links.test'],
    [
      'a guest article',
      'Wir möchten einen Gastartikel mit Dofollow-Link, also Backlinks, auf Ihrer Seite veröffentlichen.',
    ],
    ['a game of chance', 'Online Casino mit Freispielen, jetzt: www.spiel.test'],
    ['money from nothing', 'Earn 5000 a day with crypto trading https://t.me/geld'],
    ['a loan', 'Sofortkredit ohne Schufa, 10.000 Euro: https://kredit.test'],
    ['Cyrillic letters and a link', 'Здравствуйте! Предлагаем вам наши услуги недорого https://x.test'],
    ['the trade of Russian robots', 'Продвижение сайтов и прогон Хрумером, заработок в интернете'],
    ['addresses', 'B2B leads and a complete email list of plumbers https://leads.test'],
    ['reviews', 'Google Bewertungen kaufen, 50 Stück, www.sterne.test'],
  ])('is known by %s', (_, message) => {
    expect(hasSpamShape(says(message))).toBe(true);
  });

  test('is known by a name of random letters, and by one that is an address', () => {
    expect(hasSpamShape(says('hello', 'kGtRzPqLmWvB'))).toBe(true);
    expect(hasSpamShape(says('hello', 'Jetzt auf https://x.test'))).toBe(true);
  });

  test.each([
    'Unsere Heizung fällt aus, bitte kommen Sie.',
    'Wir suchen einen Subunternehmer für Sanitär in Augsburg, Pläne unter https://www.bau-meier.test/plaene',
    'Wir bieten unsere Leistungen als Fliesenleger an: www.fliesen-huber.test',
    'Im Casino Baden sind zwölf Toiletten zu erneuern.',
    'Unsere SEO-Agentur hat Wasser im Keller, bitte schnell.',
    'Ich hätte gern diese Armatur https://shop.test/a, oder die https://shop.test/b, oder https://shop.test/c',
    'Здравствуйте, у нас течёт кран на кухне, помогите пожалуйста.',
    'Die Klimaanlage in unserem Bitcoin-Rechenzentrum soll getauscht werden.',
    'Unser Escort-Service braucht ein neues Bad.',
    'Bonjour, notre chauffage ne marche plus. Merci de nous rappeler.',
    'Wir brauchen einen Kostenvoranschlag für den Kredit der Bank.',
    'Foto vom Typenschild: https://photos.test/abc',
  ])('is not that of a customer: %s', (message) => {
    expect(hasSpamShape(says(message))).toBe(false);
  });

  test.each([
    'Wlodzimierz Szczęsny',
    'Ronald McDonald',
    'Nguyễn Thị Ánh',
    'Leonardo DiCaprio',
    'HAUSVERWALTUNG WEISS',
    'Müller-Lüdenscheidt',
  ])('is not that of %s', (name) => {
    expect(hasSpamShape(says('Bad', name))).toBe(false);
  });

  test('is looked for in linear time', () => {
    const parts = fc.constantFrom('<a ', '[url', 'https://', 'www.', 'backlink ', ' ', 'ж', 'aB');
    const text = fc.tuple(parts, parts).map(([one, other]) => `${one.repeat(4_000)}${other.repeat(4_000)}`);
    fc.assert(
      fc.property(text, (message) => {
        const { user } = process.cpuUsage();
        hasSpamShape(says(message, message));
        expect(process.cpuUsage().user - user).toBeLessThan(200_000);
      }),
      { numRuns: 30 },
    );
  });
});
