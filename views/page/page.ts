/** The frame of every page. */
import { html, raw } from 'hono/html';
import { brandOf, type Company } from '../../domain/business/company.ts';
import { shownSize } from '../../domain/business/logo.ts';
import type { Language } from '../../domain/lead/contact.ts';
import { inCountry } from '../words/regional.ts';
import { trialWords } from '../words/trial.ts';
import { ownColors } from './look.ts';
import { commonStyle } from './style.ts';

/** Escaped markup, as `html` makes it. */
export type Html = ReturnType<typeof html>;

type PageOwner = Pick<Company, 'name' | 'brand' | 'accentColor' | 'logo' | 'trial'> &
  Partial<Pick<Company, 'country'>>;

interface Page {
  readonly language: Language;
  readonly title: string;
  /** Whose page it is: gives the name or the logo at the top, and the colours. */
  readonly company?: PageOwner | undefined;
  /** Rules besides those of every page. */
  readonly style?: string | undefined;
  readonly body: Html;
}

/** What every page says of itself; numbers that are links are links because we say so. */
export const metaTags = raw(`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">`);

/** A whole page; the text of it is markup of `html`, so whatever people typed is escaped. */
export async function page({ language, title, company, style = '', body }: Page): Promise<string> {
  const document = await html`<!doctype html>
<html lang="${language}">
<head>
${metaTags}
<title>${company ? `${title} – ${brandOf(company)}` : title}</title>
<link rel="icon" href="data:,">
<style>${raw(commonStyle)}${raw(style)}${raw(company ? ownColors(company) : '')}</style>
</head>
<body>
<main>
${company ? letterhead(company) : ''}
${company?.trial ? html`<p class="trial" role="note">${trialWords[language]}</p>` : ''}
${body}
</main>
</body>
</html>
`;
  return inCountry(document.toString(), company?.country ?? 'DE');
}

/** The logo, or the name. The address is our own wherever the page is shown, in a frame of another site too. */
function letterhead(company: PageOwner): Html {
  const { logo } = company;
  if (!logo) return html`<p class="brand">${brandOf(company)}</p>`;
  const { width, height } = shownSize(logo);
  return html`<p class="brand"><img class="logo" src="/${logo.file}" alt="${logo.alt}" width="${width}" height="${height}"></p>`;
}

/** A page that only says what went wrong and what to do. */
export function failurePage({ title, detail }: { title: string; detail: string }): Promise<string> {
  return page({ language: 'de', title, body: html`<h1>${title}</h1><p>${detail}</p>` });
}
