/** One customer, and what senders put around his answers. */
import type { Field } from '../../../domain/capture/form-fields.ts';
import { form } from './a-form.ts';

export interface Caller {
  readonly first: string;
  readonly last: string;
  readonly email: string;
  readonly phone: string;
  readonly message: string;
  readonly postcode: string;
  readonly city: string;
  /** How his form asks. */
  readonly labels: Readonly<
    Record<'first' | 'last' | 'name' | 'email' | 'phone' | 'message' | 'postcode' | 'city', string>
  >;
}

/** What a body holds beside mail, phone, name and message, which all have. */
interface Holds {
  readonly page?: string;
  readonly submissionId?: string;
  readonly utm?: Readonly<Record<string, string>>;
  readonly place?: true;
  /** The sender has no field for them. */
  readonly without?: readonly ('name' | 'message' | 'phone')[];
}

export type Body = readonly [write: (caller: Caller) => readonly Field[], holds?: Holds];

export const page = 'https://www.betrieb.example/anfrage/';
export const full = ({ first, last }: Caller): string => `${first} ${last}`;
export const encoded = (fields: Readonly<Record<string, string>>): readonly Field[] =>
  form(String(new URLSearchParams(fields)));
export const moment = '2026-11-23T09:15:00.000Z';

export type Part = keyof Caller['labels'];
const answerOf = (caller: Caller, part: Part): string => (part === 'name' ? full(caller) : caller[part]);
export const asked: readonly Part[] = ['name', 'email', 'phone', 'message'];

/** One item for each question. */
export const each = <Item>(
  caller: Caller,
  write: (label: string, value: string, part: Part, at: number) => Item,
): Item[] => asked.map((part, at) => write(caller.labels[part], answerOf(caller, part), part, at));
export const byLabel = (caller: Caller): Record<string, string> =>
  Object.fromEntries(each(caller, (label, value) => [label, value] as const));
export const byKey = (caller: Caller) =>
  Object.fromEntries(asked.map((part) => [part, answerOf(caller, part)]));

export const types: Readonly<Record<string, readonly [typeform: string, tally: string, fillout: string]>> = {
  name: ['short_text', 'INPUT_TEXT', 'ShortAnswer'],
  email: ['email', 'INPUT_EMAIL', 'EmailInput'],
  phone: ['phone_number', 'INPUT_PHONE_NUMBER', 'PhoneNumber'],
  message: ['long_text', 'TEXTAREA', 'LongAnswer'],
};
export const typeformValues: Readonly<Record<string, string>> = { email: 'email', phone: 'phone_number' };
