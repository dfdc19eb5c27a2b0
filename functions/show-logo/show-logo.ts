import { contentTypeOf, isLogoFile } from '../../domain/business/logo.ts';
import type { LogoReader } from '../../domain/ports/logo-files.ts';
import type { HttpRequest, HttpResponse } from '../shared/http-message.ts';
import { problemResponse } from '../shared/problem.ts';

export interface ShowLogoDeps {
  readonly logos: LogoReader;
}

/** `GET /logo/{name}`: a picture for mails and pages. What has this name never changes, so whoever has it may keep it. */
export async function showLogo(request: HttpRequest, { logos }: ShowLogoDeps): Promise<HttpResponse> {
  const file = `logo/${request.pathParameters.name}`;
  const content = isLogoFile(file) ? await logos.load(file) : undefined;
  if (!content) return problemResponse(404, { title: 'There is no such picture.' });
  return {
    status: 200,
    headers: {
      'content-type': contentTypeOf(file),
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'",
      'x-content-type-options': 'nosniff',
    },
    body: Buffer.from(content).toString('base64'),
    isBase64: true,
  };
}
