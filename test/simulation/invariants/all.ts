/** All rules. Whoever adds to the system adds what must always hold of it here. */
import { bookedOnce } from './acts.ts';
import { buttonsWork } from './buttons.ts';
import { outcomesAddUp } from './incoming.ts';
import type { Invariant } from './invariant.ts';
import {
  endedIsEnded,
  insideWindow,
  onceByKey,
  onceByMeaning,
  sentIsEntered,
  wordsStayPrivate,
} from './mails.ts';
import { answeredIsStored } from './requests.ts';
import { openIsTimed, worksToAnEnd } from './timers.ts';

export const invariants: readonly Invariant[] = [
  answeredIsStored,
  onceByKey,
  onceByMeaning,
  insideWindow,
  endedIsEnded,
  wordsStayPrivate,
  sentIsEntered,
  openIsTimed,
  worksToAnEnd,
  bookedOnce,
  buttonsWork,
  outcomesAddUp,
];
