import { Template } from 'aws-cdk-lib/assertions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { describe, expect, test } from 'vitest';
import { anApp, aStack, aTemplate, forCompany, onlyResourceOf, resourcesOf } from './a-stack.ts';

type Resources = Record<string, { Type: string; Properties?: Record<string, unknown> }>;

test('what others hold on to keeps its logical id, whatever happens to the code', () => {
  const resources = aTemplate().toJSON().Resources as Resources;
  const types = (ids: string[]) => Object.fromEntries(ids.map((id) => [id, resources[id]?.Type]));
  const lasting = {
    LeadTable: 'AWS::DynamoDB::Table',
    FollowUpLead: 'AWS::Lambda::Function',
    LeadLifecycle: 'AWS::StepFunctions::StateMachine',
    LeadLifecycleRole: 'AWS::IAM::Role',
    LeadApi: 'AWS::ApiGatewayV2::Api',
    LinkSecret: 'AWS::SecretsManager::Secret',
    MailIdentity: 'AWS::SES::EmailIdentity',
    MailBucket: 'AWS::S3::Bucket',
  };
  expect(types(Object.keys(lasting))).toEqual(lasting);
});

test('every log forgets', () => {
  const groups = resourcesOf(aTemplate({ logRetentionDays: 30 }), 'AWS::Logs::LogGroup');
  expect(groups.length).toBeGreaterThan(0);
  for (const { properties } of groups) expect(properties.RetentionInDays).toBe(30);
});

test('the key of the links is made by AWS, in the form the functions read', () => {
  const secret = onlyResourceOf(aTemplate(), 'AWS::SecretsManager::Secret');
  expect(secret.properties.GenerateSecretString).toMatchObject({
    SecretStringTemplate: '{"keyId":"1"}',
    GenerateStringKey: 'key',
    PasswordLength: 64,
  });
});

test('mails are encrypted on the way and their reputation is measured', () => {
  const configurationSet = onlyResourceOf(aTemplate(), 'AWS::SES::ConfigurationSet');
  expect(configurationSet.properties).toMatchObject({
    DeliveryOptions: { TlsPolicy: 'REQUIRE' },
    ReputationOptions: { ReputationMetricsEnabled: true },
  });
});

test('a mail that came back is told by the topic, and not by a mail to the address that takes requests', () => {
  const template = aTemplate();
  const identity = onlyResourceOf(template, 'AWS::SES::EmailIdentity');
  expect(identity.properties.FeedbackAttributes).toEqual({ EmailForwardingEnabled: false });
  // SES writes all the same if nothing else tells of bounces and complaints.
  const destination = onlyResourceOf(template, 'AWS::SES::ConfigurationSetEventDestination');
  expect(destination.properties.EventDestination).toMatchObject({
    Enabled: true,
    MatchingEventTypes: expect.arrayContaining(['bounce', 'complaint']),
    SnsDestination: { TopicARN: expect.anything() },
  });
});

describe('several deployments side by side', () => {
  const app = anApp();
  const templates = [
    aStack({}, app),
    aStack({ stage: 'test', mailIdentity: 'existing' }, app),
    aStack(
      forCompany({
        key: 'beispiel',
        mail: { from: 'post@mail.beispiel.example', replyTo: 'post@beispiel.example' },
      }),
      app,
    ),
  ].map((stack) => ({ stackName: stack.stackName, template: Template.fromStack(stack) }));

  test('have stacks of their own', () => {
    expect(templates.map(({ stackName }) => stackName)).toEqual([
      'Nachfass-muster-prod',
      'Nachfass-muster-test',
      'Nachfass-beispiel-prod',
    ]);
  });

  test('share no name of a resource', () => {
    const names = templates.flatMap(({ template }) =>
      Object.values(template.toJSON().Resources as Resources).flatMap(({ Type, Properties = {} }) =>
        Object.entries(Properties)
          .filter(([key, value]) => /Name$|^EmailIdentity$/.test(key) && typeof value === 'string')
          // Names inside something that has a name of its own.
          .filter(([key]) => !['PolicyName', 'StageName', 'MetricName'].includes(key))
          .map(([, value]) => `${Type} ${String(value)}`),
      ),
    );
    expect(names).toContain('AWS::SES::EmailIdentity mail.muster-haustechnik.example');
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test('need nothing from each other', () => {
    for (const { template } of templates) {
      expect(JSON.stringify(template.toJSON())).not.toMatch(/Fn::(ImportValue|GetStackOutput)/);
    }
  });
});

test('a stage that shares the mail domain sends from it without owning it', () => {
  const template = aTemplate({ stage: 'test', mailIdentity: 'existing' });
  expect(resourcesOf(template, 'AWS::SES::EmailIdentity')).toEqual([]);
  expect(JSON.stringify(template.toJSON())).toContain(
    '"ses:FromAddress":"anfrage@mail.muster-haustechnik.example"',
  );
});

test('only production is protected from deletion', () => {
  expect(aStack().terminationProtection).toBe(true);
  expect(aStack({ stage: 'test' }).terminationProtection).toBe(false);
});

test('a resource that breaks the AwsSolutions rules stops the build', () => {
  const app = anApp();
  new Topic(aStack({}, app), 'Careless');
  expect(() => app.synth()).toThrow('AwsSolutions-SNS3');
});
