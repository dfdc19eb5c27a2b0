/**
 * A headline and a table: a row for each name and, of several checkouts, each figure side by side.
 * @param figures of one row and checkout.
 */
export function report<C extends { readonly label: string }>(
  title: string,
  checkouts: readonly C[],
  names: readonly string[],
  figures: (checkout: C, name: string) => Readonly<Record<string, number>>,
): void {
  const rows = names.map((name) => {
    const found = checkouts.map((checkout) => ({ ...checkout, figures: figures(checkout, name) }));
    const all = [...new Set(found.flatMap((one) => Object.keys(one.figures)))];
    const row = all.flatMap((figure) =>
      found.map((one) => [
        checkouts.length > 1 ? `${figure} ${one.label}` : figure,
        one.figures[figure] ?? '–',
      ]),
    );
    return [name, Object.fromEntries(row)];
  });
  console.log(`\n${title}`);
  console.table(Object.fromEntries(rows));
}

export const rounded = (value: number, digits = 0): number => Number(value.toFixed(digits));
