/**
 * The script of the page that subscribes this browser: asks for leave, and sends the address at its push server by the page's own
 * form. Its source is bundled by `npm run form-script`.
 */
const form = document.querySelector<HTMLFormElement>('form[data-push-key]');
const says = document.getElementById('push-says');

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

function textOf(key: ArrayBuffer | null): string {
  const letters = String.fromCharCode(...new Uint8Array(key ?? new ArrayBuffer(0)));
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fill(owner: HTMLFormElement, name: string, value: string): void {
  const field = owner.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = value;
}

/** The page is outside of the worker's scope, so it waits for this very one. */
function active(registration: ServiceWorkerRegistration): Promise<void> {
  const worker = registration.installing ?? registration.waiting;
  if (registration.active || !worker) return Promise.resolve();
  return new Promise((resolve) => {
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated') resolve();
    });
  });
}

async function subscribe(owner: HTMLFormElement): Promise<void> {
  const { pushKey = '', worker = '' } = owner.dataset;
  // By this the worker knows the page of whoever uses this browser.
  const address = `${worker}?page=${encodeURIComponent(location.pathname)}`;
  const registration = await navigator.serviceWorker.register(address);
  await active(registration);
  // One from before may have another key.
  await (await registration.pushManager.getSubscription())?.unsubscribe();
  const subscription = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: bytesOf(pushKey),
  });
  fill(owner, 'endpoint', subscription.endpoint);
  fill(owner, 'p256dh', textOf(subscription.getKey('p256dh')));
  fill(owner, 'auth', textOf(subscription.getKey('auth')));
  owner.submit();
}

function watch(owner: HTMLFormElement): void {
  const say = (text: string | undefined) => {
    if (says) says.textContent = text ?? '';
  };
  const isAble = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
  if (!isAble) {
    say(owner.dataset.unable);
    return;
  }
  owner.addEventListener('submit', (event) => {
    event.preventDefault();
    say(owner.dataset.asks);
    Notification.requestPermission()
      .then((permission) => {
        if (permission === 'granted') return subscribe(owner);
        say(owner.dataset.denied);
        return undefined;
      })
      .catch(() => say(owner.dataset.failed));
  });
}

if (form) watch(form);
