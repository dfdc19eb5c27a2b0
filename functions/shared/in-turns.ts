/**
 * Does the same for each of many, so many at a time: neither one after the other, nor all at once.
 * @returns the results, in the order of the items.
 * @throws what the first that fails throws; those of later turns are not begun.
 */
export async function inTurns<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let from = 0; from < items.length; from += atOnce) {
    results.push(...(await Promise.all(items.slice(from, from + atOnce).map(work))));
  }
  return results;
}
