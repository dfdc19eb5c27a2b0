/** The few things a local system remembers of itself: a name and a text. */
import { randomBytes } from 'node:crypto';
import type { Database } from '../../adapters/sqlite/open-database.ts';

export const settingNames = {
  linkSecret: 'link-secret',
  pushSecret: 'push-secret',
  clockOffset: 'clock-offset',
} as const;

export interface Settings {
  get(name: string): string | undefined;
  /** Resolves when it is on the disk. */
  set(name: string, text: string): Promise<void>;
}

export function openSettings({ connection, write }: Database): Settings {
  connection.exec(
    'CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT, WITHOUT ROWID',
  );
  const select = connection.prepare('SELECT text FROM settings WHERE name = ?');
  const upsert = connection.prepare(
    'INSERT INTO settings VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET text = excluded.text',
  );
  return {
    get: (name) => (select.get(name) as { text: string } | undefined)?.text,
    set: (name, text) =>
      write(() => {
        upsert.run(name, text);
      }),
  };
}

/** The key of signed links: made once, so that links in old mails still work after a restart. */
export async function linkSecret(settings: Settings): Promise<string> {
  const kept = settings.get(settingNames.linkSecret);
  if (kept !== undefined) return readLinkSecret(kept);
  const secret = randomBytes(32).toString('hex');
  await settings.set(settingNames.linkSecret, secret);
  return secret;
}

/** What our keys towards push servers follow from: made once, so that browsers stay subscribed. */
export async function pushSecret(settings: Settings): Promise<string> {
  const kept = settings.get(settingNames.pushSecret);
  if (kept !== undefined) return kept;
  const secret = randomBytes(32).toString('hex');
  await settings.set(settingNames.pushSecret, secret);
  return secret;
}

/** @throws Error in one line: links signed with less would be anybody's. */
export function readLinkSecret(text: string): string {
  if (/^[0-9a-f]{32,}$/.test(text)) return text;
  throw new Error(`the ${settingNames.linkSecret} is damaged`);
}

/** @throws Error in one line: it is no number of milliseconds. */
export function readClockOffset(text: string): number {
  const offsetMs = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isFinite(offsetMs) && Math.abs(offsetMs) < farthestOffsetMs) return offsetMs;
  throw new Error(`the ${settingNames.clockOffset} is damaged: it reads "${text.slice(0, 40)}"`);
}

/** A thousand years: what comes farther from the truth is nobody's wish. */
const farthestOffsetMs = 1_000 * 365 * 86_400_000;

export interface KeptOffset {
  /** The offset of the local clock to the real time; absent at the first start. */
  readonly offsetMs: number | undefined;
  keep(offsetMs: number): void;
  /** Resolves when the offset that was kept last is on the disk. */
  flush(): Promise<void>;
}

/**
 * The offset goes to the disk with whatever is stored next, in the same transaction: nothing stored is ever later than the
 * clock of the next start, and moving the clock over a thousand timers costs nothing of its own.
 */
export function keptOffset(database: Database, settings: Settings): KeptOffset {
  const text = settings.get(settingNames.clockOffset);
  let latest = text;
  let stored = text;
  database.beforeCommit(() => {
    if (latest === undefined || latest === stored) return;
    const storing = latest;
    // Its own promise is that of the transaction it ends.
    void settings.set(settingNames.clockOffset, storing).then(
      () => {
        stored = storing;
      },
      () => undefined,
    );
  });
  return {
    offsetMs: text === undefined ? undefined : readClockOffset(text),
    keep(offsetMs) {
      latest = String(Math.round(offsetMs));
    },
    flush: () => database.write(() => undefined),
  };
}
