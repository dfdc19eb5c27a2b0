/** The business of a local system that runs. */
import type { BusinessStore, BusinessVersion } from '../../domain/ports/business-store.ts';
import { VersionConflictError } from '../../domain/ports/errors.ts';
import { BusinessRefusal } from './change-business.ts';
import type { BusinessPlace } from './cloud-store.ts';

/** @param url e.g. `http://localhost:4000` */
export function placeOnThisMachine(url: string): BusinessPlace {
  async function call(path: string, init?: RequestInit): Promise<Response> {
    const response = await fetch(new URL(path, url), init).catch(() => {
      throw new BusinessRefusal([`Nothing runs at ${url}: start it with npm start.`]);
    });
    if (response.status === 409) throw new VersionConflictError('The business is no longer that version');
    if (response.ok || response.status === 404) return response;
    throw new BusinessRefusal([`${url} answers ${response.status}: ${await response.text()}`]);
  }

  const store: BusinessStore = {
    async load() {
      const response = await call('/_local/business');
      return response.ok ? ((await response.json()) as BusinessVersion) : undefined;
    },
    async save(change) {
      const body = JSON.stringify(change);
      const response = await call('/_local/business', { method: 'POST', body });
      return (await response.json()) as BusinessVersion;
    },
    async history() {
      const response = await call('/_local/business/history');
      return (await response.json()) as BusinessVersion[];
    },
  };
  return {
    store,
    logos: {
      async store({ content }) {
        const response = await call('/_local/logo', { method: 'POST', body: Buffer.from(content) });
        return ((await response.json()) as { file: string }).file;
      },
    },
  };
}
