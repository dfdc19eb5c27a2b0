import { describe, expect, test } from 'vitest';
import { saysOnlyYes } from '../../../domain/listening/short-yes.ts';
import { aLeadIn } from '../../support/a-walk.ts';
import { aCompany } from '../../support/company.ts';

const company = aCompany();
/** Thursday, 10:30 in Munich. */
const visit = {
  startsAt: '2026-11-26T09:30:00.000Z',
  durationMinutes: 60,
  plannedAt: '2026-11-23T09:00:00.000Z',
  sequence: 0,
};
const lead = { ...aLeadIn('site-visit'), visit };
const says = (text: string, now = '2026-11-23T12:00:00.000Z') => saysOnlyYes(text, lead, company, now);

describe('an answer that only says thanks or yes', () => {
  test.each([
    'Danke, passt mir gut!',
    'Danke, passt mir gut! LG',
    'Passt, vielen Dank. Bis Donnerstag!',
    'Hallo Herr Huber,\n\nalles klar, der Termin ist notiert. Bis dann um 10:30 Uhr.\n\nViele Grüße\nKarla Kunde',
    'Perfekt, wir freuen uns auf Ihren Besuch am 26.11.',
    'Ok 👍',
    '👍',
    'Einverstanden. MfG Karla Kunde',
    'Vielen Dank für die Bestätigung, ich bin da.',
    'Thank you, see you on Thursday!',
  ])('%j', (text) => {
    expect(says(text)).toBe(true);
  });

  test.each([
    'Danke, aber der Termin passt mir nicht.',
    'Passt gut. Können Sie auch die Heizung anschauen?',
    'Danke! Bitte rufen Sie vorher an.',
    'Danke, Freitag passt besser.',
    'Passt, aber erst um 12.',
    'Passt am Freitag.',
    'Der Termin',
    'Danke, hat sich erledigt.',
    'Hallo bitte verschieben, danke',
    'Danke, was kostet das?',
    'Danke für das Angebot.',
    '',
  ])('%j says more, or nothing', (text) => {
    expect(says(text)).toBe(false);
  });

  test('looks forward to the quote once the visit is over, which is owed anyway', () => {
    const text = 'Danke für Ihren Besuch, wir freuen uns auf Ihr Angebot.';
    expect(says(text)).toBe(false);
    expect(says(text, '2026-11-26T12:00:00.000Z')).toBe(true);
  });
});
