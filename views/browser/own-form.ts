/**
 * The script of our own form: it proves some work while somebody types, and says at once which files are too large. The form
 * works without it; its source is bundled by `npm run form-script`.
 */
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';

/** A slow phone still sends: without the proof the request is as welcome, its words are only not repeated to it. */
const patienceMillis = 4_000;

const form = document.querySelector<HTMLFormElement>('form[data-own]');

/** Says which file is too large as soon as it is chosen, and holds the form back: what was typed stays where it is. */
function watchFiles(owner: HTMLFormElement, files: HTMLInputElement): void {
  const fault = document.getElementById(`${files.id}-fault`);
  const say = () => {
    const chosen = [...(files.files ?? [])];
    const bytes = chosen.reduce((sum, { size }) => sum + size, 0);
    const [largest] = chosen.toSorted((one, other) => other.size - one.size);
    const tooLarge = largest !== undefined && bytes > Number(files.dataset.most);
    const text = tooLarge ? (files.dataset.tooLarge ?? '').replace('{name}', () => largest.name) : '';
    if (fault) fault.textContent = text;
    files.setAttribute('aria-invalid', String(tooLarge));
    return tooLarge;
  };
  files.addEventListener('change', say);
  owner.addEventListener('submit', (event) => {
    if (!say()) return;
    event.preventDefault();
    // So the work for the proof does not send it after all.
    event.stopImmediatePropagation();
    files.focus();
  });
}

async function solve(field: HTMLInputElement): Promise<void> {
  const challenge = JSON.parse(field.dataset.challenge ?? '');
  const solution = await solveChallenge({ challenge, deriveKey });
  if (solution) field.value = btoa(JSON.stringify({ challenge, solution }));
}

/** Works from the first touch on: whoever only looks at the page does not. */
function prove(owner: HTMLFormElement, proof: HTMLInputElement): void {
  let solving: Promise<void> | undefined;
  let sends = false;
  const begin = () => {
    solving ??= solve(proof).catch(() => {});
    return solving;
  };
  for (const touched of ['focusin', 'input', 'pointerdown']) {
    owner.addEventListener(touched, begin, { once: true });
  }
  owner.addEventListener('submit', (event) => {
    if (proof.value || sends) return;
    event.preventDefault();
    const patience = new Promise((resolve) => setTimeout(resolve, patienceMillis));
    Promise.race([begin(), patience]).then(() => {
      if (sends) return;
      sends = true;
      owner.requestSubmit();
      // Whoever comes back to the page sends again.
      setTimeout(() => {
        sends = false;
      }, 0);
    });
  });
}

const files = form?.querySelector<HTMLInputElement>('input[type=file]');
const proof = form?.querySelector<HTMLInputElement>('[data-challenge]');
if (form && files) watchFiles(form, files);
if (form && proof) prove(form, proof);
