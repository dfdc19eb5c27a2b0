import { describe, expect, test } from 'vitest';
import { hmacFormSeals } from '../../../adapters/crypto/form-seals.ts';
import { hmacLinks } from '../../../adapters/crypto/hmac-links.ts';
import { addDuration } from '../../../domain/time/local-time.ts';
import { provenFieldsOf } from '../../support/own-form.ts';

const key = (id: string) => ({ id, secret: `${id} is a secret, long enough to sign with it` });
const seals = hmacFormSeals({ keys: async () => ({ current: key('2'), previous: [key('1')] }) });
const at = '2026-11-23T09:00:00.000Z';

/** The proof as the script of the form sends it. */
async function proofFor(submissionId: string, by = seals) {
  const { challenge } = await by.seal(submissionId, at);
  const body = `<input name="altcha" data-challenge="${challenge.replaceAll('"', '&quot;')}">`;
  return (await provenFieldsOf({ body })).altcha ?? '';
}

type Proof = { challenge: { parameters: Record<string, unknown> }; solution: Record<string, unknown> };
function forged(proof: string, change: (proof: Proof) => void): string {
  const parsed = JSON.parse(Buffer.from(proof, 'base64').toString()) as Proof;
  change(parsed);
  return Buffer.from(JSON.stringify(parsed)).toString('base64');
}

describe('the moment a form was rendered', () => {
  test('is read from it, however long it was open', async () => {
    const { rendered } = await seals.seal('id-1', at);
    expect(await seals.readRendered('id-1', rendered)).toBe(at);
  });

  test('cannot be changed, nor taken to another form', async () => {
    const { rendered } = await seals.seal('id-1', at);
    const earlier = rendered.replace(/^[^.]+/, Date.parse('2026-11-23T08:00:00.000Z').toString(36));
    const odd = ['', '.', rendered.slice(0, -1), `${rendered}x`, rendered.toUpperCase(), 'x'.repeat(10_000)];
    for (const text of [earlier, ...odd])
      expect(await seals.readRendered('id-1', text), text).toBeUndefined();
    expect(await seals.readRendered('id-2', rendered)).toBeUndefined();
  });

  test('is still read after the key was changed, and not of a key nobody knows', async () => {
    const before = hmacFormSeals({ keys: async () => ({ current: key('1') }) });
    expect(await seals.readRendered('id-1', (await before.seal('id-1', at)).rendered)).toBe(at);
    const stranger = hmacFormSeals({ keys: async () => ({ current: key('9') }) });
    expect(await seals.readRendered('id-1', (await stranger.seal('id-1', at)).rendered)).toBeUndefined();
  });

  test('is signed by no key that opens a link', async () => {
    const links = hmacLinks({ baseUrl: 'https://anfrage.example', keys: { current: key('2') } });
    const { rendered } = await seals.seal('id-1', at);
    expect(links.read(rendered, at)).toBeUndefined();
  });
});

describe('the work for a form', () => {
  test('is proven for it, on the next morning as well', async () => {
    const proof = await proofFor('id-1');
    expect(await seals.readProof('id-1', proof, at)).toEqual(expect.any(String));
    expect(await seals.readProof('id-1', proof, addDuration(at, 'PT23H'))).toEqual(expect.any(String));
  });

  test('has one name, by which it can be counted', async () => {
    const proof = await proofFor('id-1');
    const once = await seals.readProof('id-1', proof, at);
    expect(
      await seals.readProof(
        'id-1',
        forged(proof, ({ solution }) => (solution.time = 7)),
        at,
      ),
    ).toBe(once);
    expect(await seals.readProof('id-1', await proofFor('id-1'), at)).not.toBe(once);
  });

  test('proves nothing after a day, so that nobody keeps a stock of it, nor for another form', async () => {
    const proof = await proofFor('id-1');
    expect(await seals.readProof('id-1', proof, addDuration(at, 'PT25H'))).toBeUndefined();
    expect(await seals.readProof('id-2', proof, at)).toBeUndefined();
  });

  test.each<[string, (proof: Proof) => void]>([
    ['was not done', ({ solution }) => (solution.counter = 4_000_000_000)],
    ['was made lighter', ({ challenge }) => (challenge.parameters.cost = 1)],
    ['asks for nothing', ({ challenge }) => (challenge.parameters.keyPrefix = '')],
    ['would cost us an hour', ({ challenge }) => (challenge.parameters.cost = 1e12)],
    ['was taken from another form', ({ challenge }) => (challenge.parameters.data = { form: 'id-1' })],
    ['is signed by nobody', (proof) => (proof.challenge = { parameters: proof.challenge.parameters })],
    [
      'names a key that there is not',
      ({ challenge }) => (challenge.parameters.data = { form: 'id-1', key: '9', at: 'x' }),
    ],
    ['has no solution', (proof) => (proof.solution = {})],
    ['has a solution of another kind', (proof) => (proof.solution = 7 as never)],
    ['has no parameters', (proof) => (proof.challenge = {} as never)],
  ])('proves nothing if it %s', async (_, change) => {
    expect(await seals.readProof('id-1', forged(await proofFor('id-1'), change), at)).toBeUndefined();
  });

  test.each([
    '',
    'no base64!',
    'e30=',
    'bnVsbA==',
    'W10=',
    Buffer.from('"x"').toString('base64'),
    'A'.repeat(1_000_000),
  ])('proves nothing where there is none: %#', async (proof) => {
    expect(await seals.readProof('id-1', proof, at)).toBeUndefined();
  });
});
