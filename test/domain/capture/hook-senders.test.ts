import { describe, expect, test } from 'vitest';
import { hookSender } from '../../../domain/capture/hook-senders.ts';

describe('an address made for a telephone is one, by whatever name', () => {
  test.each([
    'phone',
    'telefon',
    'telephone',
    'telefonanlage',
    'call',
    'calls',
    'missed-calls',
    'anruf',
    'anrufe-buero',
    '3cx',
    'sipgate',
    'sipgate-werkstatt',
    'fritzbox',
    'fritz-box',
    'ring-central',
    'aircall',
    'voip',
    'call-center',
  ])('%s', (name) => {
    expect(hookSender(name)).toMatchObject({ source: 'phone', telephone: true });
  });

  test.each([
    'typeform',
    'landingpage-bad',
    'webhook',
    'calendly',
    'mobil',
    'kontakt',
    'callisto',
    'toString',
  ])('but %s is none', (name) => {
    expect(hookSender(name).telephone).toBeUndefined();
  });

  test('sipgate is told where to by each of its names', () => {
    expect(hookSender('sipgate-werkstatt').asksWhereTo).toBe(true);
    expect(hookSender('telefon').asksWhereTo).toBeUndefined();
  });
});
