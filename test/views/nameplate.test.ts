import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alarmPlate, nameplate } from '../../views/nameplate.ts';
import { aLead } from '../support/a-lead.ts';

const lead = aLead();
const plate = (contact: Partial<typeof lead.contact>, request: Partial<typeof lead.request> = {}) =>
  nameplate({ contact: { ...lead.contact, ...contact }, request: { ...lead.request, ...request } });

const aPlate = (name: string, urgencyWord: string, city?: string) =>
  alarmPlate({
    contact: { ...lead.contact, name, city },
    request: { ...lead.request, message: 'Bitte kommen', urgencyWord },
  });

describe('who, where and what in a subject', () => {
  test.each<[string, string, Parameters<typeof plate>]>([
    ['all of it, if it has room', 'Vera Visite, Potsdam – Bad', [{ name: 'Vera Visite', city: 'Potsdam' }]],
    [
      'the family name, if the whole has none',
      'Leutheusser, Rothenburg – Heizung',
      [
        { name: 'Maximiliane Sabine Leutheusser', city: 'Rothenburg' },
        { message: 'Die Heizung soll erneuert werden' },
      ],
    ],
    [
      'a long place is cut, the matter is not',
      'Leutheusser, Rothenburg… – Wärmepumpe',
      [
        { name: 'Maximiliane Leutheusser', city: 'Rothenburg ob der Tauber' },
        { message: 'Angebot für eine Wärmepumpe' },
      ],
    ],
    [
      'a firm keeps its name',
      'Bäckerei Krone GmbH, Ulm – Bad',
      [{ name: 'Bäckerei Krone GmbH', city: 'Ulm' }],
    ],
    [
      'the kind, if no word of the trade is said',
      'Vera Visite, Ulm – Reparatur',
      [
        { name: 'Vera Visite', city: 'Ulm' },
        { message: 'Bitte melden', kind: 'repair' },
      ],
    ],
    [
      'what the form asks for counts too',
      'Vera Visite, Ulm – Klimaanlage',
      [
        { name: 'Vera Visite', city: 'Ulm' },
        { message: 'Bitte melden', installation: 'Klimaanlage' },
      ],
    ],
    [
      'nothing stands for what is not known',
      'Vera Visite',
      [
        { name: 'Vera Visite', city: undefined },
        { message: undefined, kind: undefined },
      ],
    ],
    [
      'the number of whoever has no name',
      '0171 2345678, Ulm – Bad',
      [{ name: undefined, phone: '0171 2345678', city: 'Ulm' }],
    ],
  ])('%s', (_, expected, given) => {
    expect(plate(...given)).toBe(expected);
  });

  test.each<[string, string, Parameters<typeof aPlate>]>([
    ['the word that decided, if it has room', '🚨 SOFORT: Eck – Rohrbruch', ['Eck', 'Rohrbruch']],
    [
      'in one word what is too long to be said',
      '🚨 SOFORT: Edda Eck – Wasser',
      ['Edda Eck', 'kommt Wasser durch die Decke'],
    ],
    [
      'whole words, where no one word says it',
      '🚨 SOFORT: Eck – so schnell wie irgend…',
      ['Eck', 'so schnell wie irgend möglich bitte'],
    ],
    [
      'the matter, also behind a long name',
      '🚨 SOFORT: Schulze-Wernickendorf – Wasser',
      ['Maximiliane Schulze-Wernickendorf', 'kommt Wasser durch die Decke'],
    ],
    [
      'the name whole, where the first words of the matter are left beside it',
      '🚨 SOFORT: Schulenburg – Strom komplett…',
      ['Maximilian von der Schulenburg', 'Strom komplett ausgefallen'],
    ],
    [
      'the matter, also behind a long name and place',
      '🚨 SOFORT: Schulze-We…, Garmisc… – Wasser',
      ['Maximiliane Schulze-Wernickendorf', 'kommt Wasser durch die Decke', 'Garmisch-Partenkirchen'],
    ],
  ])('of an emergency: %s', (_, expected, given) => {
    expect(aPlate(...given)).toBe(expected);
  });

  test.each([undefined, 'Notfall', 'dringend Notdienst', 'Soforthilfe'])(
    'of an emergency that no word decided but "%s": what runs there, rather than that it is a repair',
    (urgencyWord) => {
      const request = {
        ...lead.request,
        kind: 'repair',
        message: 'Es kommt Wasser durch die Decke',
        urgencyWord,
      } as const;
      expect(alarmPlate({ contact: { ...lead.contact, name: 'Edda Eck', city: undefined }, request })).toBe(
        '🚨 SOFORT: Edda Eck – Wasser',
      );
    },
  );

  test('has room on a phone whatever people are called, wherever they live', () => {
    const word = fc.string({ unit: 'binary', minLength: 0, maxLength: 120 });
    fc.assert(
      fc.property(word, word, word, word, (name, city, message, matter) => {
        const contact = { ...lead.contact, name, city };
        const request = { ...lead.request, message };
        expect(Array.from(nameplate({ contact, request })).length).toBeLessThanOrEqual(40);
        expect(
          Array.from(nameplate({ contact, request, matter, before: '🚨 SOFORT: ' })).length,
        ).toBeLessThanOrEqual(40);
      }),
    );
  });

  test('does not name as the matter what our own words about an encrypted mail say', () => {
    expect(plate({}, { sealed: 'smime', message: 'Die Heizung', kind: undefined })).toBe(
      'Erika Muster, München',
    );
  });
});
