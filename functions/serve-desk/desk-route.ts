import type { DeskContext } from '../../views/desk/desk-context.ts';
import type { DeskPlace } from '../../views/desk/places.ts';
import type { HttpRequest, HttpResponse } from '../shared/http-message.ts';

/** A page of the desk: shows, or does what its form asks for. */
export type DeskPage<Deps> = (
  request: HttpRequest,
  deps: Deps,
  context: DeskContext,
) => Promise<HttpResponse>;

/**
 * A page that is loaded when it is first asked for: whoever opens the desk waits for a cold function, and most pages with all that
 * they can do are not what he opens.
 */
export const later =
  <Deps>(load: () => Promise<DeskPage<Deps>>): DeskPage<Deps> =>
  async (request, deps, context) =>
    (await load())(request, deps, context);

export interface DeskRoute<Deps> {
  /** As in the API: `/desk/leads/{id}`. */
  readonly path: string;
  readonly get?: DeskPage<Deps>;
  readonly post?: DeskPage<Deps>;
  /** Nobody else sees or does it; absent: everybody who works here, as far as the page itself lets him. */
  readonly for?: 'owner';
  /** Which place of the navigation it belongs to. */
  readonly place?: DeskPlace;
  /** Uses the width of a laptop. */
  readonly wide?: true;
  /** Shows what is new by itself. */
  readonly live?: true;
}

/** The values of `{names}` in a path; `undefined`: it is another one. */
export function readPath(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const parts = path.split('/');
  if (wanted.length !== parts.length) return undefined;
  const values: Record<string, string> = {};
  for (const [at, part] of parts.entries()) {
    const name = /^\{(\w+)\}$/.exec(wanted[at] ?? '')?.[1];
    if (name === undefined) {
      if (wanted[at] !== part) return undefined;
    } else if (/^[\w.-]{1,400}$/.test(part)) values[name] = part;
    else return undefined;
  }
  return values;
}
