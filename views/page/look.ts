/** The colours of a business on its pages, in place of those of `style.ts`. */
import type { Company } from '../../domain/business/company.ts';
import { inkOn, mix, readable, standOut, visible } from '../accent.ts';

/** The grounds that stand in `style.ts`: page, sheet. */
const light = ['#eef1f4', '#ffffff'] as const;
const dark = ['#0f1419', '#1a2129'] as const;

/** Rules that come after those of the page; none for a business without a colour of its own. */
export function ownColors({ accentColor }: Pick<Company, 'accentColor'>): string {
  if (accentColor === undefined) return '';
  return `:root{${variables(accentColor, light, 0.9)}}
@media (prefers-color-scheme:dark){:root{${variables(standOut(accentColor, dark, visible), dark, 0.85)}}}`;
}

/** @param share how much of the sheet is in the tint. */
function variables(fill: string, grounds: readonly [string, string], share: number): string {
  const [ground, sheet] = grounds;
  const tint = mix(fill, sheet, share);
  const accent = standOut(fill, [ground, sheet, tint], readable);
  return `--accent:${accent};--fill:${fill};--on-fill:${inkOn(fill)};--tint:${tint}`;
}
