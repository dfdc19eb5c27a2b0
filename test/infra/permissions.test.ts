import { describe, expect, test } from 'vitest';
import { currentBusinessKey } from '../../adapters/table/business-item.ts';
import { aTemplate, filledIn, functionsOf, resourcesOf } from './a-stack.ts';

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

const template = aTemplate({ tracing: true });

const policies = resourcesOf(template, 'AWS::IAM::Policy').map(({ properties }) => ({
  roles: properties.Roles.map(filledIn) as string[],
  statements: properties.PolicyDocument.Statement as Statement[],
}));
const permissions = policies.flatMap(({ roles, statements }) =>
  statements.flatMap(({ Action, Resource, Condition }) =>
    [Action]
      .flat()
      .flatMap((action) =>
        [Resource].flat().map((resource) => ({ roles, action, resource: filledIn(resource), Condition })),
      ),
  ),
);

function permissionsOf(functionName: string): string[] {
  return grantsOf(functionName).map(({ action }) => action);
}

function grantsOf(functionName: string) {
  const lambda = functionsOf(template).find(({ name }) => name === functionName);
  const role = `<${lambda?.properties.Role['Fn::GetAtt'][0]}>`;
  return permissions.filter(({ roles }) => roles.includes(role));
}

/** Everything that may reach wider than one resource, with the reason. */
const reasons: { action: RegExp; resource: RegExp; reason: string }[] = [
  {
    action: /^logs:\w*(LogDeliver(y|ies)|ResourcePolic(y|ies)|LogGroups)$/,
    resource: /^\*$/,
    reason: 'Step Functions sets up its log delivery with calls that know no resources.',
  },
  {
    action: /^xray:(Put|Get)\w+$/,
    resource: /^\*$/,
    reason: 'X-Ray knows no resources to write traces to.',
  },
  {
    action: /^states:StopExecution$/,
    resource: /:execution:<LeadLifecycle\.Name>:\*$/,
    reason: 'Each lead and generation has an execution of its own.',
  },
  {
    action: /^s3:(Get|Put|Delete)Object$/,
    resource: /^<MailBucket\.Arn>\/(mail|files)\/\*$/,
    reason: 'Each mail and each file is an object of its own.',
  },
  {
    action: /^s3:GetObject$/,
    resource: /^<MailBucket\.Arn>\/logo\/\*$/,
    reason: 'Each logo is an object of its own, by its content.',
  },
  {
    action: /^ses:SendRawEmail$/,
    resource: /:identity\/\*$/,
    reason: 'SES asks for the recipients too while it is in its sandbox; the sender is bound by a condition.',
  },
];

test('no permission has a wildcard, but for the listed reasons', () => {
  const wide = permissions.filter(({ action, resource }) => action.includes('*') || resource.includes('*'));
  expect(wide.length).toBeGreaterThan(0);
  expect(
    wide.filter(
      ({ action, resource }) =>
        !reasons.some((one) => one.action.test(action) && one.resource.test(resource)),
    ),
  ).toEqual([]);
});

test('no role takes over a policy of AWS', () => {
  for (const { properties } of resourcesOf(template, 'AWS::IAM::Role')) {
    expect(properties).not.toHaveProperty('ManagedPolicyArns');
  }
});

test('the state machine can do nothing but ask follow-up-lead, and log', () => {
  const own = permissions.filter(({ roles }) => roles.includes('<LeadLifecycleRole>'));
  expect(own.filter(({ action }) => !/^(logs|xray):/.test(action))).toEqual([
    expect.objectContaining({ action: 'lambda:InvokeFunction', resource: '<FollowUpLead.Arn>' }),
  ]);
});

describe('functions', () => {
  test('may send traces where they are asked for, and read none', () => {
    for (const { name } of functionsOf(template)) {
      const tracing = permissionsOf(name).filter((action) => action.startsWith('xray:'));
      expect(tracing.toSorted()).toEqual(['xray:PutTelemetryRecords', 'xray:PutTraceSegments']);
    }
    const untraced = JSON.stringify(aTemplate({ tracing: false }).findResources('AWS::IAM::Policy'));
    expect(untraced).not.toContain('xray:');
  });

  test('share no role', () => {
    const roles = functionsOf(template).map(({ properties }) => properties.Role['Fn::GetAtt'][0]);
    expect(new Set(roles).size).toBe(roles.length);
  });

  test.each([
    'capture-lead',
    'receive-hook',
    'show-form',
    'show-logo',
    'check-health',
    'act-on-lead',
    'record-mail-event',
    'drain-submissions',
  ])('%s cannot send mail', (name) => {
    expect(permissionsOf(name).filter((action) => action.startsWith('ses:'))).toEqual([]);
  });

  test('the form knows the business and no lead', () => {
    const own = grantsOf('show-form').filter(({ action }) => !action.startsWith('xray:'));
    expect(own.map(({ action }) => action)).toEqual([
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      'dynamodb:GetItem',
      'secretsmanager:GetSecretValue',
    ]);
    expect(own.at(-2)?.Condition).toEqual({
      'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': [currentBusinessKey.pk] },
    });
  });

  test('the health check changes nothing', () => {
    expect(permissionsOf('check-health').filter((action) => action.startsWith('dynamodb:'))).toEqual([
      'dynamodb:GetItem',
    ]);
  });

  test.each(['capture-lead', 'receive-hook'])(
    'whoever takes over the door to the internet, %s, can neither list nor delete leads',
    (name) => {
      const grants = grantsOf(name);
      expect(grants.filter(({ resource }) => resource.includes('/index/'))).toEqual([]);
      expect(grants.map(({ action }) => action)).not.toContain('dynamodb:DeleteItem');
    },
  );

  test('who posts to the open door can stop no timer', () => {
    expect(permissionsOf('capture-lead')).not.toContain('states:StopExecution');
  });

  test('what comes in by a hook cannot read the key that signs links', () => {
    expect(permissionsOf('receive-hook').filter((action) => action.startsWith('secretsmanager:'))).toEqual(
      [],
    );
  });

  test.each(['send-digest', 'reconcile-leads', 'follow-up-lead'])('%s can list leads by status', (name) => {
    expect(grantsOf(name)).toContainEqual(
      expect.objectContaining({ action: 'dynamodb:Query', resource: '<LeadTable.Arn>/index/byStatus' }),
    );
  });

  test.each(['follow-up-lead', 'send-digest', 'reconcile-leads', 'receive-mail'])(
    '%s sends from the address of the business only',
    (name) => {
      const sending = permissions.filter(({ action }) => action.startsWith('ses:'));
      expect(permissionsOf(name)).toContain('ses:SendRawEmail');
      for (const { Condition, resource } of sending) {
        expect(Condition).toEqual({
          StringEquals: { 'ses:FromAddress': 'anfrage@mail.muster-haustechnik.example' },
        });
        expect(resource).toMatch(/:(identity\/\*|configuration-set\/<.+>)$/);
      }
    },
  );
});

describe('submissions that could not be stored', () => {
  const onQueue = (name: string) =>
    grantsOf(name).filter(({ action, resource }) => /^sqs:/.test(action) && /Submissions/.test(resource));

  test.each(['capture-lead', 'receive-hook', 'act-on-lead'])(
    'are put there by %s, which cannot see others',
    (name) => {
      expect(onQueue(name).map(({ action }) => action)).toEqual(['sqs:SendMessage']);
    },
  );

  test('are read by whoever stores them, who can neither list nor delete leads', () => {
    const grants = grantsOf('drain-submissions');
    expect(onQueue('drain-submissions').map(({ action }) => action)).toContain('sqs:ReceiveMessage');
    expect(grants.filter(({ resource }) => resource.includes('/index/'))).toEqual([]);
    expect(grants.map(({ action }) => action)).not.toContain('dynamodb:DeleteItem');
  });
});

describe('mails that came in', () => {
  const onBucket = (name: string) =>
    grantsOf(name)
      .filter(({ action }) => action.startsWith('s3:'))
      .map(({ action, resource }) => `${action} ${resource.replace('<MailBucket.Arn>', '')}`.trim());

  test('are read by whoever works them off, who cannot delete them', () => {
    expect(onBucket('receive-mail')).toEqual([
      's3:ListBucket',
      's3:GetObject /mail/*',
      's3:PutObject /files/*',
    ]);
  });

  test('are unknown to whoever shows logos to the world, which lie beside them', () => {
    expect(onBucket('show-logo')).toEqual(['s3:GetObject /logo/*']);
    const others = grantsOf('show-logo').filter(({ action }) => !/^(logs|xray|s3):/.test(action));
    expect(others).toEqual([]);
  });

  test('are only counted for the digest', () => {
    expect(onBucket('send-digest')).toEqual(['s3:ListBucket']);
  });

  test.each(['capture-lead', 'receive-hook'])(
    'are unknown to the door %s, which keeps the files of forms beside theirs and can read none',
    (name) => {
      expect(onBucket(name)).toEqual(['s3:PutObject /files/*']);
    },
  );

  test('are unknown to whoever faces visitors or reads what became of our own mails', () => {
    for (const name of ['show-form', 'check-health', 'record-mail-event', 'drain-submissions']) {
      expect(onBucket(name)).toEqual([]);
    }
  });
});

test('CloudWatch may publish to the topic of the alarms, and nobody else', () => {
  const alarms = resourcesOf(template, 'AWS::SNS::Topic').find(({ logicalId }) =>
    logicalId.startsWith('Alarms'),
  );
  const policy = resourcesOf(template, 'AWS::SNS::TopicPolicy').find(({ properties }) =>
    properties.Topics.some(({ Ref }: { Ref: string }) => Ref === alarms?.logicalId),
  );
  const allowed = (
    (policy?.properties.PolicyDocument.Statement ?? []) as (Statement & { Principal: unknown })[]
  )
    .filter(({ Effect, Action }) => Effect === 'Allow' && Action === 'sns:Publish')
    .map(({ Principal }) => Principal);
  expect(allowed).toEqual([{ Service: 'cloudwatch.amazonaws.com' }]);
});

describe('mails that waited until ours go out again', () => {
  const onQueue = (name: string) =>
    grantsOf(name).filter(({ action, resource }) => /^sqs:/.test(action) && /IncomingMail/.test(resource));

  test('are put back by the reconciler, which can take none out', () => {
    expect(onQueue('reconcile-leads').map(({ action }) => action)).toEqual(['sqs:SendMessage']);
    expect(onQueue('receive-mail').map(({ action }) => action)).not.toContain('sqs:SendMessage');
  });

  test('are forgotten by whoever receives them and whoever erases their request', () => {
    for (const name of ['receive-mail', 'act-on-lead']) {
      expect(permissionsOf(name)).toContain('dynamodb:DeleteItem');
    }
  });
});

test('text messages may be sent by those that ring for emergencies, and only where they are switched on', () => {
  const publishers = (alarmSms: boolean) => {
    const of = aTemplate({ alarmSms });
    const roles = resourcesOf(of, 'AWS::IAM::Policy')
      .filter(({ properties }) =>
        (properties.PolicyDocument.Statement as Statement[]).some(
          ({ Action, Resource }) => Action === 'sns:Publish' && Resource === '*',
        ),
      )
      .flatMap(({ properties }) => properties.Roles.map(filledIn) as string[]);
    return functionsOf(of)
      .filter(({ properties }) => roles.includes(`<${properties.Role['Fn::GetAtt'][0]}>`))
      .map(({ name }) => name)
      .toSorted();
  };
  expect(publishers(false)).toEqual([]);
  expect(publishers(true)).toEqual(['follow-up-lead', 'reconcile-leads']);
});
