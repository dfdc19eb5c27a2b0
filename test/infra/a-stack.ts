/** Stacks as CloudFormation would get them, without bundling. */
import { readdirSync } from 'node:fs';
import type { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { CompanyFile } from '../../domain/business/company.ts';
import { BackupStack } from '../../infra/backup-stack.ts';
import { type Config, readConfig } from '../../infra/config.ts';
import { nachfassApp } from '../../infra/nachfass-app.ts';
import { NachfassStack } from '../../infra/nachfass-stack.ts';
import { aCompany, aCompanyFile } from '../support/company.ts';

/** The default settings, with the example business. */
export function aConfig(overrides: Partial<Config> = {}): Config {
  return { ...readConfig(() => undefined, {}), ...overrides };
}

/** As if the company file said so. */
export function forCompany(overrides: Partial<CompanyFile>): Pick<Config, 'company' | 'companyFile'> {
  return { company: aCompany(overrides), companyFile: aCompanyFile(overrides) };
}

/** The AwsSolutions rules count; CloudFormation's own rules are checked by `npm run synth` and take 5 seconds. */
export function anApp(): App {
  return nachfassApp({ builtinCloudFormationValidation: false });
}

export function aStack(overrides: Partial<Config> = {}, app: App = anApp()): NachfassStack {
  return new NachfassStack(app, {
    config: aConfig(overrides),
    code: (name) => Code.fromInline(`// ${name}`),
  });
}

/** The stack of the nightly copies, beside the one it copies. */
export function aBackupStack(overrides: Partial<Config> = {}): BackupStack {
  const app = anApp();
  return new BackupStack(app, { config: aConfig(overrides), main: aStack(overrides, app) });
}

export function aTemplate(overrides: Partial<Config> = {}): Template {
  return Template.fromStack(aStack(overrides));
}

/** All resources of a type, with their logical ids. */
export function resourcesOf(template: Template, type: string) {
  return Object.entries(template.findResources(type)).map(([logicalId, resource]) => ({
    logicalId,
    deletionPolicy: resource.DeletionPolicy,
    updateReplacePolicy: resource.UpdateReplacePolicy,
    properties: resource.Properties ?? {},
  }));
}

/** @throws Error there is not exactly one. */
export function onlyResourceOf(template: Template, type: string) {
  const [resource, ...others] = resourcesOf(template, type);
  if (!resource || others.length > 0) throw new Error(`Expected one ${type}, not none or several`);
  return resource;
}

/** The function folders: what must be deployed, no more and no less. */
export const functionNames = readdirSync(new URL('../../functions/', import.meta.url), {
  withFileTypes: true,
})
  .filter((entry) => entry.isDirectory() && entry.name !== 'shared')
  .map((entry) => entry.name);

/** The deployed functions by the name of their folder. */
export function functionsOf(template: Template) {
  return resourcesOf(template, 'AWS::Lambda::Function').map((lambda) => ({
    ...lambda,
    name: String(lambda.properties.Code.ZipFile).replace('// ', ''),
  }));
}

/** What a value with `Ref`, `Fn::GetAtt` and `Fn::Join` in it looks like once deployed. */
export function filledIn(value: unknown): string {
  if (typeof value === 'string') return value;
  const [intrinsic, argument] = Object.entries(value as Record<string, unknown>)[0] ?? [];
  if (intrinsic === 'Fn::Join') return ((argument as [string, unknown[]])[1] ?? []).map(filledIn).join('');
  if (intrinsic === 'Fn::GetAtt' || intrinsic === 'Ref') return `<${[argument].flat().join('.')}>`;
  throw new Error(`Cannot fill in ${JSON.stringify(value)}`);
}
