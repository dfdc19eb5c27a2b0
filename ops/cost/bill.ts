/** From amounts to money. */
import { type Meter, meters, type Price, prices, type Service, services } from './prices.ts';

/** So much of everything in one month. */
export type Amounts = Readonly<Record<Meter, number>>;

export interface Bill {
  readonly lines: readonly { readonly service: Service; readonly usd: number }[];
  readonly usd: number;
}

/** What an amount costs: each tier its own part. */
export function priceOf(amount: number, { tiers, per }: Pick<Price, 'tiers' | 'per'>): number {
  let usd = 0;
  let below = 0;
  for (const tier of tiers) {
    const end = tier.upTo ?? Number.POSITIVE_INFINITY;
    usd += (Math.max(0, Math.min(amount, end) - below) / per) * tier.usd;
    below = end;
  }
  return usd;
}

/** @param allowances whether the amounts that are always free are taken off, as in an account that has only this. */
export function billOf(amounts: Amounts, { allowances }: { readonly allowances: boolean }): Bill {
  const costOf = (meter: Meter) => {
    const price: Price = prices[meter];
    const free = allowances ? (price.alwaysFree ?? 0) : 0;
    return priceOf(Math.max(0, amounts[meter] - free), price);
  };
  const lines = services.map((service) => ({
    service,
    usd: meters
      .filter((meter) => prices[meter].service === service)
      .reduce((sum, meter) => sum + costOf(meter), 0),
  }));
  return { lines, usd: lines.reduce((sum, { usd }) => sum + usd, 0) };
}
