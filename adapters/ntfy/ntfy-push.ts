/** Push messages by ntfy (https://docs.ntfy.sh/publish), at the public server or one of the business's own. */
import type { AlarmCall } from '../../domain/ports/alarm-channels.ts';

/** Nobody waits longer: the mails of the same step come after it. */
const timeoutMillis = 3_000;

/**
 * @param call.to the address of the topic.
 * @throws Error the server does not take it, or does not answer.
 */
export async function pushByNtfy({ to, text }: Pick<AlarmCall, 'to' | 'text'>): Promise<void> {
  const answer = await fetch(to, {
    method: 'POST',
    body: text,
    // The highest: rings through a quiet phone.
    headers: { priority: 'max', tags: 'rotating_light' },
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMillis),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`The push server answers ${answer.status}`);
}
