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
    'ANY /desk': 'serve-desk',
    'ANY /desk/{path+}': 'serve-desk',
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

test('a flood at the door of requests takes no call from the owner', () => {
  const { properties } = onlyResourceOf(template, 'AWS::ApiGatewayV2::Stage');
  const routes = resourcesOf(template, 'AWS::ApiGatewayV2::Route').map((route) => route.properties.RouteKey);
  const apart = Object.keys(properties.RouteSettings);
  expect(apart).toContain('POST /leads');
  expect(apart.filter((key) => !routes.includes(key))).toEqual([]);
  expect(apart.some((key) => key.includes('/a/'))).toBe(false);
  for (const settings of Object.values<Record<string, number>>(properties.RouteSettings)) {
    // A busy business gets ten a day; what is refused here gets no page of ours.
    expect(settings.ThrottlingRateLimit).toBeGreaterThanOrEqual(10);
    expect(settings.ThrottlingBurstLimit).toBeGreaterThanOrEqual(100);
  }
});

test('the stage is made after the routes it has settings for', () => {
  const stage = onlyResourceOf(template, 'AWS::ApiGatewayV2::Stage');
  const waitsFor: readonly string[] = template.toJSON().Resources[stage.logicalId].DependsOn ?? [];
  for (const key of Object.keys(stage.properties.RouteSettings)) {
    const route = resourcesOf(template, 'AWS::ApiGatewayV2::Route').find(
      (one) => one.properties.RouteKey === key,
    );
    expect(waitsFor).toContain(route?.logicalId);
  }
});

test('the access log holds neither tokens nor addresses of people', () => {
  const stage = onlyResourceOf(template, 'AWS::ApiGatewayV2::Stage');
  const { Format, DestinationArn } = stage.properties.AccessLogSettings;
  expect(Object.values(JSON.parse(Format))).toContain('$context.routeKey');
  expect(Format).not.toMatch(/sourceIp|\.path|userAgent|\.identity/i);
  expect(filledIn(DestinationArn)).toMatch(/AccessLog/);
});
