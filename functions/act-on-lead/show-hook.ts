import type { HookStore } from '../../domain/ports/hook-store.ts';
import { hookPage } from '../../views/page/hook-page.ts';
import type { PageContext } from '../../views/page/lead-parts.ts';
import { gonePage } from '../../views/page/notice-pages.ts';
import { htmlResponse } from '../shared/http-handler.ts';
import type { HttpResponse } from '../shared/http-message.ts';

export interface ShowHookDeps {
  readonly hooks: Pick<HookStore, 'list' | 'lastDeliveries'>;
}

const shownDeliveries = 20;

/** What came in by a hook lately: as it came, what was recognised, what became further text. Changes nothing. */
export async function showHook(
  hookId: string,
  { hooks }: ShowHookDeps,
  context: PageContext,
): Promise<HttpResponse> {
  const hook = (await hooks.list()).find(({ id }) => id === hookId);
  if (!hook) return htmlResponse(410, await gonePage(context));
  const deliveries = await hooks.lastDeliveries(hookId, shownDeliveries);
  return htmlResponse(200, await hookPage({ hook, deliveries }, context));
}
