import { describe, expect, test } from 'vitest';
import { recognisePerson } from '../../../domain/lead/known-person.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { knownInWords } from '../../../views/words/known-person.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn } from '../../support/a-walk.ts';

const lead = aLead({ id: '0000000009', capturedAt: '2026-11-23T08:00:00.000Z' });
const earlier = (id: string, capturedAt: string, overrides: Partial<Lead> = {}): Lead => ({
  ...aLead({ id, capturedAt }),
  ...overrides,
});
const asking = (message: string, overrides: Partial<Lead['request']> = {}): Partial<Lead> => ({
  request: { urgency: 'planned', gas: false, extra: [], message, ...overrides },
});
const today = { now: '2026-11-23T08:00:00.000Z', timeZone: 'Europe/Berlin' };

describe('what earlier requests tell', () => {
  test('how many there were, and what became of the last', () => {
    const known = recognisePerson(lead, [
      earlier('0000000001', '2024-05-01T08:00:00.000Z', { stage: 'lost' }),
      earlier('0000000002', '2025-05-01T08:00:00.000Z', { stage: 'won' }),
    ]);
    expect(known).toMatchObject({
      requests: 2,
      last: { leadId: '0000000002', topic: 'bathroom', stage: 'won' },
    });
    expect(known && knownInWords(known, today)).toBe('Kennt uns: 2 Anfragen, zuletzt Bad 2025, gewonnen');
  });

  test.each([
    ['won', 'gewonnen'],
    ['lost', 'kein Auftrag'],
    ['service-done', 'erledigt'],
    ['quoted', 'noch offen'],
    ['unqualified', 'zurückgestellt'],
  ] as const)('a last one in %s is %s', (stage, says) => {
    const known = recognisePerson(lead, [earlier('0000000001', '2025-05-01T08:00:00.000Z', { stage })]);
    expect(known && knownInWords(known, today)).toBe(`Kennt uns: 1 Anfrage, zuletzt Bad 2025, ${says}`);
  });

  test('nothing, where it was spam, erased, put into another one, later, or the lead itself', () => {
    const at = '2025-05-01T08:00:00.000Z';
    const erased = { type: 'erased', at, by: 'owner', expiresOn: '2027-01-01' } as const;
    expect(
      recognisePerson(lead, [
        lead,
        earlier('0000000001', at, { spam: true }),
        earlier('0000000002', at, { timeline: [erased] }),
        earlier('0000000003', at, { mergedInto: '0000000002' }),
        earlier('0000000004', '2026-12-01T08:00:00.000Z'),
      ]),
    ).toBeUndefined();
  });

  test('never a word that the customer wrote', () => {
    const known = recognisePerson(lead, [
      earlier(
        '0000000001',
        '2025-05-01T08:00:00.000Z',
        asking('Bei Tante Frieda in der Geheimgasse tropft der Wasserhahn'),
      ),
    ]);
    expect(JSON.stringify(known)).not.toMatch(/Frieda|Geheim|Tante/);
    expect(known?.last?.topic).toBe('tap');
  });
});

describe('the same request again', () => {
  const days = (count: number) => new Date(Date.parse(lead.capturedAt) - count * 86_400_000).toISOString();
  const belongs = (mine: Partial<Lead>, theirs: Partial<Lead>, daysAgo = 3) =>
    recognisePerson({ ...lead, ...mine }, [earlier('0000000001', days(daysAgo), theirs)])?.belongsTo;
  const shower = asking('Neue Dusche im Dachgeschoss, bitte um ein Angebot');

  test.each([
    ['in nearly the same words', shower, asking('Nochmals: neue Dusche im Dachgeschoss! Bitte Angebot.')],
    [
      'about the same thing in other words',
      asking('Dusche undicht'),
      asking('Wann kommt jemand wegen der Dusche?'),
    ],
    [
      'of the same kind, where nobody says what it is',
      asking('Bitte kommen', { kind: 'repair' }),
      asking('Wo bleiben Sie?', { kind: 'repair' }),
    ],
    ['an emergency that rings twice', { ...shower, stage: 'service' }, { ...shower, stage: 'service' }],
  ] as const)('is one %s', (_, mine, theirs) => {
    expect(belongs(mine, theirs)).toBe('0000000001');
  });

  test.each([
    ['one that is closed', shower, { ...shower, stage: 'lost' }, 3],
    ['one of last month', shower, shower, 15],
    ['something else', asking('Die Heizung ist kalt'), shower, 3],
    ['an emergency beside a request that rings nowhere', { ...shower, stage: 'service' }, shower, 3],
    [
      'the same kind in another house',
      { ...asking('Heizung kalt'), contact: { ...lead.contact, address: 'Am Markt 3' } },
      asking('Heizung kalt'),
      3,
    ],
    [
      'the same kind for another tenant',
      { ...asking('Abfluss zu'), contact: { ...lead.contact, name: 'Carla Dach' } },
      asking('Abfluss verstopft, bitte kommen'),
      3,
    ],
  ] as const)('is not %s', (_, mine, theirs, daysAgo) => {
    expect(belongs(mine as Partial<Lead>, theirs as Partial<Lead>, daysAgo)).toBeUndefined();
  });

  test('is the most alike of several', () => {
    const others = [
      earlier('0000000001', days(1), asking('Dusche tropft')),
      earlier('0000000002', days(5), shower),
    ];
    expect(recognisePerson({ ...lead, ...shower }, others)?.belongsTo).toBe('0000000002');
  });

  test('is none for a lead that nobody asked before', () => {
    expect(recognisePerson(aLeadIn('new'), [])).toBeUndefined();
  });
});
