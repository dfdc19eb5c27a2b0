import { openTable, type TableOptions } from './open-table.ts';

/** Whether the table answers. */
export function dynamoHealth(options: TableOptions) {
  const table = openTable(options);
  return {
    /** @throws the client's error: no lead can be stored now. */
    async check(): Promise<void> {
      await table.get({ pk: 'HEALTH', sk: 'HEALTH' });
    },
  };
}
