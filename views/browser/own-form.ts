/**
 * The script of our own form: it proves some work while somebody types, and says at once which files are too large. The form
 * works without it; its source is bundled by `npm run form-script`.
 */
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';

/** A slow phone still sends: without the proof the request is as welcome, its words are only not repeated to it. */
const patienceMillis = 4_000;

const form = document.querySelector<HTMLFormElement>('form[data-own]');
const proof = form?.querySelector<HTMLInputElement>('[data-challenge]');
const files = form?.querySelector<HTMLInputElement>('input[type=file]');

async function solve(field: HTMLInputElement): Promise<void> {
  const challenge = JSON.parse(field.dataset.challenge ?? '');
  const solution = await solveChallenge({ challenge, deriveKey });
  if (solution) field.value = btoa(JSON.stringify({ challenge, solution }));
}

if (form && proof && !proof.value) {
  let solving: Promise<void> | undefined;
  let sends = false;
  const begin = () => {
    solving ??= solve(proof).catch(() => {});
    return solving;
  };
  // Whoever only looks at the page does not work for it.
  for (const touched of ['focusin', 'input', 'pointerdown'])
    form.addEventListener(touched, begin, { once: true });
  form.addEventListener('submit', (event) => {
    if (proof.value || sends) return;
    event.preventDefault();
    const patience = new Promise((resolve) => setTimeout(resolve, patienceMillis));
    Promise.race([begin(), patience]).then(() => {
      if (sends) return;
      sends = true;
      form.requestSubmit();
      // Whoever comes back to the page sends again.
      setTimeout(() => {
        sends = false;
      }, 0);
    });
  });
}

if (files) {
  const fault = document.getElementById(`${files.id}-fault`);
  files.addEventListener('change', () => {
    const chosen = [...(files.files ?? [])];
    const bytes = chosen.reduce((sum, { size }) => sum + size, 0);
    const [largest] = chosen.toSorted((one, other) => other.size - one.size);
    const tooLarge = largest && bytes > Number(files.dataset.most);
    const text = tooLarge ? (files.dataset.tooLarge ?? '').replace('{name}', () => largest.name) : '';
    // So the browser itself does not send the form, and everything that was typed stays where it is.
    files.setCustomValidity(text);
    if (fault) fault.textContent = text;
    files.toggleAttribute('aria-invalid', text !== '');
  });
}
