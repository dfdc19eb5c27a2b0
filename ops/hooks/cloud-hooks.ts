/** The hooks of a deployment: its table, its key for links. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { hmacLinks } from '../../adapters/crypto/hmac-links.ts';
import { randomIds } from '../../adapters/crypto/random-ids.ts';
import { openTable } from '../../adapters/dynamodb/open-table.ts';
import { loadLinkKeys } from '../../adapters/secretsmanager/link-keys.ts';
import { tableHookStore } from '../../adapters/table/hook-store.ts';
import { addHook, listHooks, type ManageHooksDeps, revokeHook } from '../../functions/shared/manage-hooks.ts';
import type { Config } from '../../infra/config.ts';
import type { StackFacts } from '../doctor/facts.ts';
import { type HookPlace, HookRefusal } from './hook-place.ts';

/** @returns `undefined`: the stack is not there, or not as far as its table. */
export async function hooksInCloud(
  { region }: Pick<Config, 'region'>,
  stack: StackFacts | undefined,
): Promise<HookPlace | undefined> {
  const { TableName: tableName, LinkSecretArn: secretArn, Address: publicUrl } = stack?.outputs ?? {};
  if (tableName === undefined || secretArn === undefined || publicUrl === undefined) return undefined;
  const keys = await loadLinkKeys({ client: new SecretsManagerClient({ region }), secretArn });
  return hooksOf({
    hooks: tableHookStore(openTable({ client: new DynamoDBClient({ region }), tableName })),
    links: hmacLinks({ baseUrl: publicUrl, keys }),
    ids: randomIds(),
    publicUrl,
  });
}

export function hooksOf(deps: ManageHooksDeps, now = () => new Date().toISOString()): HookPlace {
  return {
    async add(wanted) {
      const made = await addHook(wanted, now(), deps);
      if ('faults' in made) throw new HookRefusal(made.faults);
      return made;
    },
    list: () => listHooks(now(), deps),
    async revoke(id) {
      const hook = await revokeHook(id, now(), deps);
      if (!hook) throw new HookRefusal([`There is no hook ${id}. See list.`]);
      return hook;
    },
  };
}
