import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import type { CompanyFile } from '../../domain/business/company.ts';
import { aCompanyFile } from '../support/company.ts';
import {
  aStack,
  aTemplate,
  filledIn,
  forCompany,
  functionNames,
  functionsOf,
  resourcesOf,
} from './a-stack.ts';

const template = aTemplate();
const functions = functionsOf(template);

test('every function folder is deployed, and nothing hidden beside them', () => {
  expect(functions.map(({ name }) => name).sort()).toEqual([...functionNames].sort());
  const types = Object.values(template.toJSON().Resources as Record<string, { Type: string }>).map(
    ({ Type }) => Type,
  );
  expect(types.filter((type) => /^Custom::|CustomResource/.test(type))).toEqual([]);
});

describe.each(functions)('$name', ({ name, logicalId, properties }) => {
  test('runs on Node 24 on ARM, with a limit of time', () => {
    expect(properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
    expect(properties.Timeout).toBeGreaterThan(0);
  });

  test('gets exactly the variables its env.ts names', async () => {
    const { environment } = await import(`../../functions/${name}/env.ts`);
    expect(Object.keys(properties.Environment.Variables).sort()).toEqual(Object.keys(environment).sort());
  });

  test('logs to a group of its own that forgets', () => {
    const group = resourcesOf(template, 'AWS::Logs::LogGroup').find(
      (candidate) => candidate.logicalId === properties.LoggingConfig.LogGroup.Ref,
    );
    expect(group?.properties.RetentionInDays).toBe(90);
  });

  test('tells somebody when it fails', () => {
    const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm').filter(
      (alarm) =>
        alarm.properties.MetricName === 'Errors' && alarm.properties.Dimensions[0].Value.Ref === logicalId,
    );
    expect(alarms).toHaveLength(1);
  });

  test('has no name of its own, so that it can be replaced', () => {
    expect(properties).not.toHaveProperty('FunctionName');
  });
});

test('functions trace when asked to, and not otherwise', () => {
  for (const { properties } of functions) expect(properties).not.toHaveProperty('TracingConfig');
  for (const { properties } of functionsOf(aTemplate({ tracing: true }))) {
    expect(properties.TracingConfig).toEqual({ Mode: 'Active' });
  }
});

test('a function that answers over HTTP ends before the HTTP API gives up at 30 seconds', () => {
  const integrations = resourcesOf(template, 'AWS::ApiGatewayV2::Integration');
  const behindApi = new Set(integrations.map(({ properties }) => properties.IntegrationUri['Fn::GetAtt'][0]));
  const timeouts = functions
    .filter(({ logicalId }) => behindApi.has(logicalId))
    .map(({ properties }) => properties.Timeout);
  expect(timeouts.length).toBeGreaterThan(0);
  expect(Math.max(...timeouts)).toBeLessThan(30);
});

test('functions know who the business is, and leave all else to the table, which changes without a deployment', () => {
  const own = forCompany({
    brand: 'Rohr & Söhne',
    digestAt: '05:00',
    closedOn: ['2026-12-28'],
    cadences: { quoted: { to: 'customer', after: ['1 working day'] } },
  });
  const companies = functionsOf(aTemplate(own)).flatMap(
    ({ properties }) => properties.Environment.Variables.COMPANY ?? [],
  );
  expect(companies.length).toBeGreaterThan(0);
  const {
    digestAt: _digestAt,
    closedOn: _closedOn,
    cadences: _cadences,
    people: _people,
    ...rest
  } = own.companyFile;
  for (const company of companies) expect(JSON.parse(company)).toEqual(rest);
});

test('a business may say more than fits into the environment of a function', () => {
  const closedOn = Array.from({ length: 365 }, (_, day) =>
    new Date(Date.UTC(2027, 0, 1 + day)).toISOString().slice(0, 10),
  );
  expect(functionsOf(aTemplate(forCompany({ closedOn }))).length).toBeGreaterThan(0);
});

test('links lead to the domain of the business where it has one, otherwise to the API', () => {
  const publicUrls = (of: Template) => [
    ...new Set(
      functionsOf(of)
        .flatMap(({ properties }) => properties.Environment.Variables.PUBLIC_URL ?? [])
        .map(filledIn),
    ),
  ];
  expect(publicUrls(template)).toEqual(['<LeadApi.ApiEndpoint>']);
  const own = aTemplate(forCompany({ publicUrl: 'https://anfrage.example.de' }));
  expect(publicUrls(own)).toEqual(['https://anfrage.example.de']);
});

test('a company file whose basics do not fit in the environment of a function is refused at synth', () => {
  const managingDirectors = Array.from(
    { length: 30 },
    (_, index) => `${'Martin '.repeat(25)}Muster ${index}`,
  );
  const legal = { ...aCompanyFile().legal, managingDirectors } as CompanyFile['legal'];
  expect(() => Template.fromStack(aStack(forCompany({ legal })))).toThrow(
    /the environment of .* would take \d+ bytes, Lambda allows 4096/,
  );
});
