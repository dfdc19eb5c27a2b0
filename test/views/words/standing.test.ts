import { expect, test } from 'vitest';
import type { Lead } from '../../../domain/lead/lead.ts';
import { turnInWords } from '../../../views/words/standing.ts';
import { aLeadIn, monday10, when } from '../../support/a-walk.ts';
import { aCompany } from '../../support/company.ts';

const turn = (lead: Lead) => turnInWords(lead, aCompany(), monday10);
const stalled = (lead: Lead): Lead => ({ ...lead, stalledAt: monday10, waitsFor: 'owner' });

test('of whoever stopped the mails nobody says that he did not react', () => {
  const quoted = aLeadIn('quoted');
  expect(turn(stalled(quoted))).toContain('niemand hat reagiert');
  const stopped = when(quoted, { type: 'stop' }, { by: 'customer' }).lead;
  expect(turn(stalled(stopped))).toBe('Sie sind dran. Bitte entscheiden Sie, wie es weitergeht.');
});

test('nor of whoever answered', () => {
  const replied = when(aLeadIn('quoted'), { type: 'record-reply', text: 'Und?' }, { by: 'customer' }).lead;
  expect(turn(stalled(replied))).toMatch(/^Der Kunde hat geantwortet\. Sie sind dran\./);
});
