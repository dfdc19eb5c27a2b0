import { hashHookSecret } from '../../adapters/crypto/hook-secret.ts';
import { isSignedBy } from '../../adapters/crypto/hook-signatures.ts';
import type { Field } from '../../domain/capture/form-fields.ts';
import { hookSender } from '../../domain/capture/hook-senders.ts';
import { isOfOurMessages } from '../../domain/capture/own-messages.ts';
import { isCall } from '../../domain/inbound/call-event.ts';
import type { Hook } from '../../domain/ports/hook-store.ts';
import { filesTooLarge } from '../../views/words/hooks.ts';
import { formFile } from '../shared/form-files.ts';
import type { HttpRequest, HttpResponse } from '../shared/http-message.ts';
import { NotKept } from '../shared/keep-submission.ts';
import { readBody } from '../shared/read-body.ts';
import { answered, answerProbe, noSuchHook, notStored } from './answers.ts';
import type { HookArrival, ReceiveHookDeps, Settled } from './arrival.ts';
import { captureForms, keepUnsigned } from './capture-forms.ts';
import { withFieldsInAddress } from './fields-in-address.ts';
import { keepAsUnread, keepUntouched } from './keep-aside.ts';
import { receiveCalls } from './receive-call.ts';
import { recordDelivery } from './record-delivery.ts';
import { isTrial } from './trial.ts';

/**
 * `POST /hooks/{sender}/{secret}`: what a form plug-in, an advertising platform or a telephone system sends becomes a lead.
 * A machine cannot correct itself, so nothing is refused: 200 with the lead, or with the word that the body is kept. Only
 * what neither the store nor the queue could take is answered with 503, so that it is sent again. Whoever knows no
 * secret learns nothing, not even whether there is such a sender.
 */
export async function receiveHook(request: HttpRequest, deps: ReceiveHookDeps): Promise<HttpResponse> {
  let hook: Hook | undefined;
  try {
    hook = await authorise(request, deps);
  } catch (error) {
    deps.log.error('Hook not looked up, its sender keeps what it has', error);
    return notStored();
  }
  if (!hook) return noSuchHook();
  return bodyMethods.includes(request.method) ? receive(request, hook, deps) : answerProbe(request);
}

/** Plug-ins let their user choose among them. */
const bodyMethods = ['POST', 'PUT', 'PATCH'];

/** More is no secret of ours. */
const maxSecretLength = 200;

async function authorise(
  { pathParameters: { sender = '', secret = '' } }: HttpRequest,
  { findHook }: ReceiveHookDeps,
): Promise<Hook | undefined> {
  if (secret === '' || secret.length > maxSecretLength) return undefined;
  const hook = await findHook(hashHookSecret(secret));
  return hook?.sender === sender && hook.revokedAt === undefined ? hook : undefined;
}

async function receive(request: HttpRequest, hook: Hook, deps: ReceiveHookDeps): Promise<HttpResponse> {
  const arrival: HookArrival = { hook, request: withFieldsInAddress(request), at: deps.clock.now() };
  try {
    const settled = await settle(arrival, deps).catch((error: unknown) => settleFall(error, arrival, deps));
    await recordDelivery(arrival, settled, deps);
    const { outcome, reason } = settled;
    deps.log.info('Hook received', { hook: hook.id, outcome, reason, leads: settled.leadIds.length });
    return answered(arrival, settled, deps.company);
  } catch (error) {
    deps.log.error('Hook neither stored nor queued, its sender keeps it', error, { hook: hook.id });
    return notStored();
  }
}

/**
 * Whatever our own rules fall over, a word or a shape, falls again when it is sent again: it is kept as it came.
 * @throws Error what could not be stored stays with its sender.
 */
async function settleFall(error: unknown, arrival: HookArrival, deps: ReceiveHookDeps): Promise<Settled> {
  if (error instanceof NotKept) throw error;
  deps.log.error('Hook not understood, it is kept as it came', error, { hook: arrival.hook.id });
  return keepUntouched(arrival, isProven(arrival, deps) ? 'unreadable' : 'wrong-signature', deps);
}

async function settle(arrival: HookArrival, deps: ReceiveHookDeps): Promise<Settled> {
  const { hook, request } = arrival;
  // A sender looks whether somebody is there.
  if (request.body.length === 0) return trial;
  const { 'content-type': contentType, 'content-encoding': contentEncoding } = request.headers;
  const read = await readBody(contentType, request.body, contentEncoding);
  const proven = isProven(arrival, deps);
  const body = 'unreadable' in read ? tooLarge(read) : read;
  if (!body) return keepAsUnread(arrival, proven ? 'unreadable' : 'wrong-signature', deps);
  if (!proven) return keepUnsigned(arrival, body, deps);
  if (isTrial(body.fields)) return trial;
  if (isOfOurMessages(body.fields)) return noted;
  const mayBeCall = hookSender(hook.sender).telephone || isCall(body.fields, deps.company);
  const call = mayBeCall ? await receiveCalls(arrival, body.fields, deps) : undefined;
  return call ?? captureForms(arrival, body, deps);
}

/** Of a form that is too large for its files there is what was written in it, and the word that they are missing. */
const tooLarge = ({ fields }: { readonly fields?: readonly Field[] }) =>
  fields && { fields, files: [formFile(filesTooLarge, '', Buffer.alloc(0), 1)] };

/** Nobody asks for anything. */
const noted: Settled = { outcome: 'noted', leadIds: [] };

const trial: Settled = { outcome: 'test', leadIds: [] };

function isProven({ hook, request }: HookArrival, { ageMs }: ReceiveHookDeps): boolean {
  const { signingSecret: secret, sender } = hook;
  if (secret === undefined) return true;
  return isSignedBy(hookSender(sender).signs, {
    headers: request.headers,
    body: request.body,
    secret,
    ageMs,
  });
}
