import type { BusinessStore, BusinessVersion } from '../ports/business-store.ts';
import { asDeployed, type Basics } from './basics.ts';

/** The same store; each version as it is in a deployment that knows these basics. */
export function deployedBusinessStore(store: BusinessStore, basics: Basics): BusinessStore {
  const deployed = (version: BusinessVersion): BusinessVersion => ({
    ...version,
    file: asDeployed(version.file, basics),
  });
  return {
    async load() {
      const version = await store.load();
      return version && deployed(version);
    },
    save: async (change) => deployed(await store.save(change)),
    history: async () => (await store.history()).map(deployed),
  };
}
