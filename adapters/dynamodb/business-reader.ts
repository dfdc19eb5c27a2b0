import type { BusinessReader } from '../../domain/ports/business-store.ts';
import { callAws } from '../aws/signed-call.ts';
import { currentBusinessKey, parseBusiness } from '../table/business-item.ts';

type Attribute = Readonly<Record<'S' | 'N', string>>;

/**
 * The business, read without a client of the SDK: for a function that asks the table for nothing else.
 * @throws Error the table does not answer, or refuses.
 */
export function signedBusinessReader(options: {
  readonly tableName: string;
  /** Absent: the environment of the process. */
  readonly surroundings?: Readonly<Record<string, string>>;
}): BusinessReader {
  const { tableName, surroundings } = options;
  const body = JSON.stringify({
    TableName: tableName,
    Key: { pk: { S: currentBusinessKey.pk }, sk: { S: currentBusinessKey.sk } },
    ConsistentRead: true,
  });
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': 'DynamoDB_20120810.GetItem',
  };

  return {
    async load() {
      const answer = await callAws(
        { service: 'dynamodb', method: 'POST', path: '/', headers, body },
        surroundings,
      );
      // What DynamoDB says of a refusal may name the table and nothing of the business.
      if (answer.status !== 200) throw new Error(`DynamoDB answers ${answer.status}: ${answer.body}`);
      const { Item } = JSON.parse(answer.body.toString()) as { Item?: Readonly<Record<string, Attribute>> };
      if (!Item) return undefined;
      return parseBusiness(
        Object.fromEntries(Object.entries(Item).map(([name, value]) => [name, plain(value)])),
      );
    },
  };
}

/** Texts and numbers are all the item has. */
const plain = ({ S, N }: Attribute): string | number => S ?? Number(N);
