/** Where somebody is logged in and by which keys he gets in: shown, and ended. */
import type { Callee } from '../../domain/business/people.ts';
import type { DeskSessions } from '../../domain/ports/desk-sessions.ts';
import type { Passkeys } from '../../domain/ports/passkeys.ts';
import type { PushSubscriptions } from '../../domain/ports/push-subscriptions.ts';
import { addDuration } from '../../domain/time/local-time.ts';
import type { DeskContext } from '../../views/desk/desk-context.ts';
import type { ShownPasskey, ShownSession } from '../../views/desk/device-list.ts';
import { deviceInWords } from '../../views/words/desk/devices.ts';
import type { TeamDone } from '../../views/words/desk/team.ts';

/** A link to log in, from when it was asked for. */
export const loginLinkHolds = 'PT15M';

export interface DevicesDeps {
  readonly sessions: DeskSessions;
  readonly passkeys: Passkeys;
  readonly subscriptions: PushSubscriptions;
}

/** All devices of somebody. */
export async function devicesOf(
  person: Callee,
  { sessions, passkeys }: Pick<DevicesDeps, 'sessions' | 'passkeys'>,
  { now, session }: Pick<DeskContext, 'now' | 'session'>,
): Promise<{ readonly sessions: ShownSession[]; readonly passkeys: ShownPasskey[] }> {
  const [logins, keys] = await Promise.all([sessions.listOf(person.key, now), passkeys.listOf(person.email)]);
  return {
    sessions: logins
      .filter(({ email }) => email === person.email.toLowerCase())
      .map(({ id, userAgent, createdAt, seenAt }) => ({
        id,
        device: deviceInWords(userAgent),
        since: createdAt,
        seenAt,
        own: id === session,
      })),
    passkeys: keys.map(({ id, device, createdAt, lastUsedAt }) => ({
      id,
      device,
      since: createdAt,
      usedAt: lastUsedAt,
    })),
  };
}

/**
 * Ends what a form names: one session, all of them, or a passkey.
 * @returns what was done; `undefined`: it names nothing.
 */
export async function endDevice(
  typed: URLSearchParams,
  person: Callee,
  { sessions, passkeys }: Pick<DevicesDeps, 'sessions' | 'passkeys'>,
  { now }: Pick<DeskContext, 'now'>,
): Promise<TeamDone | undefined> {
  const session = typed.get('session');
  if (session === 'all') {
    for (const { id } of await sessions.listOf(person.key, now)) await sessions.end(person.key, id);
    return 'ended';
  }
  if (session) {
    await sessions.end(person.key, session);
    return 'ended';
  }
  const passkey = typed.get('passkey');
  if (!passkey) return undefined;
  await passkeys.remove(passkey, person.email);
  return 'passkey-removed';
}

/** Of somebody who works here no more nothing opens anything; what is left of it goes too. */
export async function endAllDevices(
  person: Callee,
  deps: DevicesDeps,
  context: Pick<DeskContext, 'now'>,
): Promise<void> {
  await deps.sessions.endLinks(person.key, context.now, addDuration(context.now, loginLinkHolds));
  await endDevice(new URLSearchParams({ session: 'all' }), person, deps, context);
  for (const { id } of await deps.passkeys.listOf(person.email)) await deps.passkeys.remove(id, person.email);
  for (const { endpoint } of await deps.subscriptions.listOf(person.key)) {
    await deps.subscriptions.remove(person.key, endpoint);
  }
}
