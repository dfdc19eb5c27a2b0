import { jsonResponse } from '../shared/http-handler.ts';
import type { HttpRequest, HttpResponse } from '../shared/http-message.ts';
import type { Log } from '../shared/logger.ts';

export interface CheckHealthDeps {
  readonly store: {
    /** @throws Error no lead can be stored now. */
    check(): Promise<void>;
  };
  readonly log: Log;
}

/** `GET /health`: 200 if a lead can be captured now, else 503. */
export async function checkHealth(_request: HttpRequest, deps: CheckHealthDeps): Promise<HttpResponse> {
  try {
    await deps.store.check();
    return jsonResponse(200, { status: 'ok' });
  } catch (error) {
    deps.log.error('The table does not answer', error);
    return jsonResponse(503, { status: 'unavailable' });
  }
}
