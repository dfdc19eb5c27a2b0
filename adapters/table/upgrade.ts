/** Items that were written by older versions of this software, lifted to the schema of this one. */

import { leadSchema } from '../../domain/lead/lead.ts';
import { CorruptItemError } from '../../domain/ports/errors.ts';

type Stored = Readonly<Record<string, unknown>>;

/** Lifts a lead, or the part of a timeline that was moved aside, by one version, `schemaVersion` included. */
type Upgrader = (stored: Stored) => Stored;

/** By the version they begin at. Nothing is rewritten at once: an item keeps its version until its next change. */
export type Upgraders = Readonly<Record<number, Upgrader>>;

/** The version that is written today. */
export const leadVersion = leadSchema.shape.schemaVersion.value;

/** There is one version so far. */
export const leadUpgraders: Upgraders = {};

/**
 * The item in the version of today.
 * @throws CorruptItemError no way leads from its version to this one, as after going back to an older release.
 */
export function upgrade(stored: Stored, upgraders: Upgraders): Stored {
  let upgraded = stored;
  while (upgraded.schemaVersion !== leadVersion) {
    const { schemaVersion } = upgraded;
    const upgrader = typeof schemaVersion === 'number' ? upgraders[schemaVersion] : undefined;
    if (!upgrader) throw new CorruptItemError(`Unknown schema version of a lead: ${schemaVersion}`);
    upgraded = upgrader(upgraded);
  }
  return upgraded;
}
