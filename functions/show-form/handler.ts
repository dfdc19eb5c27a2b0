import { randomUUID } from 'node:crypto';
import { signedBusinessReader } from '../../adapters/dynamodb/business-reader.ts';
import { systemClock } from '../../adapters/system/system-clock.ts';
import { readEnvironment } from '../shared/environment.ts';
import { httpHandler } from '../shared/http-handler.ts';
import { keepBusiness, withCompany } from '../shared/keep-business.ts';
import { wireFormSeals } from '../shared/wire-form-seals.ts';
import { environment } from './env.ts';
import { showForm } from './show-form.ts';

export const handler = httpHandler({
  name: 'show-form',
  wire: (log) => {
    const env = readEnvironment(environment);
    return {
      business: keepBusiness({
        reader: signedBusinessReader({ tableName: env.TABLE_NAME }),
        basics: { ...env.COMPANY, publicUrl: env.PUBLIC_URL },
        basicsSuffice: true,
        nowMs: Date.now,
        log,
      }),
      // Beside the business, which is read with the first call: nobody waits for one after the other.
      seals: wireFormSeals(env),
      clock: systemClock(),
      newSubmissionId: () => randomUUID(),
      log,
    };
  },
  handle: withCompany(showForm),
});
