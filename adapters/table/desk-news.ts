import * as z from 'zod';
import type { DeskNews } from '../../domain/ports/desk-news.ts';
import { parseItem } from './parse-item.ts';
import type { Key, Table } from './table.ts';

const key: Key = { pk: 'DESK-NEWS', sk: 'NEWS' };

const newsSchema = z.object({ latest: z.string() });

/**
 * One small item, put without a condition: whoever comes last wins, and nobody waits for anybody. It never ends, and says nothing
 * of a person.
 */
export function tableDeskNews(table: Pick<Table, 'get' | 'put'>): DeskNews {
  return {
    async announce({ id, version }) {
      await table.put({ ...key, schemaVersion: 1, latest: `${id}.${version}` });
    },
    async read() {
      const item = await table.get(key);
      return item && parseItem(newsSchema, item, 'The news of the desk').latest;
    },
  };
}
