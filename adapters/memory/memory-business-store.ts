import type { BusinessStore, BusinessVersion } from '../../domain/ports/business-store.ts';
import { VersionConflictError } from '../../domain/ports/errors.ts';

/** The business in memory. */
export function memoryBusinessStore(): BusinessStore {
  const versions: BusinessVersion[] = [];

  return {
    load: async () => structuredClone(versions.at(-1)),
    async save({ expectedVersion, at, ...rest }) {
      if (versions.length !== expectedVersion) {
        throw new VersionConflictError(`The business is no longer version ${expectedVersion}`);
      }
      const since = versions[0]?.since ?? at;
      versions.push(structuredClone({ version: expectedVersion + 1, savedAt: at, since, ...rest }));
      return structuredClone(versions.at(-1) as BusinessVersion);
    },
    history: async () => structuredClone(versions),
  };
}
