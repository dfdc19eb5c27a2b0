/** Presses buttons: the owner those of his mails and pages, customers those of theirs. */
import { hmacLinks } from '../../../adapters/crypto/hmac-links.ts';
import { minuteMs } from '../engine/plan.ts';
import { publicUrl } from '../platform/cloud.ts';
import { keys } from '../platform/process.ts';
import {
  fillForm,
  hasForm,
  type Link,
  linksIn,
  pageRequest,
  type Tappable,
  type Tapped,
  tokenOf,
} from './pages.ts';
import type { PeopleDeps } from './surroundings.ts';

export const links = hmacLinks({ baseUrl: publicUrl, keys });

function tappable(link: Link, nowMs: number): Tappable | undefined {
  const claims = links.read(tokenOf(link.url), new Date(nowMs).toISOString());
  return claims && { ...link, action: claims.action, leadId: claims.leadId };
}

export const tappableIn = (html: string, nowMs: number): Tappable[] =>
  linksIn(html).flatMap((link) => tappable(link, nowMs) ?? []);

/** What somebody does with the form of a page. */
interface Typing {
  /** What he has to say; the rest as `fillForm` has it. */
  readonly typed?: Readonly<Record<string, string>>;
  /** Told of the form before it is sent. */
  readonly beforeSending?: (form: URLSearchParams) => void;
}

/**
 * Opens a link and presses its button; who gets no answer tries again, and some fingers press twice.
 */
export async function tap(
  deps: PeopleDeps,
  who: string,
  link: Tappable,
  knownMs: number,
  typing: Typing = {},
): Promise<Tapped> {
  const tapped = { link, knownMs, ...(await openAndPress(deps, who, link, typing)) };
  deps.onTap(tapped);
  return tapped;
}

async function openAndPress(
  deps: PeopleDeps,
  who: string,
  link: Tappable,
  typing: Typing,
): Promise<Pick<Tapped, 'answer' | 'pressed'>> {
  const { cloud, chronicle, entropy, scheduler, book } = deps;
  const about = `${link.action} ${link.leadId ?? ''}`.trim();
  const ask = async (method: 'GET' | 'POST', url: string, typed?: URLSearchParams) => {
    for (let attempt = 0; attempt < 3; attempt++) {
      chronicle.note(who, `${method === 'GET' ? 'opens' : 'presses'} ${about}`);
      if (method === 'POST' && link.action === 'erase' && link.leadId) book.erasing.add(link.leadId);
      const answer = await cloud.request('act-on-lead', about, pageRequest(method, url, typed));
      if (answer && answer.status < 500) return answer;
      await scheduler.sleep(entropy.between(1_000, 5 * minuteMs));
    }
    return undefined;
  };

  let { url } = link;
  let page = await ask('GET', url);
  const choices = [...(page?.body.matchAll(/href="(\?to=[a-z-]+)"/g) ?? [])].map(([, to = '']) => to);
  if (page?.status === 200 && !hasForm(page) && choices.length > 0) {
    url = `${new URL(url).origin}${new URL(url).pathname}${entropy.pick(choices)}`;
    page = await ask('GET', url);
  }
  if (page?.status !== 200 || !hasForm(page)) return { answer: page, pressed: false };
  await scheduler.sleep(entropy.between(1_000, 90_000));
  const typed = fillForm(page, entropy, scheduler.nowMs());
  for (const [name, value] of Object.entries(typing.typed ?? {})) typed.set(name, value);
  typing.beforeSending?.(typed);
  if (entropy.chance(0.15)) {
    scheduler.start(who, entropy.between(1, 3_000), async () => {
      await cloud.request('act-on-lead', `${about} again`, pageRequest('POST', url, typed));
    });
  }
  let answer = await ask('POST', url, typed);
  // Warned of the date, he means it.
  const despite = /name="despite" value="([^"]+)"/.exec(answer?.body ?? '')?.[1];
  if (despite !== undefined) {
    typed.set('despite', despite);
    answer = await ask('POST', url, typed);
  }
  return { answer, pressed: true };
}
