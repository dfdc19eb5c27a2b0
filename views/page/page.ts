/** The frame of every page. */
import { html, raw } from 'hono/html';
import type { Language } from '../../domain/lead/contact.ts';
import { commonStyle } from './style.ts';

/** Escaped markup, as `html` makes it. */
export type Html = ReturnType<typeof html>;

interface Page {
  readonly language: Language;
  readonly title: string;
  /** Name of the business, at the top. */
  readonly brand?: string | undefined;
  /** Rules besides those of every page. */
  readonly style?: string | undefined;
  readonly body: Html;
}

/** A whole page; the text of it is markup of `html`, so whatever people typed is escaped. */
export async function page({ language, title, brand, style = '', body }: Page): Promise<string> {
  const document = await html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
<title>${brand ? `${title} – ${brand}` : title}</title>
<link rel="icon" href="data:,">
<style>${raw(commonStyle)}${raw(style)}</style>
</head>
<body>
<main>
${brand ? html`<p class="brand">${brand}</p>` : ''}
${body}
</main>
</body>
</html>
`;
  return document.toString();
}

/** A page that only says what went wrong and what to do. */
export function failurePage({ title, detail }: { title: string; detail: string }): Promise<string> {
  return page({ language: 'de', title, body: html`<h1>${title}</h1><p>${detail}</p>` });
}
