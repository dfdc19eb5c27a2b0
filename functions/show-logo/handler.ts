import { signedLogoReader } from '../../adapters/s3/logo-reader.ts';
import { readEnvironment } from '../shared/environment.ts';
import { httpHandler } from '../shared/http-handler.ts';
import { environment } from './env.ts';
import { showLogo } from './show-logo.ts';

export const handler = httpHandler({
  name: 'show-logo',
  wire: () => ({ logos: signedLogoReader({ bucket: readEnvironment(environment).MAIL_BUCKET }) }),
  handle: showLogo,
});
