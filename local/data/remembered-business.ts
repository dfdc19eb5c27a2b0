import type { BusinessStore, BusinessVersion } from '../../domain/ports/business-store.ts';

/**
 * The store of one process that nobody else writes to beside it: what was read once counts until the process saves the next
 * version. Each capture asks for the business, and reading it took a tenth of what a capture takes.
 */
export function rememberedBusiness(store: BusinessStore): BusinessStore {
  let known: Promise<BusinessVersion | undefined> | undefined;
  const forget = () => {
    known = undefined;
  };
  return {
    load() {
      if (known) return known;
      const loading = store.load();
      known = loading;
      // What could not be read, or is not there yet, is read again.
      loading.then(
        (version) => version ?? forget(),
        () => forget(),
      );
      return loading;
    },
    async save(change) {
      try {
        return await store.save(change);
      } finally {
        forget();
      }
    },
    history: () => store.history(),
  };
}
