import type { AlarmCall, AlarmChannels } from '../../domain/ports/alarm-channels.ts';

export interface MemoryAlarmChannels extends AlarmChannels {
  /** What rang, in order. */
  readonly rang: readonly AlarmCall[];
  /** The next call fails with this error and rings nowhere; several errors fail as many calls. */
  failNext(...errors: readonly Error[]): void;
}

/** Channels that keep what they were given. */
export function memoryAlarmChannels(): MemoryAlarmChannels {
  const rang: AlarmCall[] = [];
  const failures: Error[] = [];
  return {
    rang,
    async ring(call) {
      const failure = failures.shift();
      if (failure) throw failure;
      rang.push({ ...call });
    },
    failNext(...errors) {
      failures.push(...errors);
    },
  };
}
