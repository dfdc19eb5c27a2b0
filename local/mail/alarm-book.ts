/** What would have rung besides mail, in the database: from this machine nothing rings. */
import type { Database } from '../../adapters/sqlite/open-database.ts';
import type { AlarmCall, AlarmChannels } from '../../domain/ports/alarm-channels.ts';

export interface HeardAlarm extends AlarmCall {
  readonly at: string;
}

export interface AlarmBook extends AlarmChannels {
  /** Oldest first. */
  list(): HeardAlarm[];
  count(): number;
}

export function openAlarmBook({ connection, write }: Database, now: () => string): AlarmBook {
  connection.exec(`
    CREATE TABLE IF NOT EXISTS alarms (
      number INTEGER PRIMARY KEY,
      at TEXT NOT NULL,
      channel TEXT NOT NULL,
      recipient TEXT NOT NULL,
      text TEXT NOT NULL,
      leadId TEXT NOT NULL
    ) STRICT`);
  const insert = connection.prepare(
    'INSERT INTO alarms (at, channel, recipient, text, leadId) VALUES (?, ?, ?, ?, ?)',
  );
  const select = connection.prepare(
    'SELECT at, channel, recipient AS "to", text, leadId FROM alarms ORDER BY number',
  );
  const selectCount = connection.prepare('SELECT count(*) AS alarms FROM alarms');
  return {
    ring: ({ channel, to, text, leadId }) =>
      write(() => {
        insert.run(now(), channel, to, text, leadId);
      }),
    list: () => select.all().map((row) => ({ ...row })) as unknown as HeardAlarm[],
    count: () => (selectCount.get() as { alarms: number }).alarms,
  };
}
