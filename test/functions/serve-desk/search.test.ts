import { describe, expect, test } from 'vitest';
import type { Lead } from '../../../domain/lead/lead.ts';
import { leadNumber, lost } from '../../contract/numbered-leads.ts';
import { aWorld } from '../../support/a-world.ts';
import { linksOf, textOf } from '../../support/read-page.ts';
import { aDesk } from './a-browser.ts';

const named = (number: number, contact: Partial<Lead['contact']>, more: Partial<Lead> = {}) =>
  leadNumber(number, { contact: { language: 'de', ...contact }, ...more });

const someLeads = [
  named(1, { name: 'Jörg Müller', phone: '0221 1234567', phoneE164: '+492211234567', city: 'Köln' }),
  named(2, { name: 'J. Mueller', phoneE164: '+492211234567' }, lost('2026-11-20T08:00:00.000Z')),
  named(3, { name: 'Anna Klein', email: 'anna@klein.example', city: 'Bonn' }),
];

const aFilledDesk = async () => aDesk(await aWorld({ leads: someLeads }));

describe('the search', () => {
  test('shows requests with where they stand, open ones first, and the person once', async () => {
    const desk = await aFilledDesk();
    const answer = await desk.get('/desk/search?q=Mueller');
    expect(answer.status).toBe(200);
    const text = textOf(answer);
    expect(text.indexOf('Jörg Müller')).toBeLessThan(text.indexOf('J. Mueller'));
    expect(text).toContain('2 Anfragen gefunden');
    expect(text).toContain('Sie sind dran.');
    expect(text).not.toContain('Anna Klein');
    const urls = [...linksOf(answer).values()];
    expect(urls).toContain('/desk/leads/0000000001');
    expect(urls.filter((url) => url.startsWith('/desk/contacts/'))).toHaveLength(1);
  });

  test('says what was searched where nothing is found, and begins a call with the number typed', async () => {
    const desk = await aFilledDesk();
    const answer = await desk.get(`/desk/search?${new URLSearchParams({ q: '0171 / 99 88 77' })}`);
    expect(textOf(answer)).toContain('Nichts gefunden für „0171 / 99 88 77“.');
    const call = [...linksOf(answer).values()].find((url) => url.startsWith('/desk/call?')) ?? '';
    expect(new URL(call, 'https://x.example').searchParams.get('phone')).toBe('0171 / 99 88 77');
    expect(textOf(await desk.get('/desk/search?q=Xaver'))).toContain('Telefonnummern');
  });

  test('shows the request whose number is typed, and leads nobody anywhere by itself', async () => {
    const desk = await aFilledDesk();
    const answer = await desk.get('/desk/search?q=0000000003');
    expect(answer.status).toBe(200);
    expect(textOf(answer)).toContain('Anna Klein');
  });

  test('shows whatever was typed as text', async () => {
    const desk = await aFilledDesk();
    const answer = await desk.get(
      `/desk/search?${new URLSearchParams({ q: '"><script>alert(1)</script>' })}`,
    );
    expect(answer.body).not.toContain('<script>alert');
    expect((await desk.get('/desk/search')).status).toBe(200);
  });

  test('puts no address and no number into the address of a page', async () => {
    const desk = await aFilledDesk();
    const urls = [...linksOf(await desk.get('/desk/search?q=klein')).values()];
    for (const url of urls) expect(url).not.toMatch(/@|%40|1234567/);
  });

  test('a page goes out compressed, and is not sent again to whoever has it', async () => {
    const desk = await aFilledDesk();
    const first = await desk.get('/desk/search?q=Mueller', { 'accept-encoding': 'br' });
    expect(first.headers['content-encoding']).toBe('br');
    const known = { 'if-none-match': first.headers.etag ?? '' };
    expect((await desk.get('/desk/search?q=Mueller', known)).status).toBe(304);
    expect((await desk.get('/desk/search?q=Klein', known)).status).toBe(200);
  });
});
