/** What was just done can be taken back for a few seconds: then its button goes. A reload says nothing of it any more. */
export function watchToldStep(): void {
  const shown = document.querySelector<HTMLElement>('.told-step');
  if (!shown) return;
  const address = new URL(location.href);
  for (const name of ['did', 'of', 'at']) address.searchParams.delete(name);
  history.replaceState(history.state, '', address);
  const form = shown.querySelector<HTMLFormElement>('form[data-seconds]');
  if (form) setTimeout(() => form.remove(), Number(form.dataset.seconds) * 1_000);
}
