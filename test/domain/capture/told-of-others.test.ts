import { describe, expect, test } from 'vitest';
import { json, read } from './a-form.ts';

const place = (message: string) => {
  const { address, postcode } = read(json({ phone: '0171 5550646', message })).contact;
  return { address, postcode };
};

describe('where somebody lives who wrote it into his message', () => {
  test.each([
    'Den Schlüssel hat meine Mutter in der Hauptstraße 9. Das Bad ist bei mir im Eichenweg 7, 81243 München.',
    'Mein Nachbar in der Rosenstraße 3 hat bei Ihnen sein Bad bauen lassen. Unseres ist im Eichenweg 7, 81243 München.',
  ])('is not the place of others: %j', (message) => {
    expect(place(message)).toEqual({ address: 'Eichenweg 7', postcode: '81243' });
  });

  test('is nobody else’s where no other place stands', () => {
    expect(place('Mein Nachbar, Tel. 0171 5555555, hat ein schönes Bad in der Rosenstraße 3.').address).toBe(
      undefined,
    );
  });

  test('is that of a relative where the work is there', () => {
    expect(place('Das Bad meiner Mutter in der Hauptstraße 9 ist undicht.').address).toBe('Hauptstraße 9');
  });
});
