import { expect, test } from 'vitest';
import { isMachinery } from '../../../domain/capture/machinery.ts';

test.each([
  ['csrfmiddlewaretoken', 'Ab3x'],
  ['time_on_page', '42'],
  ['submission_number', 'FORM-2026-0001'],
  ['assigned_to', 'web'],
  ['retries', '0'],
  ['meta.attempt', '1'],
  ['Host', 'www.kunde.example'],
  ['emails.bounced', 'true'],
  ['emails.0.hardBounced', 'false'],
  ['phones.reachableNow', 'true'],
  ['emailOptedOut', 'false'],
  ['is_verified', '1'],
])('what programs note of a form is nothing that somebody asked for: %s', (label, value) => {
  expect(isMachinery(label, value)).toBe(true);
});

test.each([
  ['Hosting', 'ja'],
  ['Notdienst gewünscht', 'true'],
  ['Rückruf', 'ja'],
  ['Versuche bisher', '2'],
  ['Zeit vor Ort', '42'],
  ['Protokoll der Abnahme', 'liegt vor'],
])('what somebody answers stays: %s', (label, value) => {
  expect(isMachinery(label, value)).toBe(false);
});
