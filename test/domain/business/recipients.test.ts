import { describe, expect, test } from 'vitest';
import { calledNow, isAbsent, presentOf, standIn } from '../../../domain/business/absence.ts';
import type { CompanyFile } from '../../../domain/business/company.ts';
import { parseCompany } from '../../../domain/business/company-file.ts';
import { everybody, personAt } from '../../../domain/business/people.ts';
import { maySee, recipientsOf } from '../../../domain/business/recipients.ts';
import { monday10 } from '../../support/a-walk.ts';
import { aCompany, aCompanyFile } from '../../support/company.ts';

const chef = 'chef@muster-haustechnik.example';
const office = 'buero@muster-haustechnik.example';
const jonas = 'jonas@muster-haustechnik.example';

type People = NonNullable<CompanyFile['people']>;
type Absence = NonNullable<People[number]['absent']>;
const thisWeek = { from: '2026-11-23', until: '2026-11-27' };

/** The example business, in which some are away. */
function away(absences: Readonly<Record<string, Absence>>, more: Partial<CompanyFile> = {}) {
  const people = (aCompanyFile(more).people ?? []).map((person) => {
    const absent = absences[person.email];
    return absent ? { ...person, absent } : person;
  });
  return aCompany({ ...more, people });
}

const who = (people: readonly { email: string }[] | undefined) => people?.map(({ email }) => email);

describe('a mail about a request goes', () => {
  test('to owner and office, as long as it is nobody’s', () => {
    expect(who(recipientsOf(aCompany(), {}, monday10))).toEqual([chef, office]);
  });

  test('to whom it was given, and to nobody else', () => {
    expect(who(recipientsOf(aCompany(), { assignedTo: jonas }, monday10))).toEqual([jonas]);
  });

  test('to owner and office again, once he does not work here any more', () => {
    const gone = { assignedTo: 'weg@muster-haustechnik.example' };
    expect(who(recipientsOf(aCompany(), gone, monday10))).toEqual([chef, office]);
  });

  test('in one mail to all addresses, where a business names nobody', () => {
    expect(recipientsOf(aCompany({ people: [] }), {}, monday10)).toBeUndefined();
    expect(recipientsOf(aCompany({ people: [] }), { assignedTo: jonas }, monday10)).toBeUndefined();
  });

  test('to whoever stands in for him while he is away, from the first day to the last', () => {
    const company = away({ [jonas]: { ...thisWeek, substitute: office } });
    const on = (now: string) => who(recipientsOf(company, { assignedTo: jonas }, now));
    expect(on('2026-11-22T22:59:00.000Z')).toEqual([jonas]);
    expect(on('2026-11-22T23:00:00.000Z')).toEqual([office]);
    expect(on('2026-11-27T22:59:00.000Z')).toEqual([office]);
    expect(on('2026-11-27T23:00:00.000Z')).toEqual([jonas]);
  });

  test('to owner and office, where nobody stands in for him', () => {
    const company = away({ [jonas]: thisWeek });
    expect(who(recipientsOf(company, { assignedTo: jonas }, monday10))).toEqual([chef, office]);
  });

  test('to the office alone, while the owner is away', () => {
    expect(who(recipientsOf(away({ [chef]: thisWeek }), {}, monday10))).toEqual([office]);
    const both = away({ [chef]: { ...thisWeek, substitute: office } });
    expect(who(recipientsOf(both, {}, monday10))).toEqual([office]);
  });

  test('to somebody in any case, also if all are away', () => {
    const company = away({ [chef]: thisWeek, [office]: thisWeek, [jonas]: thisWeek });
    expect(who(recipientsOf(company, {}, monday10))).toEqual([chef, office]);
  });
});

describe('who stands in', () => {
  const doer = (company: ReturnType<typeof aCompany>, email: string) => {
    const person = personAt(company, email);
    return person && standIn(company, person, monday10)?.email;
  };

  test('may be away himself, and have somebody', () => {
    const company = away({
      [jonas]: { ...thisWeek, substitute: office },
      [office]: { ...thisWeek, substitute: chef },
    });
    expect(doer(company, jonas)).toBe(chef);
  });

  test('is nobody, where two stand in for each other and are both away', () => {
    const company = away({
      [jonas]: { ...thisWeek, substitute: office },
      [office]: { ...thisWeek, substitute: jonas },
    });
    expect(doer(company, jonas)).toBeUndefined();
    expect(isAbsent(company, { email: jonas }, monday10)).toBe(true);
    expect(who(presentOf(company, everybody(company), monday10))).toEqual([chef]);
  });
});

describe('an emergency', () => {
  test('does not call whoever is away, but who stands in for him', () => {
    const [owner, desk, fitter] = aCompanyFile().people ?? [];
    if (!owner || !desk || !fitter) throw new Error('The example names three people');
    const onCall = (absent: Absence) =>
      aCompany({ people: [owner, desk, { ...fitter, onCall: true, absent }] });
    expect(who(calledNow(onCall(thisWeek), 'on-call', monday10))).toEqual([chef, office]);
    expect(who(calledNow(onCall({ ...thisWeek, substitute: chef }), 'on-call', monday10))).toEqual([chef]);
    expect(who(calledNow(onCall(thisWeek), 'everybody', monday10))).toEqual([chef, office]);
  });

  test('calls everybody, where all are away', () => {
    const company = away({ [chef]: thisWeek, [office]: thisWeek, [jonas]: thisWeek });
    expect(who(calledNow(company, 'on-call', monday10))).toEqual([chef, office, jonas]);
  });
});

describe('who is called out sees', () => {
  const company = away({ [chef]: { ...thisWeek, substitute: jonas } });
  const fitter = personAt(company, jonas);
  const sees = (lead: { assignedTo?: string; stage: 'quoted' | 'service' }, of = company) =>
    maySee(of, fitter, lead, monday10);

  test('what is his, what is of whom he stands in for, and emergencies', () => {
    expect(sees({ assignedTo: jonas, stage: 'quoted' })).toBe(true);
    expect(sees({ assignedTo: chef, stage: 'quoted' })).toBe(true);
    expect(sees({ stage: 'service' })).toBe(true);
  });

  test('what is nobody’s and comes to him while he stands in: its mails are his, and so are their links', () => {
    expect(who(recipientsOf(company, {}, monday10))).toEqual([jonas, office]);
    expect(sees({ stage: 'quoted' })).toBe(true);
    expect(sees({ stage: 'quoted' }, aCompany())).toBe(false);
  });

  test('nothing else, while owner and office see everything', () => {
    expect(sees({ assignedTo: office, stage: 'quoted' })).toBe(false);
    const quoted = { assignedTo: jonas, stage: 'quoted' } as const;
    expect(maySee(company, personAt(company, office), quoted, monday10)).toBe(true);
    expect(maySee(company, undefined, quoted, monday10)).toBe(true);
  });
});

describe('a company file is refused', () => {
  const faultsOf = (absent: unknown) => {
    const [owner, ...others] = aCompanyFile().people ?? [];
    const parsed = parseCompany({ ...aCompanyFile(), people: [{ ...owner, absent }, ...others] });
    return 'faults' in parsed ? parsed.faults : [];
  };

  test.each([
    [
      'ends before it begins',
      { from: '2026-11-27', until: '2026-11-23' },
      /people\.0\.absent: .*an end that is not before/,
    ],
    ['names no day', { from: 'Montag', until: '2026-11-23' }, /people\.0\.absent\.from: found "Montag"/],
    ['is substituted by himself', { ...thisWeek, substitute: chef }, /people\.0\.absent\.substitute: .*else/],
    [
      'is substituted by a stranger',
      { ...thisWeek, substitute: 'wer@example.org' },
      /people\.0\.absent\.substitute: found "wer@example\.org", expected the address of somebody/,
    ],
  ])('where an absence %s', (_, absent, fault) => {
    expect(faultsOf(absent)).toContainEqual(expect.stringMatching(fault));
  });
});
