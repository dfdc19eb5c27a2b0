import { describe, expect, test } from 'vitest';
import { hmacLinks } from '../../../adapters/crypto/hmac-links.ts';
import { actionsFor, primaryActionsFor } from '../../../domain/lead/actions.ts';
import { addDuration } from '../../../domain/time/local-time.ts';
import {
  actionLink,
  actionLinks,
  captureCallLink,
  primaryLinks,
  stopLink,
} from '../../../functions/shared/action-links.ts';
import { aLeadIn, monday10 } from '../../support/a-walk.ts';

const links = hmacLinks({
  baseUrl: 'https://anfrage.example',
  keys: { current: { id: '1', secret: 'a secret for tests, long enough to sign' } },
});
const lead = aLeadIn('quoted');

const read = (url: string, at = monday10) => links.read(url.split('/a/')[1] ?? '', at);
const later = (days: number) => addDuration(monday10, `P${days}D`);

describe('the links about a lead', () => {
  test('are the steps that make sense now, two of them for a line of the digest', () => {
    const { all, viewUrl } = actionLinks(links, lead, monday10);
    const primary = primaryLinks(links, lead, monday10);
    expect(all.map(({ url }) => read(url)?.action)).toEqual(actionsFor(lead, monday10));
    expect(primary.map(({ url }) => read(url)?.action)).toEqual(primaryActionsFor(lead, monday10));
    expect(primary.map(({ label }) => label)).toEqual(['In Verhandlung', 'Gewonnen']);
    expect(read(viewUrl)).toMatchObject({ leadId: lead.id, action: 'view' });
  });

  test('that change something name the generation they were made in, the one that only shows needs none', () => {
    expect(read(actionLink(links, lead, 'win', monday10).url)?.generation).toBe(lead.generation);
    expect(read(actionLink(links, lead, 'view', monday10).url)?.generation).toBeUndefined();
  });

  test('of the owner hold sixty days', () => {
    for (const url of [actionLink(links, lead, 'win', monday10).url, captureCallLink(links, monday10)]) {
      expect(read(url, later(59))).toBeDefined();
      expect(read(url, later(60))).toBeUndefined();
    }
  });
});

test('the customer’s link to stop mails holds more than a year, whatever the lead became', () => {
  const url = stopLink(links, lead.id, monday10);
  expect(read(url, later(399))).toEqual({ leadId: lead.id, action: 'stop', expiresAt: later(400) });
  expect(read(url, later(400))).toBeUndefined();
});

test('the link to note a phone call is about no lead', () => {
  expect(read(captureCallLink(links, monday10))).toEqual({ action: 'capture-call', expiresAt: later(60) });
});
