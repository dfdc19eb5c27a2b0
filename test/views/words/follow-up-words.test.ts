import { describe, expect, test } from 'vitest';
import { languages } from '../../../domain/lead/contact.ts';
import { cadenceNames, cadences, mayGoToCustomers } from '../../../domain/lead/pipeline.ts';
import { chaseReasons } from '../../../views/words/mails/chase.ts';
import {
  type FollowUpAbout,
  type FollowUpWords,
  followUpWords,
} from '../../../views/words/mails/follow-up.ts';

const about: FollowUpAbout = {
  brand: 'Muster',
  quotedSum: '8.500 €',
  open: ['installation', 'budget'],
  phoneKnown: true,
  talked: false,
};
const toCustomers = cadenceNames.filter(mayGoToCustomers);

describe.each(languages)('reminders in %s', (language) => {
  const { texts, stillHere } = followUpWords[language];

  test.each(toCustomers)('%s has a text for each mail of the table', (cadence) => {
    for (const open of [about.open, [], ['budget'] as const])
      expect(texts[cadence]({ ...about, open })).toHaveLength(cadences[cadence].after.length);
  });

  test.each(toCustomers.filter((cadence) => cadences[cadence].to === 'customer'))(
    '%s never only says that the request is not forgotten',
    (cadence) => {
      const said = [...texts[cadence](about), stillHere(about)].map(({ before }) => before);
      expect(new Set(said).size).toBe(said.length);
    },
  );
});

test('a forgotten text does not compile', () => {
  const { quoted: _, ...withoutQuoted } = followUpWords.de.texts;
  // @ts-expect-error a rhythm that customers may get has no words
  const missing: FollowUpWords['texts'] = withoutQuoted;
  // @ts-expect-error a rhythm of three mails has one text
  const tooFew: FollowUpWords['texts']['quoted'] = (asked) => [followUpWords.de.stillHere(asked)];
  const one: FollowUpWords['texts']['new'] = (asked) => [followUpWords.de.stillHere(asked)];
  const { stopped: __, ...withoutStopped } = chaseReasons;
  // @ts-expect-error a rhythm that the owner gets has no words
  const unexplained: typeof chaseReasons = withoutStopped;
  expect([missing.quoted, tooFew(about).length, one(about).length, unexplained.stopped]).toEqual([
    undefined,
    1,
    1,
    undefined,
  ]);
});
