/** Clients of DynamoDB to which things happen. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoClient } from '../../adapters/dynamodb/table.ts';

export const crash = new Error('The process was killed');

/**
 * A client whose process dies around a call: nothing is sent after so many calls.
 * @param options.reached the call at which it dies still reaches the table, and only its answer is never seen.
 */
export function crashingClient(
  endpoint: string,
  options: { readonly afterCalls: number; readonly reached: boolean },
): DynamoDBClient {
  const client = dynamoClient({ endpoint });
  let calls = 0;
  client.middlewareStack.add(
    (next) => async (args) => {
      calls += 1;
      if (calls <= options.afterCalls) return await next(args);
      if (calls === options.afterCalls + 1 && options.reached) await next(args);
      throw crash;
    },
    { step: 'initialize' },
  );
  return client;
}

/** A client that loses the first answer to each kind of call, after the call was carried out, and so repeats it. */
export function forgetfulClient(endpoint: string): DynamoDBClient {
  const client = dynamoClient({ endpoint });
  const lost = new Set<string>();
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const result = await next(args);
        if (lost.has(commandName)) return result;
        lost.add(commandName);
        // What the client makes of a connection that breaks: an error it repeats the call after.
        throw Object.assign(new Error('socket hang up'), { name: 'TimeoutError', code: 'ECONNRESET' });
      },
    { step: 'deserialize', priority: 'high' },
  );
  return client;
}

/** A client whose writes are refused, for a reason that has nothing to do with what is written. */
export function throttledClient(endpoint: string): DynamoDBClient {
  const client = dynamoClient({ endpoint });
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        if (commandName === 'GetItemCommand') return await next(args);
        throw Object.assign(new Error('Too fast'), { name: 'ProvisionedThroughputExceededException' });
      },
    { step: 'initialize' },
  );
  return client;
}

/** A client that remembers what it sends, repeats included. */
export function watchedClient(endpoint: string) {
  const client = dynamoClient({ endpoint });
  const sent: { readonly command: string; readonly input: object }[] = [];
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        sent.push({ command: commandName.replace('Command', ''), input: args.input });
        return await next(args);
      },
    { step: 'finalizeRequest', priority: 'low' },
  );
  return { client, sent, commands: () => sent.map(({ command }) => command) };
}
