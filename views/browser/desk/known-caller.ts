/** While a number is typed, whoever calls from it appears, with what he asked for and is open. */
const pauseMs = 400;
/** Fewer digits are no number. */
const fewestDigits = 6;

const filled = ['name', 'address', 'postcode', 'city'] as const;

/** What is known of him stands in fields that nobody has filled; of another number it goes again. */
function fill(form: HTMLFormElement, known: HTMLElement | null): void {
  for (const name of filled) {
    const field = form.elements.namedItem(name);
    if (!(field instanceof HTMLInputElement)) continue;
    if (field.value !== '' && field.value !== field.dataset.known) continue;
    field.value = known?.dataset[name] ?? '';
    field.dataset.known = field.value;
  }
}

export function watchCaller(): void {
  const form = document.querySelector<HTMLFormElement>('form.call');
  const phone = form?.elements.namedItem('phone');
  const place = document.getElementById('known');
  const url = form?.dataset.knownUrl;
  if (!form || !(phone instanceof HTMLInputElement) || !place || url === undefined) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = phone.value;
  const look = async () => {
    const { value } = phone;
    if (value === asked) return;
    asked = value;
    const isNumber = value.replace(/\D/g, '').length >= fewestDigits;
    const body = new URLSearchParams({ phone: value });
    const response = isNumber ? await fetch(url, { method: 'POST', body, redirect: 'manual' }) : undefined;
    if (phone.value !== value) return;
    // Our own page, as the server wrote it.
    const text = response?.ok ? await response.text() : '';
    const read = new DOMParser().parseFromString(text, 'text/html');
    place.replaceChildren(...read.body.childNodes);
    fill(form, place.querySelector<HTMLElement>('[data-name]'));
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void look().catch(() => undefined), pauseMs);
  };
  phone.addEventListener('input', soon);
  phone.addEventListener('change', soon);
}
