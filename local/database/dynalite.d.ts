/** The package brings no types of its own; these are the parts used here. */
declare module 'dynalite' {
  import type { Server } from 'node:http';

  export default function dynalite(options: { path?: string; createTableMs?: number }): Server;
}

declare module 'dynalite/db/index.js' {
  export type Item = Record<string, unknown>;
  export type Callback = (error?: unknown) => void;

  export type TableCallback = (error: unknown, table?: Table) => void;

  export interface Table {
    TableName: string;
    TableStatus: string;
    LocalSecondaryIndexes?: unknown[];
    GlobalSecondaryIndexes?: unknown[];
  }

  export interface Store {
    db: {
      /** Rejects with the reason in `cause`, e.g. code `LEVEL_LOCKED`. */
      open(): Promise<void>;
      close(): Promise<void>;
      values(options: object): { close(): Promise<void>; return?: () => Promise<void> };
      batch(
        operations: ({ type: 'put'; key: string; value: Item } | { type: 'del'; key: string })[],
        callback: Callback,
      ): void;
    };
    getTable(name: string, checkStatus: boolean | TableCallback, done?: TableCallback): void;
    getItemDb(tableName: string): {
      put(key: string, item: Item, callback: Callback): void;
      del(key: string, callback: Callback): void;
    };
  }

  const db: {
    create(options: object): Store;
    createKey(item: Item, table: Table): string;
    getIndexActions(
      indexes: unknown[],
      existing: Item | null | undefined,
      item: Item | null | undefined,
      table: Table,
    ): { puts: { index: string; key: string; item: Item }[]; deletes: { index: string; key: string }[] };
    updateIndexes(
      store: Store,
      table: Table,
      existing: Item | null | undefined,
      item: Item | null | undefined,
      callback: Callback,
    ): void;
  };
  export default db;
}
