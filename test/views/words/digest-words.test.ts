import { expect, test } from 'vitest';
import { noteInWords, sourceInWords } from '../../../views/words/mails/digest.ts';
import { aCompany } from '../../support/company.ts';

test.each([
  ['website:www.muster.example', 'Das Formular auf www.muster.example'],
  ['website', 'Das Formular auf www.muster-haustechnik.example'],
  ['email:anfrage@muster.example', 'Das Postfach anfrage@muster.example'],
  ['portal:MyHammer', 'Das Portal MyHammer'],
])('%s, in words', (source, words) => {
  expect(sourceInWords(source, aCompany())).toBe(words);
});

test('gaps say what is missing', () => {
  expect(noteInWords({ code: 'gaps', missing: ['name', 'kind', 'excerpt'] })).toBe(
    'Es fehlt: Name, Art der Anfrage, Text der Anfrage.',
  );
});

test('whoever gets no mail is called, and whoever complained is left in peace', () => {
  expect(noteInWords({ code: 'bounced' })).toContain('bitte anrufen');
  expect(noteInWords({ code: 'complained' })).toContain('bitte keine mehr schreiben');
});
