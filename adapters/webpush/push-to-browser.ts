/** Push messages to browsers (RFC 8030), by whichever server a browser is subscribed at. */
import { PushGoneError } from '../../domain/ports/errors.ts';
import { type BrowserKeys, encrypt } from './encrypt.ts';
import { authorize } from './vapid.ts';

/** Nobody waits longer: the mails of the same step come after it. */
const timeoutMillis = 3_000;
/** A phone that is off for so long hears the next step. */
const keptSeconds = 15 * 60;

/** That there is no such subscription (any more). */
const gone = [404, 410];

/**
 * @param message.endpoint the address of the subscription.
 * @param sender.secret that our keys follow from.
 * @throws PushGoneError the browser is not subscribed any more. Error the server does not take it, or does not answer.
 */
export async function pushToBrowser(
  message: { readonly endpoint: string; readonly keys: BrowserKeys; readonly text: string },
  sender: { readonly secret: string; readonly contact: string; readonly nowMs: number },
): Promise<void> {
  const { endpoint } = message;
  const body = encrypt(message.text, message.keys);
  const answer = await fetch(endpoint, {
    method: 'POST',
    body: new Uint8Array(body),
    headers: {
      authorization: authorize({ ...sender, endpoint }),
      'content-encoding': 'aes128gcm',
      'content-type': 'application/octet-stream',
      ttl: String(keptSeconds),
      urgency: 'high',
    },
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMillis),
  });
  await answer.body?.cancel();
  if (gone.includes(answer.status)) throw new PushGoneError(`The push server answers ${answer.status}`);
  if (!answer.ok) throw new Error(`The push server answers ${answer.status}`);
}
