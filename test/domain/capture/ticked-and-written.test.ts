import { describe, expect, test } from 'vitest';
import { json, read } from './a-form.ts';

const typeform = (answer: unknown) => ({
  form_response: {
    token: 't-71',
    definition: { fields: [{ id: 'q1', ref: 'wish', title: 'Worum geht es?', type: 'multiple_choice' }] },
    answers: [
      { type: 'phone_number', phone_number: '0171 5550641', field: { id: 'q0', type: 'phone_number' } },
      { ...(answer as object), field: { id: 'q1', ref: 'wish', type: 'multiple_choice' } },
    ],
  },
});
const said = (body: unknown) => {
  const { request } = read(json(body));
  return [request.message, ...request.extra.map(({ value }) => value)].join('\n');
};

describe('what somebody writes beside what he ticks', () => {
  test.each([
    [['Bad'], 'Sauna im Keller'],
    [['Dusche', 'Fliesen'], 'Spiegelschrank mit Licht'],
    [['Küche'], 'Bad'],
  ])('is kept with it: %j and %s', (labels, other) => {
    const text = said(typeform({ type: 'choices', choices: { ids: ['a', 'b'], labels, other } }));
    for (const one of [...labels, other]) expect(text).toContain(one);
  });

  test('is kept beside the one that could be chosen, and alone', () => {
    const one = said(typeform({ type: 'choice', choice: { id: 'a', label: 'Heizung', other: 'Kamin' } }));
    expect(one).toContain('Heizung');
    expect(one).toContain('Kamin');
    expect(said(typeform({ type: 'choice', choice: { other: 'Brunnen' } }))).toContain('Brunnen');
  });

  test.each(['Wasser läuft durch die Decke', 'Rohrbruch im Flur', 'Es riecht nach Gas'])(
    'is an emergency if it says so: %s',
    (other) => {
      const body = typeform({ type: 'choices', choices: { ids: ['a'], labels: ['Heizung'], other } });
      expect(read(json(body)).request.urgency).toBe('now');
    },
  );

  test.each([false, true, null, 'Heizung', ''])('is nothing if it says nothing more: %j', (other) => {
    const body = typeform({ type: 'choices', choices: { labels: ['Heizung'], other } });
    expect(said(body).trim()).toBe('Heizung');
  });
});
