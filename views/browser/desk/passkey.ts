/**
 * Passkeys: shows their forms where the browser knows them, asks the server what is to be signed, has the device do it, and sends it
 * by the page's own form.
 */
const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
    letter.charCodeAt(0),
  );

const textOf = (bytes: ArrayBuffer | null): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes ?? new ArrayBuffer(0))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

interface Creation
  extends Omit<PublicKeyCredentialCreationOptions, 'challenge' | 'user' | 'excludeCredentials'> {
  readonly challenge: string;
  readonly user: { readonly id: string; readonly name: string; readonly displayName: string };
  readonly excludeCredentials: readonly (Omit<PublicKeyCredentialDescriptor, 'id'> & {
    readonly id: string;
  })[];
}

interface Request extends Omit<PublicKeyCredentialRequestOptions, 'challenge'> {
  readonly challenge: string;
}

/** By hand: what the browsers of 2023 cannot read by themselves yet. */
const creation = (json: Creation): PublicKeyCredentialCreationOptions => ({
  ...json,
  challenge: bytesOf(json.challenge),
  user: { ...json.user, id: bytesOf(json.user.id) },
  excludeCredentials: json.excludeCredentials.map((one) => ({ ...one, id: bytesOf(one.id) })),
});

const request = (json: Request): PublicKeyCredentialRequestOptions => ({
  ...json,
  challenge: bytesOf(json.challenge),
});

function written({ id, rawId, type, response }: PublicKeyCredential): string {
  const parts =
    response instanceof AuthenticatorAttestationResponse
      ? { attestationObject: textOf(response.attestationObject), transports: response.getTransports?.() }
      : response instanceof AuthenticatorAssertionResponse
        ? {
            authenticatorData: textOf(response.authenticatorData),
            signature: textOf(response.signature),
            userHandle: textOf(response.userHandle),
          }
        : {};
  const clientDataJSON = textOf(response.clientDataJSON);
  return JSON.stringify({ id, rawId: textOf(rawId), type, response: { clientDataJSON, ...parts } });
}

async function sign(form: HTMLFormElement): Promise<void> {
  const { passkey, options = '' } = form.dataset;
  const answer = await fetch(options, { method: 'POST' });
  if (!answer.ok) throw new Error(String(answer.status));
  const json = await answer.json();
  const credential = await (passkey === 'add'
    ? navigator.credentials.create({ publicKey: creation(json) })
    : navigator.credentials.get({ publicKey: request(json) }));
  if (!(credential instanceof PublicKeyCredential)) throw new Error('none');
  const field = form.elements.namedItem('credential');
  if (field instanceof HTMLInputElement) field.value = written(credential);
  form.submit();
}

function watch(form: HTMLFormElement): void {
  const says = form.querySelector('[role=status]');
  const say = (text: string | undefined) => {
    if (says) says.textContent = text ?? '';
  };
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const { asks, cancelled, known } = form.dataset;
    say(asks);
    sign(form).catch((error: unknown) => {
      // Of a device that has a key of this person already.
      const isKnown = error instanceof DOMException && error.name === 'InvalidStateError';
      say(isKnown ? known : cancelled);
    });
  });
}

export function watchPasskeys(): void {
  if (!('PublicKeyCredential' in window)) return;
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) watch(form);
  for (const hint of document.querySelectorAll('[data-without-passkeys]')) hint.remove();
}
