/** The desk on the home screen of a phone: its name, its icon, and where it opens. */
import { brandOf, type Company } from '../../domain/business/company.ts';
import { inkOn } from '../accent.ts';
import { singleLine } from '../visitor-text.ts';
import { deskHome, iconUrl } from './places.ts';

type Look = Pick<Company, 'name' | 'brand' | 'accentColor'>;

/** As in `style.ts`, where a business has no colour of its own. */
const usualAccent = '#17538f';
/** As in `style.ts`: what is seen for a moment while the page is fetched. */
const ground = '#eef1f4';

const accentOf = ({ accentColor }: Look): string => accentColor ?? usualAccent;

/** The first letter or digit of the name, on the colour of the business; the letter stays within what masks leave of it. */
export function iconOf(company: Look): string {
  const color = accentOf(company);
  const letter = /[\p{L}\p{N}]/u.exec(brandOf(company))?.[0].toLocaleUpperCase('de') ?? '';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><rect width="512" height="512" fill="${color}"/><text x="256" y="352" text-anchor="middle" font-family="system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif" font-weight="700" font-size="272" fill="${inkOn(color)}">${escaped(letter)}</text></svg>`;
}

const escaped = (letter: string): string => letter.replace(/[<&]/g, '');

/** The web app manifest (https://www.w3.org/TR/appmanifest/). */
export function manifestOf(company: Look): string {
  const name = singleLine(brandOf(company), 45);
  const icon = { src: iconUrl, sizes: 'any', type: 'image/svg+xml' };
  return JSON.stringify({
    id: deskHome,
    name,
    short_name: singleLine(brandOf(company), 12),
    lang: 'de',
    start_url: deskHome,
    scope: deskHome,
    display: 'standalone',
    background_color: ground,
    theme_color: accentOf(company),
    icons: [
      { ...icon, purpose: 'any' },
      { ...icon, purpose: 'maskable' },
    ],
  });
}
