import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addPerson,
  changePerson,
  heirOf,
  removePerson,
  setAbsence,
} from '../../../domain/business/change-people.ts';
import { type CompanyFile, companyFrom } from '../../../domain/business/company.ts';
import { parseCompany } from '../../../domain/business/company-file.ts';
import { everybody, personAt } from '../../../domain/business/people.ts';
import { aCompanyFile } from '../../support/company.ts';

const monday = '2026-11-23';
const chef = 'chef@muster-haustechnik.example';
const office = 'buero@muster-haustechnik.example';
const jonas = 'jonas@muster-haustechnik.example';
const lena = { name: 'Lena Kurz', email: 'lena@muster-haustechnik.example', role: 'office' as const };

const keyOf = (file: CompanyFile, email: string) => personAt(companyFrom(file), email)?.key ?? '';
const namesIn = (file: CompanyFile) => everybody(companyFrom(file)).map(({ email }) => email);

function changed(change: ReturnType<typeof addPerson>): CompanyFile {
  if ('refused' in change) throw new Error(`Refused: ${change.refused.why}`);
  expect(parseCompany(change.file)).toHaveProperty('company');
  return change.file;
}
const whyNot = (change: ReturnType<typeof addPerson>) => ('refused' in change ? change.refused : undefined);

describe('somebody new', () => {
  test('works here from then on', () => {
    const file = changed(addPerson(aCompanyFile(), { ...lena, phone: ' 0171 123456 ', onCall: true }));
    expect(file.people?.at(-1)).toEqual({ ...lena, phone: '0171 123456', onCall: true });
  });

  test('has an address of his own, however it is written', () => {
    const taken = { why: 'address-taken' };
    expect(whyNot(addPerson(aCompanyFile(), { ...lena, email: jonas.toUpperCase() }))).toEqual(taken);
    const ownerAlone = aCompanyFile({ people: [] });
    expect(whyNot(addPerson(ownerAlone, { ...lena, email: chef }))).toEqual(taken);
  });

  test('is refused with every field that is wrong', () => {
    const typed = { name: ' ', email: 'lena', phone: 'Festnetz', role: 'office' as const };
    expect(whyNot(addPerson(aCompanyFile(), typed))).toEqual({
      why: 'faults',
      fields: ['name', 'email', 'phone'],
    });
  });

  test('is refused where there are as many as a business may name', () => {
    const people = Array.from({ length: 100 }, (_, index) => ({ ...lena, email: `p${index}@example.de` }));
    expect(whyNot(addPerson(aCompanyFile({ people }), lena))).toEqual({ why: 'too-many' });
  });
});

describe('what is known of somebody', () => {
  test('is told anew, and the rest about him stays', () => {
    const start = changed(addPerson(aCompanyFile(), { ...lena, phone: '0171 123456' }));
    const withTopic = {
      ...start,
      people: (start.people ?? []).map((one) =>
        one.email === lena.email ? { ...one, ntfyTopic: 'lena-7k2m9qx4' } : one,
      ),
    };
    const key = keyOf(withTopic, lena.email);
    const file = changed(changePerson(withTopic, key, { name: 'Lena Lang', role: 'staff', onCall: true }));
    expect(file.people?.at(-1)).toEqual({
      name: 'Lena Lang',
      email: lena.email,
      role: 'staff',
      onCall: true,
      ntfyTopic: 'lena-7k2m9qx4',
    });
  });

  test('of an owner who only stood among the addresses stands with the people afterwards', () => {
    const start = aCompanyFile({ people: [] });
    const file = changed(
      changePerson(start, keyOf(start, chef), { name: 'Max Muster', role: 'owner', phone: '089 123456' }),
    );
    expect(file.people).toEqual([{ name: 'Max Muster', email: chef, role: 'owner', phone: '089 123456' }]);
  });

  test('leaves the last owner an owner', () => {
    const start = aCompanyFile();
    const change = changePerson(start, keyOf(start, chef), { name: 'Max', role: 'office' });
    expect(whyNot(change)).toEqual({ why: 'last-owner' });
  });
});

describe('somebody who goes', () => {
  test('is gone, and stands in for nobody any more', () => {
    const start = aCompanyFile();
    const absent = { from: '2026-11-23', until: '2026-11-27', substitute: office };
    const away = changed(setAbsence(start, keyOf(start, jonas), absent, monday));
    const file = changed(removePerson(away, keyOf(away, office)));
    expect(namesIn(file)).not.toContain(office);
    expect(file.people?.find(({ email }) => email === jonas)?.absent).toEqual({
      from: '2026-11-23',
      until: '2026-11-27',
    });
  });

  test('is not the last owner', () => {
    const start = aCompanyFile();
    expect(whyNot(removePerson(start, keyOf(start, chef)))).toEqual({ why: 'last-owner' });
    const ownerAlone = aCompanyFile({ people: [] });
    expect(whyNot(removePerson(ownerAlone, keyOf(ownerAlone, chef)))).toEqual({ why: 'last-owner' });
  });

  test('leaves the mails of the business to another owner, if they went to him alone', () => {
    const start = changed(
      addPerson(aCompanyFile({ owner: { name: 'Max', email: [chef] } }), { ...lena, role: 'owner' }),
    );
    const known = { key: keyOf(start, chef), email: chef };
    expect(heirOf(start, known)?.email).toBe(lena.email);
    const file = changed(removePerson(start, known.key));
    expect(file.owner).toEqual({ name: lena.name, email: [lena.email] });
    expect(namesIn(file)).not.toContain(chef);
  });

  test('was gone already', () => {
    expect(whyNot(removePerson(aCompanyFile(), 'nobody'))).toEqual({ why: 'unknown-person' });
  });
});

test.each(['112', '0171 1', '+49'])('a number at which nobody is reached is none: %s', (phone) => {
  const start = aCompanyFile();
  const faults = { why: 'faults', fields: ['phone'] };
  expect(whyNot(addPerson(start, { ...lena, phone }))).toEqual(faults);
  const details = { name: 'Jonas Huber', role: 'staff', phone } as const;
  expect(whyNot(changePerson(start, keyOf(start, jonas), details))).toEqual(faults);
});

describe('an absence', () => {
  const start = aCompanyFile();
  const key = keyOf(start, jonas);
  const week = { from: '2026-11-23', until: '2026-11-27' };

  test('is put down, and taken off again', () => {
    const away = changed(setAbsence(start, key, { ...week, substitute: office }, monday));
    expect(away.people?.find(({ email }) => email === jonas)?.absent).toEqual({
      ...week,
      substitute: office,
    });
    expect(changed(setAbsence(away, key, undefined, monday))).toEqual(start);
  });

  test.each([
    ['ends before it begins', { from: '2026-11-27', until: '2026-11-23' }, ['until']],
    ['is over', { from: '2026-11-16', until: '2026-11-22' }, ['until']],
    ['begins on no day', { from: '2026-11-31', until: '2026-12-01' }, ['from']],
    ['has himself as a substitute', { ...week, substitute: jonas.toUpperCase() }, ['substitute']],
    ['has a stranger as a substitute', { ...week, substitute: 'fremd@example.de' }, ['substitute']],
  ])('that %s is refused', (_, absent, fields) => {
    expect(whyNot(setAbsence(start, key, absent, monday))).toEqual({ why: 'faults', fields });
  });

  test('that began before today goes on', () => {
    expect(changed(setAbsence(start, key, { from: '2026-11-16', until: monday }, monday))).not.toEqual(start);
  });

  test('of two who would do the work of each other is refused, of two after each other not', () => {
    const away = changed(setAbsence(start, key, { ...week, substitute: office }, monday));
    const hers = (absent: { from: string; until: string }) =>
      setAbsence(away, keyOf(away, office), { ...absent, substitute: jonas.toUpperCase() }, monday);
    expect(whyNot(hers({ from: week.until, until: '2026-12-04' }))).toEqual({
      why: 'stand-in-for-each-other',
    });
    expect(changed(hers({ from: '2026-11-28', until: '2026-12-04' }))).not.toEqual(away);
    const round = changed(setAbsence(away, keyOf(away, office), { ...week, substitute: chef }, monday));
    expect(whyNot(setAbsence(round, keyOf(round, chef), { ...week, substitute: jonas }, monday))).toEqual({
      why: 'stand-in-for-each-other',
    });
  });
});

test('whatever is changed, somebody owns the business and every file can be stored', () => {
  const emails = [chef, office, jonas, lena.email, 'neu@muster-haustechnik.example'];
  const email = fc.constantFrom(...emails);
  const role = fc.constantFrom('owner' as const, 'office' as const, 'staff' as const);
  const step = fc.oneof(
    fc.record({ what: fc.constant('add' as const), email, role }),
    fc.record({ what: fc.constant('change' as const), email, role }),
    fc.record({ what: fc.constant('remove' as const), email, role }),
    fc.record({ what: fc.constant('absent' as const), email, role, substitute: fc.option(email) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
      let file = aCompanyFile();
      for (const one of steps) {
        const key = keyOf(file, one.email);
        const details = { name: 'Eine Person', role: one.role };
        const change =
          one.what === 'add'
            ? addPerson(file, { ...details, email: one.email })
            : one.what === 'change'
              ? changePerson(file, key, details)
              : one.what === 'remove'
                ? removePerson(file, key)
                : setAbsence(
                    file,
                    key,
                    {
                      from: '2026-11-23',
                      until: '2026-11-27',
                      ...(one.substitute !== null && { substitute: one.substitute }),
                    },
                    monday,
                  );
        if ('refused' in change) continue;
        file = change.file;
        expect(parseCompany(file)).toHaveProperty('company');
        expect(everybody(companyFrom(file)).some((person) => person.role === 'owner')).toBe(true);
      }
    }),
  );
});
