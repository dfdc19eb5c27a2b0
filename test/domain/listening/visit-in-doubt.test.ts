import { describe, expect, test } from 'vitest';
import { planFollowUp } from '../../../domain/lead/follow-up.ts';
import { isVisitInDoubt } from '../../../domain/listening/visit-in-doubt.ts';
import { addDuration } from '../../../domain/time/local-time.ts';
import { aLeadIn, letTimePass, monday10, when } from '../../support/a-walk.ts';
import { aCompany } from '../../support/company.ts';

const startsAt = addDuration(monday10, 'P9D');
const told = letTimePass(
  {
    ...when(aLeadIn('site-visit'), { type: 'plan-visit', startsAt, durationMinutes: 60 }).lead,
    acknowledgedAt: monday10,
    alertedAt: monday10,
  },
  { until: addDuration(monday10, 'P1D') },
).lead;
const after = { now: addDuration(monday10, 'P2D') };
const wrote = (text: string) => when(told, { type: 'record-reply', text }, { ...after, by: 'customer' }).lead;

describe('a visit is in doubt once its customer has written', () => {
  test.each([
    'Wir müssen den Termin leider absagen.',
    'Können wir das verschieben? Um 10 Uhr bin ich arbeiten.',
    'Am Mittwoch passt es mir leider doch nicht.',
    'Ich habe mich für eine andere Firma entschieden.',
    'Hat sich erledigt, danke.',
    'Ich bin an dem Tag nicht da',
    'Geht auch ein anderer Tag?',
    'I have to cancel, sorry.',
  ])('%s', (text) => {
    expect(isVisitInDoubt(wrote(text))).toBe(true);
  });

  test.each([
    'Danke, bis Mittwoch!',
    'Der Eingang ist hinten im Hof, bitte klingeln.',
    'Bringen Sie bitte Muster für die Fliesen mit.',
  ])('but not by what leaves it as it is: %s', (text) => {
    expect(isVisitInDoubt(wrote(text))).toBe(false);
  });
});

describe('the reminder of a visit', () => {
  const reminded = (lead: typeof told) =>
    letTimePass(lead, { from: after.now, until: startsAt }).mails.map(({ mail }) => mail);

  test('does not go to a customer who called it off, and the owner has his', () => {
    const mails = reminded(wrote('Wir müssen den Termin leider absagen.'));
    expect(mails).not.toContain('visit-reminder');
    expect(mails).toContain('owner-visit-reminder');
  });

  test('goes to whoever wrote something else', () => {
    expect(reminded(wrote('Bringen Sie bitte Muster für die Fliesen mit.'))).toContain('visit-reminder');
  });

  test('goes once the owner has dealt with the answer and the visit stands', () => {
    const settled = when(
      wrote('Geht auch ein anderer Tag?'),
      { type: 'note-contact-attempt', reached: true, next: 'owner' },
      after,
    ).lead;
    expect(isVisitInDoubt(settled)).toBe(false);
    const dayBefore = addDuration(monday10, 'P8D');
    const { mails } = planFollowUp(settled, true, aCompany(), dayBefore);
    expect(mails.map(({ mail }) => mail)).toContain('visit-reminder');
  });
});
