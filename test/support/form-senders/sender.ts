/** What a form, plug-in or platform posts to us, and what a careful human reads in it. */
import type { Kind, Urgency } from '../../../domain/lead/request-kind.ts';
import { type Customer, full } from './customers.ts';
import type { Wired } from './wire.ts';

/** What is right. What is not named must stay empty, besides kind and urgency: these are checked where the words say so. */
export interface Right {
  readonly name?: string | undefined;
  /** Where more than the name is known of how somebody wants to be called. */
  readonly greeting?: string | undefined;
  readonly email?: string | undefined;
  readonly phoneE164?: string | undefined;
  readonly address?: string | undefined;
  readonly postcode?: string | undefined;
  readonly city?: string | undefined;
  readonly message?: string | undefined;
  readonly kind?: Kind | undefined;
  readonly urgency?: Urgency | undefined;
  /** `relative`: the sender names it without its site, which is no address yet; whatever is made of it is fine. */
  readonly page?: string | undefined;
  readonly utm?: Readonly<Record<string, string>> | undefined;
  /** Answers that must not be lost, wherever they are kept. */
  readonly kept: readonly string[];
  /** Names of the files that came along. */
  readonly files: readonly string[];
  /** Agreed to news: more than having read how data are kept. */
  readonly consent: boolean;
}

export interface Post {
  /** What is special about this one. */
  readonly says: string;
  readonly country: Customer['country'];
  readonly wired: Wired;
  readonly right: Right;
  /** Further people in the same body. */
  readonly others?: readonly Right[];
}

export interface FormSender {
  readonly name: string;
  /** What the owner of the form clicks. */
  readonly setUp: string;
  readonly posts: readonly Post[];
}

/** One post: the customer gave name, mail and phone, where `told` does not say otherwise (`undefined`: nothing of it). */
export function post(says: string, customer: Customer, wired: Wired, told: Partial<Right>): Post {
  return { says, country: customer.country, wired, right: rightOf(customer, told) };
}

const rightOf = (customer: Customer, told: Partial<Right>): Right => ({
  name: full(customer),
  email: customer.email,
  phoneE164: customer.phoneE164,
  kept: [],
  files: [],
  consent: false,
  ...told,
});

/** One post that brings several people, all of the same country. */
export function batch(
  says: string,
  wired: Wired,
  [first, ...others]: readonly [Brought, ...(readonly Brought[])],
): Post {
  const one = post(says, first[0], wired, first[1]);
  return { ...one, others: others.map(([customer, told]) => rightOf(customer, told)) };
}

type Brought = readonly [customer: Customer, told: Partial<Right>];

/** Where the customer lives, as far as most forms ask. */
export const place = ({ postcode, city }: Customer) => ({ postcode, city });

export const site = 'https://www.muster-haustechnik.example';
