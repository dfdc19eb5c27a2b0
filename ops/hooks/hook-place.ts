/** Where the addresses of senders are kept. */
import type { MadeHook, ShownHook, WantedHook } from '../../functions/shared/manage-hooks.ts';

/** What was asked for cannot be done; nothing was changed. One line for each reason. */
export class HookRefusal extends Error {
  override readonly name = 'HookRefusal';
  readonly reasons: readonly string[];

  constructor(reasons: readonly string[]) {
    super(reasons.join('; '));
    this.reasons = reasons;
  }
}

export interface HookPlace {
  /** @throws HookRefusal naming every fault. */
  add(wanted: WantedHook): Promise<MadeHook>;
  /** Oldest first. */
  list(): Promise<readonly ShownHook[]>;
  /** @throws HookRefusal there is no hook of this id. */
  revoke(id: string): Promise<ShownHook>;
}
