/** SQS in front of a function: at least once, in any order, and after too many tries to where a person looks. */
import type { Chronicle } from '../engine/chronicle.ts';
import type { Entropy } from '../engine/entropy.ts';
import type { Weather } from '../engine/faults.ts';
import type { Ended, Scheduler } from '../engine/scheduler.ts';

export interface Queue<Message> {
  put(message: Message): void;
  /** Given up, and lying there until a person looks. */
  lost(): readonly Message[];
  /** A person looks: what was given up is tried again. */
  redrive(): void;
  /** Under way: neither done nor given up. */
  waiting(): number;
}

interface QueueDeps<Message> {
  readonly name: string;
  readonly scheduler: Scheduler;
  readonly weather: Weather;
  readonly chronicle: Chronicle;
  readonly entropy: Entropy;
  readonly tries: number;
  /** After a try that failed, a message comes again after so many seconds. */
  readonly visibilitySeconds: number;
  readonly work: (message: Message, onEnd: (ended: Ended<unknown>) => void) => void;
  /** Told of a message that is given up, and of what its last try threw. */
  readonly onGivenUp?: (message: Message, error: unknown) => void;
}

export function queue<Message>(world: QueueDeps<Message>): Queue<Message> {
  const { name, scheduler, weather, chronicle, entropy } = world;
  const lost: Message[] = [];
  let waiting = 0;

  const receive = (message: Message, attempt: number) => {
    world.work(message, (ended) => {
      if ('value' in ended) {
        waiting -= 1;
        return;
      }
      if (attempt >= world.tries) {
        waiting -= 1;
        chronicle.note(`queue ${name}`, 'gives a message up');
        lost.push(message);
        world.onGivenUp?.(message, ended.error);
        return;
      }
      deliver(message, attempt + 1, world.visibilitySeconds * 1000);
    });
  };
  const deliver = (message: Message, attempt: number, afterMs: number) => {
    scheduler.at(scheduler.nowMs() + afterMs, () => receive(message, attempt));
  };

  const put = (message: Message) => {
    waiting += 1;
    deliver(
      message,
      1,
      weather.strikes('message-late') ? entropy.between(1_000, 3_600_000) : entropy.between(5, 900),
    );
    if (!weather.strikes('message-doubled')) return;
    waiting += 1;
    deliver(message, 1, entropy.between(5, 600_000));
  };

  return {
    put,
    lost: () => lost,
    redrive() {
      for (const message of lost.splice(0)) put(message);
    },
    waiting: () => waiting,
  };
}
