/** The frame of every page of the desk: who it is, where one can go, and the page itself. */
import { html, raw } from 'hono/html';
import { brandOf, type Company } from '../../domain/business/company.ts';
import type { Callee } from '../../domain/business/people.ts';
import { type Html, metaTags } from '../page/page.ts';
import { frameWords as words } from '../words/desk/frame.ts';
import { inCountry } from '../words/regional.ts';
import { trialWords } from '../words/trial.ts';
import { assetUrl, type DeskPlace, deskPlaces, iconUrl, manifestUrl, newsUrl } from './places.ts';
import { deskScriptName } from './script.ts';
import { deskStyleName } from './style.ts';
import { type ToldStep, toldStep } from './told-step.ts';

interface DeskFrame {
  readonly company: Company;
  /** Absent: nobody is logged in, and nothing leads anywhere. */
  readonly person?: Callee | undefined;
  /** Which place of the navigation it is. */
  readonly place?: DeskPlace | undefined;
  /** Uses the width of a laptop; otherwise it is read like a letter. */
  readonly wide?: boolean | undefined;
  /** Of a page that shows what is new by itself: what was the latest news when it was read. */
  readonly news?: string | undefined;
  /** The step that led here. */
  readonly told?: ToldStep | undefined;
}

interface DeskPage {
  readonly title: string;
  readonly body: Html;
}

/** A whole page of the desk. No style and no script stands in it: both are files of their own. */
export async function deskPage(
  { title, body }: DeskPage,
  { company, person, place, wide, news, told }: DeskFrame,
): Promise<string> {
  const document = await html`<!doctype html>
<html lang="de">
<head>
${metaTags}
<title>${title} – ${brandOf(company)}</title>
<link rel="icon" href="${iconUrl}" type="image/svg+xml">
<link rel="manifest" href="${manifestUrl}">
<link rel="stylesheet" href="${assetUrl(deskStyleName(company))}">
<script src="${assetUrl(deskScriptName)}" defer></script>
</head>
<body class="${wide ? 'desk wide' : 'desk'}"${news === undefined ? '' : html` data-news="${news}" data-news-url="${newsUrl}" data-news-label="${words.news}"`}>
<a class="skip" href="#content">${words.skip}</a>
<header class="bar"><a class="brand" href="${deskPlaces.today}">${brandOf(company)}</a>
${person ? navigation(place) : ''}</header>
<main id="content" tabindex="-1">
${company.trial ? html`<p class="trial" role="note">${trialWords.de}</p>` : ''}
${told ? toldStep(told) : ''}
${body}
</main>
</body>
</html>
`;
  return inCountry(document.toString(), company.country);
}

const signs: Readonly<Record<DeskPlace, string>> = {
  today: 'M4 5h16v15H4zM4 9h16M8 3v4M16 3v4',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 20 20',
  call: 'M12 5v14M5 12h14',
  contacts: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20c1.5-4 5-5 8-5s6.500 1 8 5',
  team: 'M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM2.500 20c.8-4 3.500-5.500 6.500-5.500s5.700 1.500 6.500 5.500M16 4.500a3.300 3.300 0 0 1 0 6.200M17.500 14.700c2 .6 3.500 2.200 4 5.300',
  me: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 13a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM6 18.500c1-2.500 3.500-3.500 6-3.500s5 1 6 3.500',
};

function navigation(current: DeskPlace | undefined): Html {
  const places = Object.keys(deskPlaces) as DeskPlace[];
  return html`<nav aria-label="${words.navigation}"><ul>${places.map(
    (place) => html`
<li class="to-${place}"><a href="${deskPlaces[place]}"${place === current ? raw(' aria-current="page"') : ''}><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${signs[place]}"/></svg><span>${words.places[place]}</span></a></li>`,
  )}</ul></nav>`;
}
