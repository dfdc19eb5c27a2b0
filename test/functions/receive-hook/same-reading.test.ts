import { describe, expect, test } from 'vitest';
import { captureLead } from '../../../functions/capture-lead/capture-lead.ts';
import { aRequest } from '../../support/a-request.ts';
import { aWorld } from '../../support/a-world.ts';
import { aHookedWorld, asJson } from './a-hook.ts';

async function throughBoth(body: object) {
  const world = await aWorld();
  await captureLead(aRequest({ method: 'POST', ...asJson(body) }), world);
  const hooked = await aHookedWorld({ sender: 'zapier' });
  const answer = await hooked.json(body);
  return { answer, form: world.leads.all(), hook: hooked.leads() };
}

describe('a hook understands what our own door for forms understands', () => {
  test.each([
    { name: 'Ines Brandt', phone: 'bitte per WhatsApp', message: 'Heizung kalt', Nummer: '0171 5550123' },
    { name: 'Ines Brandt', message: 'Bitte rufen Sie mich an: 0171 5550123, die Heizung ist kalt' },
    { name: 'Ines Brandt', message: 'Schreiben Sie bitte an ines@kunde.test, neues Bad' },
    { text: 'Neue Anfrage von Ines Brandt\nTelefon: 0171 5550123\nE-Mail: ines@kunde.test\nBad neu' },
    { data: { Anliegen: 'Rohrbruch im Keller! 0171 5550123' } },
  ])('%j', async (body) => {
    const { answer, form, hook } = await throughBoth(body);
    expect(hook).toHaveLength(1);
    expect(answer).not.toHaveProperty('kept');
    expect(hook.map(({ contact, request }) => ({ contact, request }))).toEqual(
      form.map(({ contact, request }) => ({ contact, request })),
    );
  });

  test.each([
    { name: 'Ines Brandt', phone: 'bitte per WhatsApp', message: 'Heizung kalt', Kundennummer: '0891234567' },
    { name: 'Ines Brandt', message: 'Bitte rufen Sie mich an' },
    { name: 'Ines Brandt', message: 'Gesendet an info@muster-haustechnik.example' },
  ])('and makes no lead of whom nobody can reach: %j', async (body) => {
    const { answer, form, hook } = await throughBoth(body);
    expect([form, hook]).toEqual([[], []]);
    expect(answer).toEqual({ kept: true });
  });
});

test('of a call only the telephone system knows who called', async () => {
  const { json, leads } = await aHookedWorld({ sender: 'telephone' });
  await json({ subject: 'Anlage', text: 'Wartung der Anlage, Hotline 0800 5550123' });
  expect(leads()).toEqual([]);
});
