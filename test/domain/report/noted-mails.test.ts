import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mailFlags, mailOutcomes, noteReasons } from '../../../domain/inbound/incoming-mail.ts';
import type { IntakeRecord } from '../../../domain/ports/intake-log.ts';
import { byLikelihood, canWait, doubtfulMails, notedMails } from '../../../domain/report/noted-mails.ts';

const record = (overrides: Partial<IntakeRecord> = {}): IntakeRecord => ({
  deliveryId: 'delivery-1',
  receivedAt: '2026-11-23T09:00:00.000Z',
  outcome: 'auto-reply-noted',
  asideId: '1111111111',
  flags: [],
  ...overrides,
});
const noted = (overrides: Partial<IntakeRecord> = {}) => {
  const [mail] = notedMails([record(overrides)]);
  if (!mail) throw new Error('Not noted');
  return mail;
};

describe('records of earlier releases', () => {
  test('what lies in quarantine is found under the id that was called its lead', () => {
    const { asideId: _, ...old } = record({ outcome: 'spam-quarantined', leadId: '2222222222' });
    expect(notedMails([old])).toEqual([{ ...old, asideId: '2222222222', reason: 'spam' }]);
  });

  test('an absence note stands on its lead, and nothing lies aside of it', () => {
    const { asideId: _, ...old } = record({ leadId: '2222222222' });
    expect(notedMails([old])).toMatchObject([
      { asideId: undefined, standsOn: '2222222222', reason: 'automatic' },
    ]);
  });
});

test('every mail is a lead or an answer, or told: noted, doubtful, or a copy of one that came before', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...mailOutcomes),
      fc.subarray([...mailFlags]),
      fc.option(fc.constantFrom(...noteReasons), { nil: undefined }),
      (outcome, flags, reason) => {
        const mail = record({ outcome, flags, reason });
        const told = notedMails([mail]).length + doubtfulMails([mail]).length;
        const settled = ['lead-created', 'reply-appended', 'portal-noted', 'duplicate'].includes(outcome);
        expect(told).toBe(settled && flags.length === 0 && reason === undefined ? 0 : 1);
      },
    ),
  );
});

describe('the order', () => {
  test('mails of no lead first, then the likeliest request, then the newest', () => {
    const mails = [
      noted({ deliveryId: 'note', reason: 'absence', leadId: '2222222222' }),
      noted({ deliveryId: 'letter', reason: 'newsletter' }),
      noted({ deliveryId: 'old', reason: 'automatic' }),
      noted({ deliveryId: 'new', reason: 'automatic', receivedAt: '2026-11-23T10:00:00.000Z' }),
    ];
    expect(mails.toSorted(byLikelihood).map(({ deliveryId }) => deliveryId)).toEqual([
      'new',
      'old',
      'letter',
      'note',
    ]);
  });

  test('is the same whatever order they come in', () => {
    const any = fc.record({
      reason: fc.constantFrom(...noteReasons),
      leadId: fc.constantFrom(undefined, '2222222222'),
      deliveryId: fc.uuid(),
    });
    fc.assert(
      fc.property(fc.uniqueArray(any, { selector: ({ deliveryId }) => deliveryId, minLength: 2 }), (made) => {
        const mails = made.map(noted);
        expect(mails.toReversed().toSorted(byLikelihood)).toEqual(mails.toSorted(byLikelihood));
      }),
    );
  });
});

describe('what can wait for another digest', () => {
  test.each([
    ['an absence note that stands on a lead', { reason: 'absence', leadId: '2222222222' }, true],
    ['a bounce that stands on a lead', { reason: 'bounce', leadId: '2222222222' }, true],
    ['a mail of our own', { reason: 'own' }, true],
    ['an absence note of a stranger', { reason: 'absence' }, false],
    ['a newsletter', { reason: 'newsletter' }, false],
    ['a doubtful mail, though it stands on a lead', { reason: 'doubtful', leadId: '2222222222' }, false],
    ['an absence note with a virus', { reason: 'absence', leadId: '2222222222', flags: ['virus'] }, false],
  ] as const)('%s: %s', (_, overrides, waits) => {
    expect(canWait(noted(overrides))).toBe(waits);
  });
});
