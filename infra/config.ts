/** What a deployment is made of: one company file, one stage, a few settings. */
import { readFileSync } from 'node:fs';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as z from 'zod';
import type { Company, CompanyFile } from '../domain/business/company.ts';
import { parseCompany } from '../domain/business/company-file.ts';
import { readJsonFile } from '../domain/business/json-file.ts';
import { logoFile } from '../domain/business/look.ts';

const retentionDays = Object.values(RetentionDays).filter((days) => typeof days === 'number');

const settings = z.object({
  /** Path of the company file, from the folder `cdk` runs in. */
  company: z.string().min(1).default('companies/example.json'),
  /** No hyphen, so that company key and stage stay apart in the name of the stack. */
  stage: z
    .string()
    .regex(/^[a-z][a-z0-9]{1,10}$/, 'expected 2 to 11 lower-case letters and digits')
    .default('prod'),
  region: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'expected a region such as "eu-central-1"')
    .default('eu-central-1'),
  /** Who gets the alarms. Without it they stand in CloudWatch only. */
  alarmEmail: z.email().optional(),
  /**
   * 90 days: the longest default cadence of follow-ups is 14 working days, so the logs reach back to the first mail
   * when somebody asks weeks later. They hold no personal data.
   */
  logRetentionDays: z.coerce
    .number()
    .refine(
      (days) => retentionDays.includes(days),
      `expected one of CloudWatch's spans: ${retentionDays.join(', ')}`,
    )
    .default(RetentionDays.THREE_MONTHS),
  /** Raw mails and their files are deleted after so many days: 12 months, like leads without a deal. */
  mailRetentionDays: z.coerce.number().int().min(30).max(3650).default(365),
  /** How often lost timers are looked for. */
  reconcileMinutes: z.coerce.number().int().min(1).max(60).default(15),
  /**
   * A lead whose time came so long ago has lost its timer. 10 minutes: a wait of the state machine wakes within seconds,
   * a task and its retries are over within minutes.
   */
  overdueMinutes: z.coerce.number().int().min(1).max(60).default(10),
  /** X-Ray traces of the workflow and the functions: to look at a fault. They hold ids and times, no data of people. */
  tracing: z.stringbool().default(false),
  /** `existing`: the mail domain is already an SES identity of this account and region, e.g. of another stage. */
  mailIdentity: z.enum(['create', 'existing']).default('create'),
  /**
   * An SES receipt rule set that is there already, for several businesses that receive in one account and region: only one
   * set is active. Without it the deployment brings its own.
   */
  receiptRuleSet: z
    .string()
    .regex(/^[\w-]{1,64}$/, 'expected the name of a receipt rule set of SES')
    .optional(),
  /**
   * A nightly copy of the table in a vault, as a stack of its own. By default for `prod` only: what other stages hold is
   * worth no copy, and a vault cannot be removed before its last copy has gone after 35 days.
   */
  backup: z.stringbool().optional(),
  /** Where people find docs/runbook.md; alarms link to its sections. */
  runbookUrl: z.string().min(1).default('docs/runbook.md'),
});

export type Setting = keyof z.input<typeof settings>;

/**
 * Each setting is a flag of our commands (`--stage test`, see `ops/deployment.ts`), a CDK context value (`-c stage=test`)
 * or an environment variable, which counts last.
 */
export const variables: Readonly<Record<Setting, string>> = {
  company: 'COMPANY_FILE',
  stage: 'STAGE',
  region: 'REGION',
  alarmEmail: 'ALARM_EMAIL',
  logRetentionDays: 'LOG_RETENTION_DAYS',
  mailRetentionDays: 'MAIL_RETENTION_DAYS',
  reconcileMinutes: 'RECONCILE_MINUTES',
  overdueMinutes: 'OVERDUE_MINUTES',
  tracing: 'TRACING',
  mailIdentity: 'MAIL_IDENTITY',
  receiptRuleSet: 'RECEIPT_RULE_SET',
  backup: 'BACKUP',
  runbookUrl: 'RUNBOOK_URL',
};

export interface Config extends Omit<z.output<typeof settings>, 'company' | 'backup'> {
  readonly backup: boolean;
  readonly company: Company;
  /** The company file without defaults, and without a picture that lies beside it: `ops/company-file.ts` reads that. */
  readonly companyFile: CompanyFile;
  /** Where the company file is. */
  readonly companyPath: string;
}

/** A setting or the company file is not usable. The message is one line for the person at the keyboard. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  /** The same, fault by fault. */
  readonly faults: readonly string[];

  constructor(faults: string | readonly string[], options?: ErrorOptions) {
    super([faults].flat().join('; '), options);
    this.faults = [faults].flat();
  }
}

/**
 * Reads settings and company file.
 * @param context value of a CDK context key, or `undefined`
 * @throws ConfigError naming every fault.
 */
export function readConfig(
  context: (key: string) => unknown,
  environment: Readonly<Record<string, string | undefined>>,
): Config {
  const given = Object.fromEntries(
    Object.entries(variables).map(([key, variable]) => [key, context(key) ?? environment[variable]]),
  );
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const { company: path, backup = parsed.data.stage === 'prod', ...rest } = parsed.data;
  const result = parseCompany(withoutPicture(readJson(path)), 'unknown');
  if ('faults' in result) throw new ConfigError(result.faults.map((fault) => `${path}: ${fault}`));
  return { ...rest, backup, company: result.company, companyFile: result.file, companyPath: path };
}

/** The infrastructure is the same with every logo. */
function withoutPicture(file: unknown): unknown {
  const parsed = z.looseObject({ logo: logoFile }).safeParse(file);
  if (!parsed.success) return file;
  const { logo: _logo, ...rest } = parsed.data;
  return rest;
}

export function readJson(path: string): unknown {
  let content: Buffer;
  try {
    content = readFileSync(path);
  } catch (error) {
    throw new ConfigError(`${path}: cannot be read`, { cause: error });
  }
  const read = readJsonFile(content);
  if ('fault' in read) throw new ConfigError(`${path}: ${read.fault}`);
  return read.value;
}
