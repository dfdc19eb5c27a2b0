import { createHash, createHmac, generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSignedBy } from '../../../adapters/crypto/hook-signatures.ts';
import { phpJson } from '../../../adapters/crypto/php-json.ts';
import type { SignatureScheme } from '../../../domain/capture/hook-senders.ts';

const nowMs = Date.parse('2026-11-23T09:00:00.000Z');
const nowSeconds = Math.floor(nowMs / 1000);
const ageMs = (atMs: number) => nowMs - atMs;

type Headers = Record<string, string>;
interface Signed {
  readonly headers: Headers;
  readonly body: Buffer;
}

const mac = (secret: string | Buffer, ...parts: (string | Buffer)[]) => {
  const hmac = createHmac('sha256', secret);
  for (const part of parts) hmac.update(part);
  return hmac.digest();
};
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();

function jwt(header: object, claims: object, signature: (signed: string) => Buffer): string {
  const signed = `${part(header)}.${part(claims)}`;
  return `${signed}.${signature(signed).toString('base64url')}`;
}

const wixToken = (text: string, claims: object = {}): string =>
  jwt({ alg: 'RS256' }, { data: text, iat: nowSeconds, ...claims }, (signed) =>
    sign('sha256', Buffer.from(signed), privateKey),
  );

/** How each sender signs a body, with the secret it shares. */
const senders: Readonly<
  Record<
    Exclude<SignatureScheme, 'google-key' | 'wix'>,
    (body: Buffer, secret: string, at?: number) => Headers
  >
> = {
  typeform: (body, secret) => ({ 'typeform-signature': `sha256=${mac(secret, body).toString('base64')}` }),
  tally: (body, secret) => ({ 'tally-signature': mac(secret, body).toString('base64') }),
  placetel: (body, secret) => ({ 'x-placetel-signature': mac(secret, body).toString('hex') }),
  meta: (body, secret) => ({ 'x-hub-signature-256': `sha256=${mac(secret, body).toString('hex')}` }),
  wpforms: (body, secret, at = nowSeconds) => ({
    'content-type': 'application/json; charset=utf-8',
    'x-wpforms-webhook-signature': `t=${at},v=${mac(secret, `${at}.`, body).toString('hex')}`,
  }),
  webflow: (body, secret, at = nowSeconds) => ({
    'x-webflow-timestamp': String(at * 1000),
    'x-webflow-signature': mac(secret, `${at * 1000}:`, body).toString('hex'),
  }),
  netlify: (body, secret) => ({
    'x-webhook-signature': jwt(
      { alg: 'HS256', typ: 'JWT' },
      { iss: 'netlify', sha256: createHash('sha256').update(body).digest('hex') },
      (signed) => mac(secret, signed),
    ),
  }),
  standard: (body, secret, at = nowSeconds) => ({
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(at),
    'webhook-signature': `v1,${mac(Buffer.from(secret, 'base64'), `msg_1.${at}.`, body).toString('base64')}`,
  }),
};
const schemes = Object.keys(senders) as (keyof typeof senders)[];
const timed = ['wpforms', 'webflow', 'standard'] as const;

const check = (scheme: SignatureScheme | undefined, { headers, body }: Signed, secret: string): boolean =>
  isSignedBy(scheme, { headers, body, secret, ageMs });

const bodies = fc.uint8Array({ minLength: 1, maxLength: 300 }).map((bytes) => Buffer.from(bytes));
const secrets = fc.stringMatching(/^[A-Za-z0-9+/]{8,40}$/).filter((text) => text.length % 4 === 0);

describe.each(schemes)('what %s signs', (scheme) => {
  const signed = (body: Buffer, secret: string) => ({ headers: senders[scheme](body, secret), body });

  test('is known by the secret it shares with us, whatever it says', () => {
    fc.assert(
      fc.property(bodies, secrets, (body, secret) => check(scheme, signed(body, secret), secret)),
      { numRuns: 50 },
    );
  });

  test('is not known by another secret, nor with one byte changed, nor without its signature', () => {
    fc.assert(
      fc.property(bodies, secrets, secrets, fc.nat(), (body, secret, other, place) => {
        fc.pre(secret !== other);
        const { headers } = signed(body, secret);
        const changed = Buffer.from(body);
        changed[place % body.length] = ((changed[place % body.length] ?? 0) + 1) % 256;
        return (
          !check(scheme, { headers, body }, other) &&
          !check(scheme, { headers, body: changed }, secret) &&
          !check(scheme, { headers: {}, body }, secret)
        );
      }),
      { numRuns: 50 },
    );
  });

  test('cannot be made up', () => {
    fc.assert(
      fc.property(bodies, secrets, fc.string(), (body, secret, forged) => {
        const headers = Object.fromEntries(
          Object.keys(senders[scheme](body, secret)).map((name) => [name, forged]),
        );
        return !check(scheme, { headers, body }, secret);
      }),
      { numRuns: 50 },
    );
  });
});

describe.each(timed)('what %s signed', (scheme) => {
  const body = Buffer.from('{"name":"Lena Vogt"}');
  test.each([
    ['just now', 0, true],
    ['four minutes ago', 240, true],
    ['six minutes ago', 360, false],
    ['six minutes ahead of us', -360, false],
  ])('%s', (_, secondsAgo, known) => {
    const headers = senders[scheme](body, 'c2VjcmV0', nowSeconds - secondsAgo);
    expect(check(scheme, { headers, body }, 'c2VjcmV0')).toBe(known);
  });
});

test('a signature of Placetel is the one in its own documentation', () => {
  const body = Buffer.from(
    'call_id=4a4cbb39578170aed9a2761a7bec8c7e704a541f52291ef603d6f5f152980c3c&event=CallAccepted&from=0123456789&to=0987654321',
  );
  const headers = {
    'x-placetel-signature': 'c4f823c5b8806432fe2b83b1fc2ee714422e0cdfb4b5129152a7d0bbcd7792d0',
  };
  expect(check('placetel', { headers, body }, '12345')).toBe(true);
});

test('a signature of the standard is the one of its own examples', () => {
  const headers = {
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,somethingElse v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  };
  const signed = {
    headers,
    body: Buffer.from('{"test": 2432232314}'),
    secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    ageMs: () => 0,
  };
  expect(isSignedBy('standard', signed)).toBe(true);
});

describe('WPForms signs a form before WordPress encodes it', () => {
  // By PHP 8.2, json_encode and http_build_query of one array.
  const json =
    '{"name":"J\\u00f6rg Wei\\u00df","seite":"https:\\/\\/muster.test\\/bad","leistung":"Heizung||Wartung","termin":{"value":"01.12.2026","unix":1796083200},"fotos":["https:\\/\\/muster.test\\/1.jpg","https:\\/\\/muster.test\\/2.jpg"],"leer":"","rest":"100 % & mehr \\ud83d\\udee0"}';
  const wire =
    'name=J%C3%B6rg+Wei%C3%9F&seite=https%3A%2F%2Fmuster.test%2Fbad&leistung=Heizung%7C%7CWartung&termin%5Bvalue%5D=01.12.2026&termin%5Bunix%5D=1796083200&fotos%5B0%5D=https%3A%2F%2Fmuster.test%2F1.jpg&fotos%5B1%5D=https%3A%2F%2Fmuster.test%2F2.jpg&leer=&rest=100+%25+%26+mehr+%F0%9F%9B%A0';
  const headers = {
    'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
    'x-wpforms-webhook-signature': `t=${nowSeconds},v=${mac('s3cret', `${nowSeconds}.${json}`).toString('hex')}`,
  };

  test('and is known by it', () => {
    expect(check('wpforms', { headers, body: Buffer.from(wire) }, 's3cret')).toBe(true);
  });

  test('and not with another word in it', () => {
    const body = Buffer.from(wire.replace('Wartung', 'Wallbox'));
    expect(check('wpforms', { headers, body }, 's3cret')).toBe(false);
  });

  test.each([
    ['numbers as names stay in their order', '9=a&3=b', '{"9":"a","3":"b"}'],
    ['a list that begins with 0 is a list', 'x%5B%5D=a&x%5B%5D=b', '{"x":["a","b"]}'],
    ['a list with a gap is none', 'x%5B1%5D=a', '{"x":{"1":"a"}}'],
    ['nothing is an empty list', '', '[]'],
  ])('%s', (_, form, expected) => {
    expect(phpJson(form)).toContain(expected);
  });

  test('a form that contradicts itself or nests without end is signed by nobody', () => {
    expect(phpJson('a=1&a%5Bb%5D=2')).toEqual([]);
    expect(phpJson(`a${'%5Bx%5D'.repeat(5_000)}=1`)).toEqual([]);
  });
});

describe('Netlify', () => {
  const body = Buffer.from('{"data":{"name":"Lena Vogt"}}');
  const sha256 = createHash('sha256').update(body).digest('hex');
  const token = (header: object, claims: object, secret = 'geheim') => ({
    'x-webhook-signature': jwt(header, claims, (signed) => mac(secret, signed)),
  });

  test.each([
    ['a token of another issuer', { alg: 'HS256' }, { iss: 'somebody', sha256 }],
    ['a token without the hash', { alg: 'HS256' }, { iss: 'netlify' }],
    ['a token that claims to need no signature', { alg: 'none' }, { iss: 'netlify', sha256 }],
  ])('%s proves nothing', (_, header, claims) => {
    expect(check('netlify', { headers: token(header, claims), body }, 'geheim')).toBe(false);
  });

  test('the plain HMAC that some examples compare is no token', () => {
    const headers = { 'x-webhook-signature': mac('geheim', body).toString('hex') };
    expect(check('netlify', { headers, body }, 'geheim')).toBe(false);
  });
});

describe('Wix sends a body that is a token', () => {
  const send = (token: string, key = pem) => check('wix', { headers: {}, body: Buffer.from(token) }, key);

  test('which its public key proves', () => {
    expect(send(wixToken('x'))).toBe(true);
    expect(send(`"${wixToken('x')}"\n`)).toBe(true);
    expect(send(wixToken('x'), pem.replaceAll('\n', '\\n'))).toBe(true);
  });

  test('which nobody else can write', () => {
    const [header, , signature] = wixToken('x').split('.');
    expect(send(`${header}.${part({ data: 'y' })}.${signature}`)).toBe(false);
    const withKeyAsSecret = jwt({ alg: 'HS256' }, { data: 'x' }, (signed) => mac(pem, signed));
    expect(send(withKeyAsSecret)).toBe(false);
    expect(send(wixToken('x'), 'no key at all')).toBe(false);
    expect(send('{"data":"x"}')).toBe(false);
  });

  test('which ends', () => {
    expect(send(wixToken('x', { exp: nowSeconds + 3600 }))).toBe(true);
    expect(send(wixToken('x', { exp: nowSeconds - 3600 }))).toBe(false);
  });
});

describe('Google Ads repeats the key that was typed in there', () => {
  const send = (value: unknown) =>
    check('google-key', { headers: {}, body: Buffer.from(JSON.stringify(value)) }, 'Bad-2026');

  test('and is known by it', () => {
    expect(send({ google_key: 'Bad-2026', lead_id: '1' })).toBe(true);
  });

  test.each([[{ google_key: 'bad-2026' }], [{}], [null], [{ google_key: ['Bad-2026'] }], ['Bad-2026']])(
    '%j is not known',
    (value) => {
      expect(send(value)).toBe(false);
    },
  );
});

describe('a sender of another make', () => {
  const body = Buffer.from('name=Lena');
  const send = (headers: Headers) => check(undefined, { headers, body }, 'c2VjcmV0');

  test('may have the secret in a header', () => {
    expect(send({ 'x-webhook-secret': 'c2VjcmV0' })).toBe(true);
    expect(send({ authorization: 'Bearer c2VjcmV0' })).toBe(true);
    expect(send({ authorization: 'Bearer c2VjcmV1' })).toBe(false);
    expect(send({})).toBe(false);
  });

  test('may sign by the standard or as Meta does', () => {
    expect(send(senders.standard(body, 'c2VjcmV0'))).toBe(true);
    expect(send(senders.meta(body, 'c2VjcmV0'))).toBe(true);
    expect(send({ ...senders.standard(body, 'other123'), 'x-webhook-secret': 'c2VjcmV0' })).toBe(false);
  });
});
