/** The look of the desk, in one file that browsers keep. On top of what all pages of the owner share. */
import type { Company } from '../../domain/business/company.ts';
import { ownColors } from '../page/look.ts';
import { commonStyle, leadStyle, mailsStyle } from '../page/style.ts';
import { requestStyle } from './request/style.ts';
import { searchStyle } from './search-style.ts';
import { teamStyle } from './team-style.ts';
import { todayStyle } from './today-style.ts';

const frameStyle = `
body.desk{padding-bottom:5rem}
.skip{position:absolute;left:-10000px}
.skip:focus{left:1rem;top:.5rem;z-index:3;background:var(--sheet);padding:.6rem 1rem;border-radius:10px}
.bar{max-width:36rem;margin:0 auto;padding:1rem 1rem 0}
.wide .bar,.wide main{max-width:78rem}
.bar .brand{display:inline-block;margin:0;padding:.35rem 0;text-decoration:none}
main:focus{outline:0}
.desk main{padding-top:.75rem}
:where(.desk main) :where(li a,dd a,small a,.quiet a,p>a:only-child):where(:not(.button,.row)){display:inline-block;max-width:100%;min-height:1.5rem}
nav ul{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(6,1fr)}
nav{position:fixed;inset:auto 0 0;z-index:2;background:var(--sheet);border-top:1px solid var(--line);padding-bottom:env(safe-area-inset-bottom)}
nav a{display:flex;flex-direction:column;align-items:center;justify-content:center;min-height:3.5rem;gap:.1rem;color:var(--quiet);text-decoration:none;font-size:.75rem;font-weight:600}
nav a[aria-current]{color:var(--accent)}
nav svg{width:1.5rem;height:1.5rem;fill:none;stroke:currentColor;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
nav .to-call a{color:var(--accent)}
@media (min-width:60rem){
body.desk{padding-bottom:0}
.bar{display:flex;align-items:center;justify-content:space-between;gap:2rem;max-width:78rem;padding:.75rem 1.5rem;border-bottom:1px solid var(--line)}
.wide main{padding-left:1.5rem;padding-right:1.5rem}
nav{position:static;background:none;border:0}
nav ul{display:flex;gap:.25rem}
nav a{flex-direction:row;min-height:2.75rem;padding:0 .75rem;gap:.4rem;font-size:.9375rem;border-radius:10px}
nav a[aria-current]{background:var(--tint)}
nav svg{width:1.15rem;height:1.15rem}
nav .to-call a{border:1px solid var(--accent)}
}
`;

/** Of each part of the desk, by whoever made it. */
const parts: readonly string[] = [requestStyle, teamStyle, todayStyle, searchStyle];

const shared = `${commonStyle}${leadStyle}${mailsStyle}${frameStyle}${parts.join('')}`;

const styles = new WeakMap<Company, { readonly name: string; readonly body: string }>();

/** The sheet of a business: its name changes with what is in it, so that browsers may keep it for ever. */
function styleOf(company: Company) {
  const known = styles.get(company);
  if (known) return known;
  const body = `${shared}${ownColors(company)}`;
  const made = { name: `desk-${fingerprint(body)}.css`, body };
  styles.set(company, made);
  return made;
}

export const deskStyleName = (company: Company): string => styleOf(company).name;
export const deskStyle = (company: Company): string => styleOf(company).body;

/** 53 bits, enough to tell versions of a file apart (cyrb53); a view has no cryptography. */
function fingerprint(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  return ((high >>> 0).toString(36) + (low >>> 0).toString(36)).padStart(12, '0');
}
