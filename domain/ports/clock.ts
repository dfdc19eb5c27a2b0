import type { Moment } from '../time/moment.ts';

export interface Clock {
  now(): Moment;
}
