import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { aLead } from '../../support/a-lead.ts';
import { aCompany } from '../../support/company.ts';
import { customerMails, ownerMails } from '../mail/every-mail.ts';
import { seen } from '../mail/reading.ts';

/** What only somebody says who sells software for selling. */
const jargon =
  /\b(leads?|opportunit\w+|pipeline\w*|(?:nicht )?qualifiziert\w*|verkaufs?chance\w*|crm|funnel|conversion)\b/i;

const wordsFolder = fileURLToPath(new URL('../../../views/words/', import.meta.url));
const files = globSync('**/*.ts', { cwd: wordsFolder }).filter((file) => file !== 'stages.ts');

/** Each text that stands in a module as it is; sentences with something in them are read in the mails below. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (value !== null && typeof value === 'object')
    for (const part of Object.values(value)) yield* textsIn(part);
}

test('there are texts to look at', async () => {
  const texts = await Promise.all(
    files.map(async (file) => [...textsIn(await import(`${wordsFolder}${file}`))]),
  );
  expect(texts.flat().length).toBeGreaterThan(300);
});

test.each(files)('%s is in the words of the trade', async (file) => {
  const spoken = [...textsIn(await import(`${wordsFolder}${file}`))];
  expect(spoken.filter((text) => jargon.test(text))).toEqual([]);
});

describe.each([
  ['to a customer', customerMails(aLead(), aCompany())],
  ['to the owner', ownerMails(aLead(), aCompany())],
])('every mail %s', (_to, mails) => {
  test.each(Object.entries(mails))('is in the words of the trade: %s', (_name, { subject, text, html }) => {
    expect([subject, text, seen(html)].filter((part) => jargon.test(part.replace(/https:\S+/g, '')))).toEqual(
      [],
    );
  });
});

describe('a stage that people read about', () => {
  test('has a name in the words of the trade', async () => {
    const { spokenStages } = await import('../../../views/words/stages.ts');
    expect(Object.values(spokenStages).filter((name) => jargon.test(name))).toEqual([]);
  });
});
