import { describe, expect, test } from 'vitest';
import type { Delay } from '../../../domain/lead/cadence.ts';
import { acknowledgement } from '../../../views/mail/acknowledgement.ts';
import { aLead } from '../../support/a-lead.ts';
import { aCompany } from '../../support/company.ts';
import { notMeUrl } from './every-mail.ts';
import { links, seen } from './reading.ts';

const company = aCompany();
const mondayMorning = '2026-11-23T08:00:00.000Z';
const base = aLead();
/** One line per sentence is enough for a test: the wrapping is checked elsewhere. */
const flat = (text: string) => text.replace(/\s+/g, ' ');

function acknowledged(lead = base, by = company, now = mondayMorning) {
  const mail = acknowledgement({ lead, company: by, now, notMeUrl });
  return { ...mail, flat: flat(mail.text) };
}

describe('the answer to a request', () => {
  test('says that it arrived, what comes next and by when', () => {
    const mail = acknowledged();
    expect(mail.subject).toBe('Ihre Anfrage (Bad) ist angekommen – Muster Haustechnik [7K2M9QX4TD]');
    expect(mail.flat).toContain(
      'Wir rufen Sie unter 089 / 123 45 67 an, und zwar innerhalb eines Werktages, spätestens am Dienstag, 24. November 2026.',
    );
    expect(mail.flat).toContain('einen Termin bei Ihnen vor Ort');
  });

  test('asks for a mail that was encrypted again, and repeats none of our own words about it', () => {
    const sealed = (language: 'de' | 'en') =>
      acknowledged({
        ...base,
        contact: { ...base.contact, language },
        request: { ...base.request, message: 'Die E-Mail ist verschlüsselt (PGP)', sealed: 'pgp' },
      });
    const mail = sealed('de');
    expect(mail.flat).toContain(
      'Bitte senden Sie sie noch einmal ohne Verschlüsselung, oder rufen Sie uns an',
    );
    expect(mail.flat).toContain('innerhalb eines Werktages');
    expect(mail.flat).not.toMatch(/\(PGP\)|Termin bei Ihnen vor Ort/);
    expect(sealed('en').flat).toContain('Please send it again without encryption or call us on');
    expect(acknowledged().flat).not.toContain('verschlüsselt');
  });

  test('promises nothing for the week-end', () => {
    const fridayEvening = '2026-11-27T16:30:00.000Z';
    expect(acknowledged(base, company, fridayEvening).flat).toContain(
      'spätestens am Montag, 30. November 2026',
    );
  });

  test.each<[Delay, string, string]>([
    [
      '1 working day',
      'innerhalb eines Werktages, spätestens am Dienstag, 24. November 2026.',
      'within one working day, by Tuesday, 24 November 2026 at the latest.',
    ],
    [
      '3 working days',
      'innerhalb von drei Werktagen, spätestens am Donnerstag, 26. November 2026.',
      'within three working days, by Thursday, 26 November 2026 at the latest.',
    ],
    [
      '2 working hours',
      'innerhalb von zwei Stunden unserer Arbeitszeit, spätestens am Montag, 23. November 2026, um 11:00 Uhr.',
      'within two working hours, by Monday, 23 November 2026, 11:00 am at the latest.',
    ],
    [
      '1 working hour',
      'innerhalb einer Stunde unserer Arbeitszeit, spätestens',
      'within one working hour, by',
    ],
    [
      'PT30M',
      'innerhalb von 30 Minuten, spätestens am Montag, 23. November 2026, um 09:30 Uhr.',
      'within 30 minutes, by Monday, 23 November 2026, 9:30 am at the latest.',
    ],
    ['PT1H30M', 'innerhalb von 1 Stunde 30 Minuten, spätestens', 'within 1 hour 30 minutes, by'],
    [
      'P2D',
      'innerhalb von zwei Tagen, spätestens am Mittwoch, 25. November 2026.',
      'within two days, by Wednesday, 25 November 2026 at the latest.',
    ],
    ['PT0S', 'und zwar umgehend.', 'right away.'],
  ])('puts the promise of %s into words', (answerWithin, german, english) => {
    const by = aCompany({ answerWithin });
    expect(acknowledged(base, by).flat).toContain(german);
    const lead = aLead({ contact: { ...base.contact, language: 'en' } });
    expect(acknowledged(lead, by).flat).toContain(english);
  });

  test('promises an answer in writing to somebody without a phone', () => {
    const lead = aLead({ contact: { language: 'de', email: 'erika@example.org' } });
    expect(acknowledged(lead).flat).toContain('Wir antworten Ihnen innerhalb eines Werktages');
    const wordy = aLead({ contact: { ...lead.contact, phone: 'steht im Telefonbuch' } });
    expect(acknowledged(wordy).flat).toContain('Wir antworten Ihnen innerhalb eines Werktages');
  });

  test('thanks for a call that a telephone told of', () => {
    expect(acknowledged(aLead({ source: 'phone' })).flat).toContain('vielen Dank für Ihren Anruf');
    expect(acknowledged().flat).toContain('vielen Dank für Ihre Anfrage');
  });

  test.each(['phone', 'word-of-mouth'] as const)(
    'promises no call to somebody who has just been spoken with, whatever brought him (%s)',
    (source) => {
      const [captured] = base.timeline;
      if (captured?.type !== 'captured') throw new Error('No lead without its capture');
      const noted = aLead({ source, timeline: [{ ...captured, by: 'owner' }] });
      const { flat } = acknowledged(noted);
      expect(flat).toContain('wie am Telefon besprochen');
      expect(flat).not.toMatch(/innerhalb|Dann besprechen wir|Ihre Nachricht/);
      expect(flat).toContain('Sie haben nicht bei uns angerufen?');
      const visited = {
        startsAt: '2026-11-26T13:00:00.000Z',
        durationMinutes: 60,
        plannedAt: base.capturedAt,
        sequence: 0,
      };
      expect(acknowledged(aLead({ ...noted, visit: visited })).flat).toContain('Den Termin');
      const urgent = acknowledged(aLead({ ...noted, stage: 'service' }));
      expect(urgent.flat).toContain('wie am Telefon besprochen kümmern wir uns sofort');
      expect(urgent.subject).toContain('Wir kümmern uns sofort');
      const english = acknowledged(aLead({ ...noted, contact: { ...base.contact, language: 'en' } }));
      expect(english.flat).toContain('As discussed on the phone');
    },
  );

  test('repeats what was asked and how we reach them', () => {
    const mail = acknowledged();
    for (const fact of ['7K2M9QX4TD', '23. November 2026', 'Projekt', 'Lindenweg 7, 80331 München'])
      expect([mail.flat, seen(mail.html)].map((part) => part.includes(fact))).toEqual([true, true]);
    expect(mail.flat).toContain('> Wir möchten unser Bad erneuern: bodengleiche Dusche, neue Fliesen.');
  });

  test('repeats a very long message only in part, so that nobody sends leaflets through the form', () => {
    const message = `Anfang ${'Werbung '.repeat(1_000)}Ende`;
    const mail = acknowledged(aLead({ request: { ...base.request, message } }));
    expect(mail.text).toContain('Anfang');
    expect(mail.text).not.toContain('Ende');
    expect(mail.text.length).toBeLessThan(3_500);
  });

  test('has no stop link: it answers and does not remind; whoever did not ask can say so', () => {
    const mail = acknowledged();
    expect(links(mail.html).filter((url) => url.includes('/a/'))).toEqual([notMeUrl]);
    expect(mail.flat).toContain('Sie haben uns nichts geschrieben?');
    expect(mail.text.split('\n')).toContain(notMeUrl);
  });

  test('makes no promises of price and advertises nothing', () => {
    expect(acknowledged().flat).not.toMatch(/Rabatt|Aktion|Newsletter|kostenlos|€/);
  });
});

describe('the answer to an emergency', () => {
  const emergency = aLead({ stage: 'service', request: { ...base.request, kind: 'repair', urgency: 'now' } });

  test('promises to call back at once and names the phone that rings at night', () => {
    const mail = acknowledged(emergency);
    expect(mail.subject).toMatch(/^Wir rufen Sie sofort zurück/);
    expect(mail.flat).toContain('Wir rufen Sie sofort zurück, unter 089 / 123 45 67.');
    expect(mail.flat).toContain('+49 89 1234569');
    expect(links(mail.html)).toContain('tel:+49891234569');
    expect(mail.flat).not.toContain('Werktag');
  });

  test('names the ordinary phone where there is no other', () => {
    const { emergencyPhone: _, ...rest } = company;
    expect(links(acknowledged(emergency, rest).html)).toContain('tel:+49891234560');
  });

  test('asks for a call if we have no number to call back', () => {
    const lead = aLead({ ...emergency, contact: { language: 'de', email: 'erika@example.org' } });
    const german = acknowledged(lead);
    expect(german.flat).toContain('Bitte rufen Sie uns gleich an.');
    expect(`${german.subject} ${german.flat}`).not.toContain('rufen Sie sofort zurück');
    const english = aLead({ ...lead, contact: { language: 'en', email: 'erika@example.org' } });
    expect(acknowledged(english).flat).toContain('please call us right now');
    expect(acknowledged(english).subject).toMatch(/^Please call us at once/);
  });

  test('has its number right below the sentence that leads there, also where the mail was encrypted', () => {
    const lead = aLead({ ...emergency, request: { ...emergency.request, sealed: 'smime' } });
    const { flat } = acknowledged(lead);
    expect(flat).toContain('erreichen Sie uns hier: Notfalltelefon: +49 89 1234569');
    expect(flat).toContain('Ihre E-Mail war verschlüsselt');
  });
});

describe('when gas was named', () => {
  const gas = (language: 'de' | 'en', stage: 'new' | 'service' = 'service') =>
    aLead({ stage, contact: { ...base.contact, language }, request: { ...base.request, gas: true } });

  test('what saves lives comes before everything else', () => {
    for (const stage of ['new', 'service'] as const) {
      const mail = acknowledged(gas('de', stage));
      for (const part of [mail.flat, flat(seen(mail.html))]) {
        for (const advice of [
          'Fenster öffnen',
          'Kein Licht',
          'keine Schalter',
          'kein Feuer',
          'verlassen das Haus',
          'im Freien',
          'Gasversorgers',
          '112',
        ])
          expect(part).toContain(advice);
        expect(part.indexOf('Fenster öffnen')).toBeLessThan(part.indexOf('Guten Tag'));
      }
    }
  });

  test('in English, too', () => {
    const mail = acknowledged(gas('en'));
    for (const advice of [
      'Open the windows',
      'No lights',
      'no switches',
      'no flames',
      'leaves the house',
      'outside',
      '112',
    ])
      expect(mail.flat).toContain(advice);
    expect(mail.flat.indexOf('Open the windows')).toBeLessThan(mail.flat.indexOf('Hello Erika'));
  });

  test('each country has its own number', () => {
    expect(acknowledged(gas('de'), { ...company, country: 'AT' }).flat).toContain('Gas-Notruf 128');
    expect(acknowledged(gas('de'), { ...company, country: 'CH' }).flat).toContain('Feuerwehr 118');
  });

  test('and only then', () => {
    expect(acknowledged().flat).not.toMatch(/Gas|112/);
  });
});
