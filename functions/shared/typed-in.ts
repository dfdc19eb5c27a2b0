import type { HttpRequest } from './http-message.ts';

/** What a browser sends of a form. */
export const typedIn = ({ body }: Pick<HttpRequest, 'body'>): URLSearchParams =>
  new URLSearchParams(body.toString('utf8'));
