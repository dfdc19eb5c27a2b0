import { describe, expect, test } from 'vitest';
import { calledNow } from '../../../domain/business/absence.ts';
import { everybody } from '../../../domain/business/people.ts';
import { calledBeside } from '../../../domain/lead/captured-call.ts';
import { aLeadIn, monday10 } from '../../support/a-walk.ts';
import { aCompany } from '../../support/company.ts';

const company = aCompany();
const typedInBy = (person: string | undefined) => {
  const lead = aLeadIn('service');
  const timeline = lead.timeline.map((event) =>
    event.type === 'captured' ? { ...event, by: 'owner' as const, ...(person && { person }) } : event,
  );
  return { ...lead, timeline };
};
const names = (whom: 'on-call' | 'everybody', person: string | undefined, its = company) =>
  calledBeside(its, typedInBy(person), whom, monday10).map(({ name }) => name);

describe('an emergency that somebody of the business typed in', () => {
  test.each(everybody(company).map(({ name }) => name))('calls the others, and not %s, who did', (author) => {
    const others = everybody(company).filter(({ name }) => name !== author);
    expect(names('everybody', author)).toEqual(others.map(({ name }) => name));
    expect(names('on-call', author)).not.toContain(author);
    expect(names('on-call', author)).not.toHaveLength(0);
  });

  test('calls him where he is the only one', () => {
    const alone = aCompany({
      people: [],
      owner: { ...company.owner, email: [company.owner.email[0] ?? ''] },
    });
    const [only] = everybody(alone);
    expect(names('on-call', only?.name, alone)).toEqual([only?.name]);
  });

  test('calls all where nobody knows who it was', () => {
    expect(names('on-call', undefined)).toEqual(
      calledNow(company, 'on-call', monday10).map(({ name }) => name),
    );
  });
});
