import { expect, test } from 'vitest';
import { aTemplate, filledIn, functionsOf, onlyResourceOf, resourcesOf } from './a-stack.ts';

const template = aTemplate();

test('each address leads to its function; CORS is answered by capture-lead itself', () => {
  const functionOf = new Map(
    functionsOf(template).map(({ logicalId, name }) => [`<${logicalId}.Arn>`, name]),
  );
  const integrations = new Map(
    resourcesOf(template, 'AWS::ApiGatewayV2::Integration').map(({ logicalId, properties }) => [
      `integrations/<${logicalId}>`,
      functionOf.get(filledIn(properties.IntegrationUri)),
    ]),
  );
  const routes = resourcesOf(template, 'AWS::ApiGatewayV2::Route').map(({ properties }) => [
    properties.RouteKey,
    integrations.get(filledIn(properties.Target)),
  ]);
  expect(Object.fromEntries(routes)).toEqual({
    'POST /leads': 'capture-lead',
    'OPTIONS /leads': 'capture-lead',
    ...Object.fromEntries(
      ['POST', 'PUT', 'PATCH', 'GET', 'HEAD', 'OPTIONS'].map((method) => [
        `${method} /hooks/{sender}/{secret}`,
        'receive-hook',
      ]),
    ),
    'GET /': 'show-form',
    'GET /assets/{name}': 'show-form',
    'GET /logo/{name}': 'show-logo',
    'GET /health': 'check-health',
    'GET /a/{token}': 'act-on-lead',
    'HEAD /a/{token}': 'act-on-lead',
    'POST /a/{token}': 'act-on-lead',
  });
  for (const { properties } of resourcesOf(template, 'AWS::ApiGatewayV2::Api')) {
    expect(properties).not.toHaveProperty('CorsConfiguration');
  }
});

test('a flood is held back', () => {
  const stages = resourcesOf(template, 'AWS::ApiGatewayV2::Stage');
  expect(stages.length).toBeGreaterThan(0);
  for (const { properties } of stages) {
    expect(properties.DefaultRouteSettings.ThrottlingRateLimit).toBeLessThanOrEqual(50);
    expect(properties.DefaultRouteSettings.ThrottlingBurstLimit).toBeLessThanOrEqual(500);
  }
});

test('the access log holds neither tokens nor addresses of people', () => {
  const stage = onlyResourceOf(template, 'AWS::ApiGatewayV2::Stage');
  const { Format, DestinationArn } = stage.properties.AccessLogSettings;
  expect(Object.values(JSON.parse(Format))).toContain('$context.routeKey');
  expect(Format).not.toMatch(/sourceIp|\.path|userAgent|\.identity/i);
  expect(filledIn(DestinationArn)).toMatch(/AccessLog/);
});
