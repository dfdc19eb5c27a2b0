import { describe, expect, test } from 'vitest';
import type { CompanyFile } from '../../../domain/business/company.ts';
import { legalParticulars } from '../../../views/mail/footer.ts';
import { aCompany } from '../../support/company.ts';

const particulars = (file: Partial<CompanyFile>, language: 'de' | 'en' = 'de') =>
  legalParticulars(aCompany(file), language);

describe('what the law asks of a business letter', () => {
  test.each(['GmbH', 'UG (haftungsbeschränkt)'] as const)(
    '%s: seat, register court and number, every managing director',
    (form) => {
      const lines = particulars({
        name: `Muster ${form}`,
        legal: {
          form,
          registerCourt: 'Amtsgericht München',
          registerNumber: 'HRB 123456',
          managingDirectors: ['Martin Muster', 'Eva Beispiel'],
          vatId: 'DE123456789',
        },
      });
      expect(lines).toEqual([
        'Sitz: München · Amtsgericht München, HRB 123456',
        'Geschäftsführung: Martin Muster, Eva Beispiel',
        'USt-IdNr.: DE123456789',
      ]);
    },
  );

  test('GmbH & Co. KG: its own particulars and those of the GmbH that answers for it', () => {
    const lines = particulars({
      name: 'Muster GmbH & Co. KG',
      legal: {
        form: 'GmbH & Co. KG',
        registerCourt: 'Amtsgericht München',
        registerNumber: 'HRA 1234',
        generalPartner: {
          name: 'Muster Verwaltungs-GmbH',
          seat: 'Dachau',
          registerCourt: 'Amtsgericht München',
          registerNumber: 'HRB 5678',
          managingDirectors: ['Martin Muster'],
        },
      },
    });
    expect(lines).toEqual([
      'Sitz: München · Amtsgericht München, HRA 1234',
      'Persönlich haftende Gesellschafterin: Muster Verwaltungs-GmbH',
      'Sitz: Dachau · Amtsgericht München, HRB 5678',
      'Geschäftsführung: Martin Muster',
    ]);
  });

  test.each([
    ['e.K.', 'Inhaber'],
    ['OHG', 'Gesellschafter'],
    ['KG', 'Persönlich haftende Gesellschafter'],
  ] as const)('%s: seat, register court and number, and who answers for it', (form, label) => {
    const lines = particulars({
      name: `Muster Haustechnik ${form}`,
      legal: {
        form,
        registerCourt: 'Amtsgericht Dresden',
        registerNumber: 'HRA 4711',
        owners: ['Martin Muster'],
      },
    });
    expect(lines).toEqual(['Sitz: München · Amtsgericht Dresden, HRA 4711', `${label}: Martin Muster`]);
  });

  test('a sole trader and a GbR, who stand in no register: the people by name', () => {
    expect(
      particulars({ name: 'Martin Muster', legal: { form: 'Einzelunternehmen', owners: ['Martin Muster'] } }),
    ).toEqual(['Inhaber: Martin Muster']);
    expect(
      particulars({
        name: 'Muster & Beispiel GbR',
        legal: { form: 'GbR', owners: ['Martin Muster', 'Eva Beispiel'], vatId: 'DE987654321' },
      }),
    ).toEqual(['Gesellschafter: Martin Muster, Eva Beispiel', 'USt-IdNr.: DE987654321']);
  });

  test('Austria, § 14 UGB: seat, company register number and court', () => {
    const austria = {
      country: 'AT',
      region: '9',
      timeZone: 'Europe/Vienna',
      address: { street: 'Hauptstraße 1', postcode: '1010', city: 'Wien' },
    } as const;
    const register = { registerCourt: 'Handelsgericht Wien', registerNumber: 'FN 123456 a' };
    expect(
      particulars({
        ...austria,
        name: 'Muster GmbH',
        legal: { form: 'GmbH (AT)', ...register, managingDirectors: ['Martin Muster'], vatId: 'ATU12345678' },
      }),
    ).toEqual([
      'Sitz: Wien · Firmenbuchnummer: FN 123456 a, Handelsgericht Wien',
      'Geschäftsführung: Martin Muster',
      'USt-IdNr.: ATU12345678',
    ]);
    expect(
      particulars({ ...austria, name: 'Muster e.U.', legal: { form: 'e.U. (AT)', ...register } }),
    ).toEqual(['Sitz: Wien · Firmenbuchnummer: FN 123456 a, Handelsgericht Wien']);
  });

  test('Switzerland, Art. 954a OR: the firm as registered, with its UID', () => {
    const switzerland = {
      country: 'CH',
      region: 'ZH',
      timeZone: 'Europe/Zurich',
      currency: 'CHF',
      address: { street: 'Dorfweg 5', postcode: '8001', city: 'Zürich' },
    } as const;
    for (const form of ['GmbH (CH)', 'AG (CH)'] as const)
      expect(
        particulars({
          ...switzerland,
          name: `Muster ${form.slice(0, -5)}`,
          legal: { form, uid: 'CHE-123.456.789 MWST' },
        }),
      ).toEqual(['Sitz: Zürich · UID: CHE-123.456.789 MWST']);
    expect(
      particulars({
        ...switzerland,
        name: 'Muster Sanitär',
        legal: { form: 'Einzelfirma (CH)', uid: 'CHE-123.456.789', owners: ['Martin Muster'] },
      }),
    ).toEqual(['Sitz: Zürich · UID: CHE-123.456.789', 'Inhaber: Martin Muster']);
  });

  test('the legal form, where the registered name does not end in it', () => {
    const registered = (name: string, form: 'KG' | 'e.K.') => {
      const register = { registerCourt: 'Amtsgericht München', registerNumber: 'HRA 1' };
      return particulars({ name, legal: { form, ...register, owners: ['Martin Muster'] } })[0];
    };
    expect(registered('Muster Bäder', 'KG')).toBe('Rechtsform: KG');
    expect(registered('Muster KGB Bäder', 'KG')).toBe('Rechtsform: KG');
    expect(registered('Muster Bäder KG', 'KG')).not.toContain('Rechtsform');
    expect(registered('Muster e. K.', 'e.K.')).not.toContain('Rechtsform');
  });

  test('in English for an English mail, with the court under its own name', () => {
    expect(particulars({}, 'en')).toEqual([
      'Registered office: München · Amtsgericht München, HRB 123456',
      'Management: Martin Muster',
      'VAT ID: DE123456789',
    ]);
  });
});
