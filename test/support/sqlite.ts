/** Tables in SQLite to test on. */
import { openDatabase } from '../../adapters/sqlite/open-database.ts';
import { openTable, type SqliteTable } from '../../adapters/sqlite/open-table.ts';

/** An empty one, gone with the process. */
export const aSqliteTable = (): SqliteTable => openTable(openDatabase(':memory:'));
