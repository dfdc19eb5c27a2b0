/** A browser at the desk: logs in by mail, keeps its cookie, follows where it is led. */
import { type Company, companyFrom } from '../../../domain/business/company.ts';
import { personAt } from '../../../domain/business/people.ts';
import { loginLink } from '../../../functions/serve-desk/log-in.ts';
import { serveDesk } from '../../../functions/serve-desk/serve-desk.ts';
import type { HttpResponse } from '../../../functions/shared/http-message.ts';
import { withCompany } from '../../../functions/shared/keep-business.ts';
import type { World } from '../../support/a-world.ts';
import { fieldsOf } from '../../support/read-page.ts';

type Typed = Readonly<Record<string, string>>;

export interface Browser {
  /** The cookie it sends; empty: none. */
  cookie: string;
  /** Another method than those of links and forms. */
  send(method: string, url: string): Promise<HttpResponse>;
  get(url: string, headers?: Typed): Promise<HttpResponse>;
  post(url: string, typed?: Typed, headers?: Typed): Promise<HttpResponse>;
  /** Opens a page, fills in what differs from what stands there, and presses the button. */
  fillIn(url: string, typed?: Typed): Promise<HttpResponse>;
}

/** As the people who work here were changed since. */
async function companyNow(world: World): Promise<Company> {
  const stored = await world.businesses.load();
  return stored && stored.version > 1 ? companyFrom(stored.file) : world.company;
}

/** Nobody is logged in yet. */
export function aBrowser(world: World): Browser {
  const send = async (method: string, url: string, typed: Typed, headers: Typed) => {
    const { pathname, searchParams } = new URL(url, world.publicUrl);
    const response = await withCompany(serveDesk)(
      {
        method,
        path: pathname,
        pathParameters: {},
        query: searchParams,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/142.0.0.0',
          ...(browser.cookie !== '' && { cookie: browser.cookie }),
          ...headers,
        },
        body: Buffer.from(new URLSearchParams(typed).toString()),
        sourceIp: '203.0.113.7',
      },
      { ...world, business: { company: () => companyNow(world) } },
    );
    for (const cookie of response.cookies ?? []) [browser.cookie = ''] = cookie.split(';');
    return response;
  };
  const browser: Browser = {
    cookie: '',
    send: (method, url) => send(method, url, {}, {}),
    get: (url, headers = {}) => send('GET', url, {}, headers),
    post: (url, typed = {}, headers = {}) => send('POST', url, typed, headers),
    async fillIn(url, typed = {}) {
      const form = fieldsOf(await browser.get(url));
      return browser.post(url, { ...Object.fromEntries(form), ...typed });
    },
  };
  return browser;
}

/** Somebody of the business is logged in; default: whoever gets its mails. */
export async function aDesk(world: World, email = world.company.owner.email[0] ?? ''): Promise<Browser> {
  const person = personAt(await companyNow(world), email);
  if (!person) throw new Error(`Nobody here has the address ${email}`);
  const browser = aBrowser(world);
  await browser.post(loginLink(person, world.clock.now(), world));
  return browser;
}
