import { tableBusinessStore } from '../../adapters/table/business-store.ts';
import type { Table } from '../../adapters/table/table.ts';
import type { Basics } from '../../domain/business/basics.ts';
import { type Business, keepBusiness } from './keep-business.ts';
import type { Log } from './logger.ts';

interface BusinessEnvironment {
  readonly COMPANY: Basics;
  /** Where the pages are, in whichever function links to them. */
  readonly PUBLIC_URL?: string;
}

/**
 * The business, read with the client that the function has anyway.
 * @param options.basicsSuffice whether the basics will do while the business cannot be read.
 */
export function wireBusiness(
  table: Table,
  { COMPANY, PUBLIC_URL }: BusinessEnvironment,
  options: { readonly log: Log; readonly basicsSuffice: boolean },
): Business {
  return keepBusiness({
    reader: tableBusinessStore(table),
    basics: { ...COMPANY, ...(PUBLIC_URL !== undefined && { publicUrl: PUBLIC_URL }) },
    nowMs: Date.now,
    ...options,
  });
}
