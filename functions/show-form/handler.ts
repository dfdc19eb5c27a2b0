import { randomUUID } from 'node:crypto';
import { signedBusinessReader } from '../../adapters/dynamodb/business-reader.ts';
import { readEnvironment } from '../shared/environment.ts';
import { httpHandler } from '../shared/http-handler.ts';
import { keepBusiness, withCompany } from '../shared/keep-business.ts';
import { environment } from './env.ts';
import { showForm } from './show-form.ts';

export const handler = httpHandler({
  name: 'show-form',
  wire: (log) => {
    const { COMPANY, PUBLIC_URL, TABLE_NAME } = readEnvironment(environment);
    return {
      business: keepBusiness({
        reader: signedBusinessReader({ tableName: TABLE_NAME }),
        basics: { ...COMPANY, publicUrl: PUBLIC_URL },
        basicsSuffice: true,
        nowMs: Date.now,
        log,
      }),
      newSubmissionId: () => randomUUID(),
    };
  },
  handle: withCompany(showForm),
});
