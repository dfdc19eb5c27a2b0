/** Results appear as one types; without it the button asks for them. */

/** Between two letters of somebody who types. */
const pauseMs = 200;

export function searchAsOneTypes(): void {
  const field = document.querySelector<HTMLInputElement>('input[data-live]');
  const form = field?.form;
  const place = document.getElementById(field?.dataset.live ?? '');
  if (!field || !form || !place) return;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let asking = new AbortController();
  let shown = field.value.trim();

  const ask = async (typed: string) => {
    const url = new URL(form.action);
    for (const [name, value] of new FormData(form)) url.searchParams.set(name, String(value));
    const response = await fetch(url, { signal: asking.signal, credentials: 'same-origin' });
    // Logged out meanwhile, or out of order: the button says so.
    if (!response.ok || response.redirected) return;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const found = page.getElementById(place.id);
    if (!found) return;
    place.replaceChildren(...found.childNodes);
    shown = typed;
    history.replaceState(null, '', url);
  };

  field.addEventListener('input', () => {
    clearTimeout(pause);
    asking.abort();
    asking = new AbortController();
    const typed = field.value.trim();
    if (typed === shown) return;
    pause = setTimeout(() => {
      // Whoever typed on has stopped it, and a line that is down is the button's to tell.
      ask(typed).catch(() => undefined);
    }, pauseMs);
  });
}
