import type { BusinessStore, BusinessVersion } from '../../domain/ports/business-store.ts';
import { VersionConflictError } from '../../domain/ports/errors.ts';
import {
  businessAttributes,
  businessPartition,
  businessVersionKey,
  businessVersionPrefix,
  currentBusinessKey,
  parseBusiness,
} from './business-item.ts';
import { isAbsent, type Table } from './table.ts';

/** The business: what counts, and every version before it. */
export function tableBusinessStore(table: Table): BusinessStore {
  async function load(): Promise<BusinessVersion | undefined> {
    const item = await table.get(currentBusinessKey);
    return item && parseBusiness(item);
  }

  return {
    load,
    async save({ expectedVersion, at, ...rest }) {
      const before = await load();
      const conflict = () => new VersionConflictError(`The business is no longer version ${expectedVersion}`);
      if ((before?.version ?? 0) !== expectedVersion) throw conflict();
      // Kept before it is replaced: a crash in between leaves a version that stands twice, and none that is lost.
      if (before) await table.put({ ...businessVersionKey(before.version), ...businessAttributes(before) });
      const next = { version: expectedVersion + 1, savedAt: at, since: before?.since ?? at, ...rest };
      const { written } = await table.putIf(
        { ...currentBusinessKey, ...businessAttributes(next) },
        before ? { path: 'version', equals: before.version } : isAbsent,
      );
      if (!written) throw conflict();
      return next;
    },
    async history() {
      const current = await load();
      const earlier = await table.queryPartition(businessPartition, businessVersionPrefix);
      // The newest of the earlier ones may be the one that still counts.
      const past = earlier.map(parseBusiness).filter(({ version }) => version < (current?.version ?? 0));
      return [...past, ...(current ? [current] : [])];
    },
  };
}
