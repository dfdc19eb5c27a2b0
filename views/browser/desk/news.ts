/**
 * Shows what is new on a page that is looked at. Nothing that somebody is typing or reading is taken from under his fingers: then a
 * bar says that there is something new.
 */
const secondMs = 1_000;
const everyMs = 5 * secondMs;
/** Nobody has touched the page for so long: it is asked less often. */
const idleAfterMs = 600 * secondMs;
const idleEveryMs = 60 * secondMs;

let touchedAt = performance.now();
let askedAt = touchedAt;
let isAsking = false;

const main = () => document.querySelector<HTMLElement>('main');

/** Somebody has typed, opened a menu, or stands in a field. */
function isBusy(page: HTMLElement): boolean {
  const { activeElement: active } = document;
  if (active && page.contains(active) && active.matches('input, textarea, select, .later *')) return true;
  if (page.querySelector('details[open]')) return true;
  return [...page.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].some(
    (field) =>
      field instanceof HTMLInputElement && /^(?:radio|checkbox)$/.test(field.type)
        ? field.checked !== field.defaultChecked
        : field.type !== 'hidden' && field.value !== field.defaultValue,
  );
}

/** By what somebody who uses the keyboard finds his place again. */
function placeOf(element: Element | null): string | undefined {
  if (!element?.closest('main')) return undefined;
  const item = element.closest('[id]');
  const link = element.getAttribute('href');
  return item && link ? `#${CSS.escape(item.id)} [href="${CSS.escape(link)}"]` : undefined;
}

async function show(): Promise<void> {
  const response = await fetch(location.href, { headers: { accept: 'text/html' } });
  const page = main();
  if (!response.ok || response.redirected || !page) return;
  const read = new DOMParser().parseFromString(await response.text(), 'text/html');
  const fresh = read.querySelector('main');
  if (!fresh) return;
  const place = placeOf(document.activeElement);
  // What was just done stays as long as it is offered.
  const told = page.querySelector('.told-step');
  page.replaceChildren(...fresh.childNodes);
  if (told?.querySelector('form') && !page.querySelector('.told-step')) page.prepend(told);
  document.body.dataset.news = read.body.dataset.news ?? '';
  if (place) document.querySelector<HTMLElement>(place)?.focus();
}

function offer(page: HTMLElement): void {
  if (page.querySelector('.news')) return;
  const button = document.createElement('button');
  button.className = 'news';
  button.type = 'button';
  button.textContent = document.body.dataset.newsLabel ?? '';
  button.addEventListener('click', () => {
    button.remove();
    void show();
  });
  page.prepend(button);
}

async function ask(): Promise<void> {
  const { news = '', newsUrl = '' } = document.body.dataset;
  const headers = { 'if-none-match': news };
  const response = await fetch(newsUrl, { headers, cache: 'no-store', redirect: 'manual' });
  const page = main();
  if (response.status !== 200 || !page) return;
  if (isBusy(page)) offer(page);
  else await show();
}

/** When it may be asked next, as long as the page is looked at. */
const pauseMs = () => (performance.now() - touchedAt > idleAfterMs ? idleEveryMs : everyMs);

async function tick(): Promise<void> {
  if (isAsking || document.hidden || performance.now() - askedAt < pauseMs()) return;
  isAsking = true;
  askedAt = performance.now();
  try {
    await ask();
  } catch {
    // Without a connection it is asked again.
  } finally {
    isAsking = false;
  }
}

export function watchNews(): void {
  if (document.body.dataset.news === undefined) return;
  for (const kind of ['pointerdown', 'keydown', 'scroll'])
    addEventListener(kind, () => {
      touchedAt = performance.now();
    });
  document.addEventListener('visibilitychange', () => {
    askedAt = -idleEveryMs;
    void tick();
  });
  setInterval(() => void tick(), secondMs);
}
