import type { HookArrival, ReceiveHookDeps, Settled } from './arrival.ts';
import { bodyAsText } from './body-as-text.ts';

/** Keeps what came in for the integrator. Nothing is lost without it, so it fails nobody. */
export async function recordDelivery(
  { hook, request, at }: HookArrival,
  { outcome, reason, leadIds, recognised = [], extra = [] }: Settled,
  { hooks, ids, log }: ReceiveHookDeps,
): Promise<void> {
  const contentType = request.headers['content-type'];
  try {
    await hooks.keepDelivery({
      hookId: hook.id,
      id: ids.newLeadId(),
      receivedAt: at,
      outcome,
      ...(reason !== undefined && { reason }),
      leadIds: [...new Set(leadIds)],
      ...(contentType !== undefined && { contentType: contentType.slice(0, 200) }),
      raw: bodyAsText(contentType, request.body),
      bytes: request.body.length,
      recognised,
      extra,
    });
  } catch (error) {
    log.error('Delivery not kept for its integrator', error, { hook: hook.id });
  }
}
