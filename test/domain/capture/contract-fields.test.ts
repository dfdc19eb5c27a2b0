import { describe, expect, test } from 'vitest';
import { email, json, read } from './a-form.ts';

describe('the fields of the contract', () => {
  test('become the lead', () => {
    const submission = read(
      json({
        name: 'Erika Muster',
        email: ' Erika@Example.DE',
        phone: '0170 1234567',
        message: 'Neue Fliesen, bitte.',
        kind: 'project',
        urgency: 'soon',
        source: 'word-of-mouth',
        address: 'Lindenweg 7',
        postcode: '80331',
        city: 'München',
        installation: 'Bad',
        timeframe: 'Frühjahr',
        budget: '20.000 €',
        language: 'en',
        submissionId: 'abc',
        utm_source: 'google',
        utm_campaign: 'bad',
        page: 'https://www.muster-haustechnik.example/kontakt',
        referrer: 'https://suche.example',
        redirect: '/danke',
      }),
    );
    expect(submission).toEqual({
      contact: {
        name: 'Erika Muster',
        email,
        phone: '0170 1234567',
        phoneE164: '+491701234567',
        address: 'Lindenweg 7',
        postcode: '80331',
        city: 'München',
        language: 'en',
      },
      request: {
        message: 'Neue Fliesen, bitte.',
        kind: 'project',
        urgency: 'soon',
        gas: false,
        installation: 'Bad',
        timeframe: 'Frühjahr',
        budget: '20.000 €',
        extra: [],
      },
      source: 'word-of-mouth',
      attribution: {
        page: 'https://www.muster-haustechnik.example/kontakt',
        referrer: 'https://suche.example',
        utm: { utm_source: 'google', utm_campaign: 'bad' },
      },
      by: 'customer',
      submissionId: 'abc',
      redirect: '/danke',
      spam: false,
    });
  });

  test('win over names that only mean the same', () => {
    const { contact, request } = read(
      json({ 'E-Mail': 'other@example.de', email, Handy: '0170 1', phone: '089 5551230' }),
    );
    expect(contact).toMatchObject({ email, phone: '089 5551230' });
    expect(request.extra).toEqual([
      { name: 'E-Mail', value: 'other@example.de' },
      { name: 'Handy', value: '0170 1' },
    ]);
  });

  test('may come from a call that the owner took', () => {
    expect(read(json({ phone: '089 1234560' }), 'owner')).toMatchObject({ by: 'owner', source: 'phone' });
  });
});
