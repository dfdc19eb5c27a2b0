import type { Table } from './table.ts';

/** Whether the table answers. */
export function tableHealth(table: Table) {
  return {
    /** @throws the client's error: no lead can be stored now. */
    async check(): Promise<void> {
      await table.get({ pk: 'HEALTH', sk: 'HEALTH' });
    },
  };
}
