/**
 * The table in DynamoDB, without the client of the SDK: for a function that people wait for when it is cold. The client alone costs
 * it four times as much as everything else of a small function.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { callAws } from '../aws/signed-call.ts';
import type { Item, Table } from '../table/table.ts';
import { type Attribute, fromAttributes, toAttributes } from './attributes.ts';
import { type Call, type Output, tableOver } from './table-over.ts';

interface SignedTableOptions {
  readonly tableName: string;
  /** Absent: the environment of the process. */
  readonly surroundings?: Readonly<Record<string, string>>;
}

/** So often a call is made that finds DynamoDB busy; with what `callAws` repeats it ends long before the 29 s of an HTTP function. */
const tries = 4;
/** Doubled each time: DynamoDB has room again within a second. In milliseconds. */
const firstPause = 50;

/** What DynamoDB calls being busy. */
const busy = ['ThrottlingException', 'ProvisionedThroughputExceededException', 'RequestLimitExceeded'];

/** A refusal of DynamoDB, by its own name. What it says besides may hold a key, and is left out. */
class DynamoRefusedError extends Error {
  readonly $metadata: { readonly httpStatusCode: number };
  /** As the SDK marks what may be tried again. */
  readonly $retryable?: object;

  constructor(type: string, httpStatusCode: number) {
    super(`DynamoDB answers ${httpStatusCode}: ${type}`);
    this.name = type;
    this.$metadata = { httpStatusCode };
    if (busy.includes(type)) this.$retryable = { throttling: true };
  }
}

export function signedTable({ tableName, surroundings }: SignedTableOptions): Table {
  const call: Call = async (operation, input) => {
    const body = JSON.stringify(withAttributes(input));
    for (let attempt = 1; ; attempt++) {
      const answer = await callAws(
        {
          service: 'dynamodb',
          method: 'POST',
          path: '/',
          headers: {
            'content-type': 'application/x-amz-json-1.0',
            'x-amz-target': `DynamoDB_20120810.${operation}`,
          },
          body,
        },
        surroundings,
      );
      const said = JSON.parse(answer.body.toString()) as Said;
      if (answer.status === 200) return plain(said);
      const type = said.__type?.split('#').at(-1) ?? 'UnknownError';
      if (!busy.includes(type) || attempt === tries) throw new DynamoRefusedError(type, answer.status);
      await sleep(firstPause * 2 ** (attempt - 1));
    }
  };
  return tableOver(call, { tableName });
}

type Attributes = Readonly<Record<string, Attribute>>;

interface Said {
  readonly __type?: string;
  readonly Item?: Attributes;
  readonly Items?: readonly Attributes[];
  readonly Attributes?: Attributes;
  readonly LastEvaluatedKey?: Attributes;
}

/** The parts of an input that are items, or parts of one. */
const ofItems: readonly string[] = ['Key', 'Item', 'ExpressionAttributeValues', 'ExclusiveStartKey'];

const withAttributes = (input: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(input).map(([name, value]) => [
      name,
      ofItems.includes(name) && value !== undefined ? toAttributes(value as object) : value,
    ]),
  );

function plain({ Item: item, Items, Attributes: attributes, LastEvaluatedKey }: Said): Output {
  return {
    ...(item && { Item: fromAttributes(item) as Item }),
    ...(Items && { Items: Items.map((one) => fromAttributes(one) as Item) }),
    ...(attributes && { Attributes: fromAttributes(attributes) as Item }),
    ...(LastEvaluatedKey && { LastEvaluatedKey: fromAttributes(LastEvaluatedKey) }),
  };
}
