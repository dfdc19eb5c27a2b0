/** What a browser says of itself when it is subscribed to push messages: checked, because we will call there. */
import type { PushSubscription } from '../ports/push-subscriptions.ts';

/** Longer than any push server's. */
const maxAddressLength = 1_000;
/** An uncompressed point of P-256, and 16 bytes. */
const publicKeyForm = /^B[A-Za-z0-9_-]{86}$/;
const sharedForm = /^[A-Za-z0-9_-]{22}$/;
/** A name of the public web: no address of a machine, and nothing inside of somebody's network. */
const publicName = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/;
const insideOnly = /\.(?:local|localhost|internal|intranet|lan|home|corp|test|example|invalid|arpa)$/;

/** @returns `undefined`: no browser says that. */
export function readSubscription(told: {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}): PushSubscription | undefined {
  const { endpoint } = told;
  const [p256dh, auth] = [told.p256dh, told.auth].map((key) => key.replace(/=+$/, ''));
  if (p256dh === undefined || auth === undefined || !isPushAddress(endpoint)) return undefined;
  return publicKeyForm.test(p256dh) && sharedForm.test(auth)
    ? { endpoint, keys: { p256dh, auth } }
    : undefined;
}

function isPushAddress(text: string): boolean {
  if (text.length > maxAddressLength || !URL.canParse(text)) return false;
  const { protocol, hostname, port, username, password } = new URL(text);
  const isPlain = port === '' && username === '' && password === '';
  return protocol === 'https:' && isPlain && publicName.test(hostname) && !insideOnly.test(hostname);
}
