/** From amounts to money. */
import { type Meter, meters, prices, type Service, services } from './prices.ts';

/** So much of everything in one month. */
export type Amounts = Readonly<Record<Meter, number>>;

export const serviceNames = Object.keys(services) as Service[];

/** @param allowances whether the amounts that are always free are taken off, as in an account that has only this. */
export function costOf(amounts: Amounts, meter: Meter, allowances = false): number {
  const { usd, per, free } = prices[meter];
  return (Math.max(0, amounts[meter] - (allowances ? free : 0)) / per) * usd;
}

/** @param service absent: all of them. */
export const billFor = (amounts: Amounts, allowances = false, service?: Service): number =>
  meters
    .filter((meter) => service === undefined || prices[meter].service === service)
    .reduce((sum, meter) => sum + costOf(amounts, meter, allowances), 0);
