import { readFileSync } from 'node:fs';
import { type Company, companySchema } from '../domain/business/company.ts';
import type { Log } from '../functions/shared/logger.ts';
import type { Metrics } from '../functions/shared/metrics.ts';

const file = new URL('../companies/example.json', import.meta.url);

/** The example business. */
export const exampleCompany = (): Company => companySchema.parse(JSON.parse(readFileSync(file, 'utf8')));

/** The log is not what is measured. */
export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };
export const noMetrics: Metrics = { count: () => {} };
