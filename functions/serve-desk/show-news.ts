/** Whether anything is new since a page was read: asked every few seconds, and answered from one small item. */
import type { Clock } from '../../domain/ports/clock.ts';
import type { DeskNews } from '../../domain/ports/desk-news.ts';
import type { Log } from '../shared/logger.ts';
import type { DeskPage } from './desk-route.ts';

export interface ShowNewsDeps {
  readonly news: DeskNews;
  readonly clock: Clock;
  readonly log: Log;
}

/** As an entity tag. */
export const newsTag = (latest: string | undefined): string => `"${latest ?? 'none'}"`;

export const showNews: DeskPage<ShowNewsDeps> = async ({ headers }, { news }) => {
  const etag = newsTag(await news.read());
  const common = { etag, 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' };
  return headers['if-none-match'] === etag
    ? { status: 304, headers: common, body: '' }
    : { status: 200, headers: { ...common, 'content-type': 'application/json' }, body: '{}' };
};

/** What somebody did here, others see at once. That they do not is never a reason for it not to count. */
export async function announceStep(session: string, { news, clock, log }: ShowNewsDeps): Promise<void> {
  await news
    .announce({ id: session, version: Date.parse(clock.now()) })
    .catch((error: unknown) => log.error('Not announced at the desk', error));
}
