import { describe } from 'vitest';
import { aStoreForEachTest, type MakeStore } from './a-lead-store.ts';
import { changesContract } from './lead-store-changes.contract.ts';
import { historiesContract } from './lead-store-histories.contract.ts';
import { listsContract } from './lead-store-lists.contract.ts';
import { submissionsContract } from './lead-store-submissions.contract.ts';
import { timelinesContract } from './lead-store-timelines.contract.ts';

/**
 * What every store of leads does.
 * @param makeStore gives an empty store.
 */
export function leadStoreContract(name: string, makeStore: MakeStore): void {
  describe(`leads in ${name}`, () => {
    aStoreForEachTest(makeStore);
    changesContract();
    submissionsContract();
    listsContract();
    timelinesContract();
    historiesContract(makeStore);
  });
}
