/** Getting in by a passkey: added by somebody who is in, and used instead of a mail. */
import { createHash, randomBytes } from 'node:crypto';
import { brandOf } from '../../domain/business/company.ts';
import { personAt } from '../../domain/business/people.ts';
import {
  type Challenge,
  type Passkey,
  type PasskeyReader,
  type Passkeys,
  passkeyAlgorithms,
} from '../../domain/ports/passkeys.ts';
import { loginPage } from '../../views/desk/login-pages.ts';
import { mePage } from '../../views/desk/me-page.ts';
import { deskPlaces } from '../../views/desk/places.ts';
import { deviceInWords } from '../../views/words/desk/devices.ts';
import { meWords } from '../../views/words/desk/me.ts';
import { pushLink } from '../shared/action-links.ts';
import { jsonResponse } from '../shared/http-handler.ts';
import type { HttpRequest, HttpResponse } from '../shared/http-message.ts';
import { typedIn } from '../shared/typed-in.ts';
import { deskResponse, seeOther } from './desk-response.ts';
import type { DeskPage } from './desk-route.ts';
import { type DevicesDeps, devicesOf } from './devices.ts';
import { type LogInDeps, letIn, wanted } from './log-in.ts';

export interface PasskeyDeps extends DevicesDeps, Pick<LogInDeps, 'clock' | 'publicUrl' | 'links' | 'log'> {
  readonly passkeys: Passkeys;
  readonly passkeyReader: PasskeyReader;
}

/** As long as a challenge is kept. */
const timeout = 300_000;
/** More devices has nobody. */
const maxPasskeys = 20;

const newChallenge = (): string => randomBytes(32).toString('base64url');

/** Tells people apart on their device, and nobody else who sees it. */
const handleOf = (publicUrl: string, email: string): string =>
  createHash('sha256').update(`${publicUrl} ${email.toLowerCase()}`).digest('base64url');

const described = ({ id, transports }: Passkey) => ({
  type: 'public-key',
  id,
  ...(transports && { transports }),
});

/** What the browser is to make a key for; as `PublicKeyCredentialCreationOptionsJSON`. */
export const addingOptions: DeskPage<PasskeyDeps> = async (
  _,
  { passkeys, publicUrl },
  { person, company, now },
) => {
  const known = await passkeys.listOf(person.email);
  const challenge = newChallenge();
  await passkeys.keepChallenge(challenge, { purpose: 'add', email: person.email.toLowerCase() }, now);
  return jsonResponse(200, {
    rp: { id: new URL(publicUrl).hostname, name: brandOf(company) },
    user: { id: handleOf(publicUrl, person.email), name: person.email, displayName: person.name },
    challenge,
    pubKeyCredParams: passkeyAlgorithms.map((alg) => ({ type: 'public-key', alg })),
    timeout,
    excludeCredentials: known.map(described),
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
    attestation: 'none',
  });
};

export const addPasskey: DeskPage<PasskeyDeps> = async (request, deps, context) => {
  const { passkeys, passkeyReader, publicUrl, log } = deps;
  const { person, now } = context;
  const email = person.email.toLowerCase();
  const refuse = async (refused: string) => {
    log.info('A passkey was not added');
    const devices = await devicesOf(person, deps, context);
    const pushUrl = pushLink(deps.links, person.key, now);
    return deskResponse(422, await mePage({ ...devices, refused, pushUrl }, context));
  };
  if ((await passkeys.listOf(email)).length >= maxPasskeys) return refuse(meWords.tooManyPasskeys);
  const isOurs = (challenge: string) => isTaken(challenge, { purpose: 'add', email }, { passkeys, now });
  const credential = typedIn(request).get('credential') ?? '';
  const key = await passkeyReader.readNew(credential, { origin: new URL(publicUrl).origin, isOurs });
  if (!key) return refuse(meWords.passkeyFailed);
  const device = deviceInWords(request.headers['user-agent']);
  if (!(await passkeys.add({ ...key, email, device, createdAt: now }))) return refuse(meWords.passkeyKnown);
  log.info('A passkey was added');
  return seeOther(`${deskPlaces.me}?done=passkey-added`);
};

/** What whoever has a key is to sign; as `PublicKeyCredentialRequestOptionsJSON`. His device knows which keys it has. */
export async function loginOptions({ passkeys, publicUrl, clock }: PasskeyDeps): Promise<HttpResponse> {
  const challenge = newChallenge();
  await passkeys.keepChallenge(challenge, { purpose: 'login' }, clock.now());
  return jsonResponse(200, {
    challenge,
    rpId: new URL(publicUrl).hostname,
    timeout,
    userVerification: 'required',
  });
}

/** Lets in whoever signed with a key of somebody who works here. */
export async function logInByPasskey(
  request: HttpRequest,
  deps: PasskeyDeps & LogInDeps,
): Promise<HttpResponse> {
  const { company, passkeys, passkeyReader, publicUrl, clock, log } = deps;
  const now = clock.now();
  const credential = typedIn(request).get('credential') ?? '';
  const id = passkeyReader.claimedId(credential);
  const passkey = id === undefined ? undefined : await passkeys.find(id);
  const person = passkey && personAt(company, passkey.email);
  const isOurs = (challenge: string) => isTaken(challenge, { purpose: 'login' }, { passkeys, now });
  const use =
    person &&
    (await passkeyReader.readUse(credential, passkey, { origin: new URL(publicUrl).origin, isOurs }));
  if (!use || !(await passkeys.noteUse(passkey.id, use.counter, now))) {
    log.warn('A passkey let nobody in');
    const page = await loginPage(company, wanted(request.query), { fault: 'no-passkey' });
    return deskResponse(403, page);
  }
  log.info('Somebody logged in by a passkey');
  return letIn(person, request, now, deps);
}

async function isTaken(
  challenge: string,
  { purpose, email }: Challenge,
  { passkeys, now }: { readonly passkeys: Passkeys; readonly now: string },
): Promise<boolean> {
  const taken = await passkeys.takeChallenge(challenge, now);
  return taken?.purpose === purpose && taken.email === email;
}
