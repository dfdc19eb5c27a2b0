import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stripQuotes } from '../../../domain/inbound/quoted-text.ts';
import { corpusFiles } from '../../support/corpus.ts';

/** Of a line that introduces a quote, in any language; said loosely, for no word below it is asked for. */
const introduces =
  /(?:wrote|schrieb|écrit|scritto|schreef|napisał\(?a?\)?|skrev|kirjoitti|escreveu|írta|>|\d)\s*:?\s*(?:-{2,})?\s*$|^[\s*]*(?:from|de|da|van|von|fra|message du)\s*:|original|oprindelig|_{5}|={4}|-{5}|^(?:on|op|em|pe) .*\d|^\s*<|@/i;

describe('quoting styles of many programs and languages', () => {
  const fixtures = corpusFiles('quotes').map((file) => [basename(file), readFileSync(file, 'utf8')] as const);

  test.each(fixtures)('%s leaves something', (_name, mail) => {
    const { text } = stripQuotes(mail);
    expect(text.trim()).not.toBe('');
    expect(stripQuotes(text).text).toBe(text);
    // The fixtures begin their answers with this sentence and never quote it.
    if (mail.startsWith('Fusce')) expect(text).toMatch(/^Fusce[\s\S]*nec nibh\./);
  });

  test.each(fixtures)('%s loses no word that was written above the first quote', (_name, mail) => {
    const lines = mail.split('\n');
    const first = lines.findIndex((line) => line.startsWith('>') || introduces.test(line));
    const own = first < 0 ? lines : lines.slice(0, first);
    const kept = new Set(stripQuotes(mail).text.split('\n'));
    for (const line of own) if (line.trim() !== '') expect(kept).toContain(line);
  });

  test.each(fixtures.filter(([, mail]) => /^>/m.test(mail)))(
    '%s loses no word between and below the marked lines',
    (_name, mail) => {
      const lines = mail.split('\n');
      const below = lines.slice(lines.findIndex((line) => line.startsWith('>')));
      const kept = new Set(stripQuotes(mail).text.split('\n'));
      for (const line of below) {
        if (line.trim() !== '' && !line.trimStart().startsWith('>')) expect(kept).toContain(line);
      }
    },
  );

  test.each(fixtures.filter(([, mail]) => /^-+ ?forwarded message/im.test(mail)))(
    '%s is handed on whole',
    (_name, mail) => {
      expect(stripQuotes(mail)).toEqual({ text: mail, quoted: false });
    },
  );

  test.each(
    fixtures.filter(
      ([, mail]) => !/^\s*>/m.test(mail) && !mail.split('\n').some((line) => introduces.test(line)),
    ),
  )('%s quotes nothing and stays as it is', (_name, mail) => {
    expect(stripQuotes(mail)).toEqual({ text: mail, quoted: false });
  });
});
