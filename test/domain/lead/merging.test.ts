import { expect, test } from 'vitest';
import { handingOver } from '../../../domain/lead/merging.ts';
import { aLeadIn, when } from '../../support/a-walk.ts';

test('what an answer taught a request is handed over with its words', () => {
  const place = { address: 'Lindenweg 4', postcode: '80331', city: 'München' };
  const { contact, ...newer } = aLeadIn('new');
  const { address: _address, postcode: _postcode, city: _city, ...placeless } = contact;
  const { lead } = when(
    { ...newer, contact: placeless },
    {
      type: 'record-reply',
      text: 'Wir wohnen im Lindenweg 4, 80331 München.',
      facts: place,
    },
  );
  const [first] = handingOver(lead).words;
  expect(first).toMatchObject({ contact: place });

  const older = when({ ...newer, id: '0000000009', contact: placeless }, handingOver(lead)).lead;
  expect(older.contact).toMatchObject(place);
  expect(older.proposals).toBeUndefined();
});
