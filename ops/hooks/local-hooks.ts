/** The hooks of a local system that runs. */
import type { MadeHook, ShownHook } from '../../functions/shared/manage-hooks.ts';
import { type HookPlace, HookRefusal } from './hook-place.ts';

/** @param url e.g. `http://localhost:4000` */
export function hooksOnThisMachine(url: string): HookPlace {
  async function call(path: string, body?: unknown): Promise<unknown> {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const response = await fetch(new URL(path, url), init).catch(() => {
      throw new HookRefusal([`Nothing runs at ${url}: start it with npm start.`]);
    });
    if (response.ok) return response.json();
    const { title } = (await response.json().catch(() => ({}))) as { title?: string };
    throw new HookRefusal(title?.split('; ') ?? [`${url} answers ${response.status}`]);
  }
  return {
    add: async (wanted) => (await call('/_local/hooks', wanted)) as MadeHook,
    list: async () => (await call('/_local/hooks')) as readonly ShownHook[],
    revoke: async (id) => (await call(`/_local/hooks/${encodeURIComponent(id)}/revoke`, {})) as ShownHook,
  };
}
