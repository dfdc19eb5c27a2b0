/** One body may be about several people: an export, an automation that collects. */
import { describe, expect, test } from 'vitest';
import { aJsonPost } from '../../support/a-request.ts';
import { bodyOf, sendOne } from './a-sender.ts';

const paula = { name: 'Paula Klein', phone: '0171 5550101', message: 'Heizung kalt' };
const karl = { name: 'Karl Holt', email: 'karl@holt.test', message: 'Neues Bad' };

describe('several people in one body', () => {
  test.each([
    ['a list', [paula, karl]],
    ['a list in a wrapper', { data: [paula, karl] }],
    ['a list of wrappers', [{ json: paula }, { json: karl }]],
  ])('are a lead each: %s', async (_, body) => {
    const { response, leads } = await sendOne(aJsonPost(body));
    expect(response.status).toBe(200);
    expect(leads.map(({ contact }) => contact.name).toSorted()).toEqual(['Karl Holt', 'Paula Klein']);
    expect(leads.map(({ id }) => id)).toContain(bodyOf(response).id);
  });

  test('one who cannot be answered lies aside, and the others are leads', async () => {
    const { world, response, leads } = await sendOne(
      aJsonPost([{ name: 'Ohne Nummer', message: 'Bad' }, paula, karl]),
    );
    expect(response.status).toBe(200);
    expect(leads).toHaveLength(2);
    const kept = [...leads, ...world.leads.spam()].map(({ contact }) => contact.name);
    expect(kept).toContain('Paula Klein');
  });

  test('come again as the same', async () => {
    const { leads } = await sendOne(aJsonPost([paula, karl, paula]));
    expect(leads).toHaveLength(2);
  });

  test('the questions of one form are one person', async () => {
    const body = [
      { name: 'Name', value: 'Paula Klein' },
      { name: 'Telefon', value: '0171 5550101' },
      { name: 'Zweite Nummer', value: '089 5550102' },
    ];
    expect((await sendOne(aJsonPost(body))).leads).toHaveLength(1);
  });
});
