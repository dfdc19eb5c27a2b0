import { randomUUID } from 'node:crypto';
import { readEnvironment } from '../shared/environment.ts';
import { httpHandler } from '../shared/http-handler.ts';
import { environment } from './env.ts';
import { showForm } from './show-form.ts';

export const handler = httpHandler({
  name: 'show-form',
  wire: () => ({
    company: readEnvironment(environment).COMPANY,
    newSubmissionId: () => randomUUID(),
  }),
  handle: showForm,
});
