/** Shows what somebody is pushed, and leads to his own page. Its source is bundled by `npm run form-script`. */

/** What this worker uses of what it lives in: the library for pages does not know it. */
interface Scope {
  readonly location: { readonly href: string };
  readonly registration: {
    showNotification(title: string, options: Readonly<Record<string, unknown>>): Promise<void>;
  };
  readonly clients: { openWindow(address: string): Promise<unknown> };
  skipWaiting(): Promise<void>;
  addEventListener(type: string, listener: (event: WorkerEvent) => void): void;
}
interface WorkerEvent {
  readonly data?: { json(): unknown } | null;
  readonly notification?: { readonly data?: unknown; close(): void };
  waitUntil(done: Promise<unknown>): void;
}

const worker = globalThis as unknown as Scope;

const taking = 'Ich übernehme';

function messageOf({ data }: WorkerEvent): { readonly text: string; readonly leadId: string } {
  const message = data?.json();
  const { text, leadId } = { ...(message as object | null) } as Record<string, unknown>;
  return { text: typeof text === 'string' ? text : 'Notfall', leadId: String(leadId ?? '') };
}

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));

worker.addEventListener('push', (event) => {
  const { text, leadId } = messageOf(event);
  event.waitUntil(
    worker.registration.showNotification(text, {
      tag: leadId,
      renotify: true,
      requireInteraction: true,
      vibrate: [400, 200, 400, 200, 400],
      actions: [{ action: 'take', title: taking }],
      data: leadId,
    }),
  );
});

/** Nothing is taken by touching it: the page has the button. */
worker.addEventListener('notificationclick', (event) => {
  event.notification?.close();
  const page = new URL(worker.location.href).searchParams.get('page') ?? '';
  // Only a page of ours.
  if (!page.startsWith('/a/')) return;
  const leadId = encodeURIComponent(String(event.notification?.data ?? ''));
  event.waitUntil(worker.clients.openWindow(`${page}?lead=${leadId}`));
});
