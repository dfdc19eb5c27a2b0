/** What was done a moment ago, above the page that shows it. */
import { html } from 'hono/html';
import type { Html } from '../page/page.ts';
import { type TeamDone, teamDone } from '../words/desk/team.ts';

/** @param done as the address says it; what is none of ours is not shown. */
export function doneNotice(done: string | null | undefined): Html | '' {
  if (!done || !Object.hasOwn(teamDone, done)) return '';
  return html`<p class="notice" role="status"><span class="done">✓</span> ${teamDone[done as TeamDone]}</p>`;
}
