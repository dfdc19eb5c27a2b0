import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { variables } from '../../infra/config.ts';
import { afterDeploying, afterDestroying, hindersDestroying } from '../../ops/cdk-words.ts';
import { deploymentFlags, readDeployment } from '../../ops/deployment.ts';
import { aStackThatIsThere } from './some-facts.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** As `npm run` would, with nothing in the environment that could call AWS. */
function run(script: string, ...args: string[]) {
  const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
    scripts: Record<string, string>;
  };
  const [, ...words] = (scripts[script] ?? '').split(' ');
  const { status, stdout, stderr } = spawnSync(process.execPath, [...words, ...args], {
    cwd: root,
    env: { PATH: process.env.PATH },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

// Each start of a command takes a second or two, so what they share is asked of one of them.
test.each(['synth', 'bootstrap', 'deploy', 'destroy', 'doctor', 'replay'])(
  'npm run %s names each fault of the settings in one line, as the flag that was typed, before anything is called',
  (script) => {
    const { status, stdout, stderr } = run(script, '--stage', 'my-stage', '--alarm-email', 'wache');
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^--stage: expected 2 to 11/),
      expect.stringMatching(/^--alarm-email: /),
    ]);
    expect(stdout).toBe('');
    expect(status).toBe(1);
  },
);

test('an unknown flag is refused in plain words', () => {
  const { status, stderr } = run('deploy', '--staeg', 'test');
  expect(stderr).toMatch(/^Unknown option '--staeg'/);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(status).toBe(1);
});

test('--help tells how a deployment is named', () => {
  const { status, stdout } = run('destroy', '--help');
  expect(stdout).toContain('--company FILE');
  expect(stdout).toContain('--receipt-rule-set');
  expect(status).toBe(0);
});

test("the CDK's way to give settings still works", () => {
  expect(run('deploy', '-c', 'company=/nowhere.json').stderr).toBe('/nowhere.json: cannot be read\n');
  expect(run('synth', '-c', 'stage').stderr).toBe('-c stage: expected NAME=VALUE\n');
});

test('each setting is a flag and an environment variable, and the flag counts', () => {
  expect(Object.keys(deploymentFlags)).toHaveLength(Object.keys(variables).length);
  const byFlag = readDeployment(
    { stage: 'test', 'alarm-email': 'a@example.org', 'log-retention-days': '30' },
    {},
  );
  const byVariable = readDeployment(
    {},
    { STAGE: 'test', ALARM_EMAIL: 'a@example.org', LOG_RETENTION_DAYS: '30' },
  );
  expect(byFlag.config).toEqual(byVariable.config);
  expect(readDeployment({ stage: 'test' }, { STAGE: 'demo' }).config.stage).toBe('test');
});

test('the next command can be copied into a shell that has none of our variables', () => {
  const { flags } = readDeployment(
    { stage: 'test', 'runbook-url': 'https://x.example/a b' },
    { REGION: 'eu-west-1' },
  );
  expect(flags).toBe("--stage test --region eu-west-1 --runbook-url 'https://x.example/a b'");
});

describe('after a deployment', () => {
  const deployment = readDeployment({ stage: 'test' }, {});
  const main = aStackThatIsThere({
    outputs: {
      Address: 'https://abc.execute-api.eu-central-1.amazonaws.com',
      MailDnsRecord1: 'one._domainkey.mail.example.de CNAME one.dkim.amazonses.com',
      TableName: 'Leads-1',
      MailBucketName: 'mails-1',
    },
  });
  const receiving = aStackThatIsThere({
    outputs: {
      MailExchanger: 'mail.example.de MX 10 inbound-smtp.eu-central-1.amazonaws.com',
      ActivateRuleSet: 'aws ses set-active-receipt-rule-set --rule-set-name x',
    },
  });

  const backup = aStackThatIsThere({ outputs: { BackupVaultName: 'vault-1' } });

  test('the form, the DNS records and the next commands are printed', () => {
    const text = afterDeploying(deployment, { main, receiving, backup });
    expect(text).toContain('  https://abc.execute-api.eu-central-1.amazonaws.com/\n');
    expect(text).toContain('  one._domainkey.mail.example.de CNAME one.dkim.amazonses.com\n');
    expect(text).toContain('  mail.example.de MX 10 inbound-smtp');
    expect(text).toContain('  aws ses set-active-receipt-rule-set --rule-set-name x\n');
    expect(text).toContain('Nobody gets the alarms.');
    expect(text).toMatch(/\n {2}npm run doctor -- --stage test$/);
  });

  test('a protected stack is not removed, and how to take the protection off is left to the person', () => {
    const lines = hindersDestroying(deployment, { main, receiving: undefined, backup: undefined }, undefined);
    expect(lines?.join('\n')).toMatch(
      /Nothing was removed[^\n]*\n.*\n {2}aws cloudformation update-termination/,
    );
  });

  test('the door for mails is closed first, because AWS refuses to remove active rules', () => {
    const open = {
      main: undefined,
      receiving: { ...receiving, protectedFromRemoval: false },
      backup: undefined,
    };
    expect(hindersDestroying(deployment, open, 'nachfass-muster-test')?.[0]).toMatch(
      /door for mails is still open/,
    );
    expect(hindersDestroying(deployment, open, undefined)).toBeUndefined();
    expect(hindersDestroying(deployment, open, 'another')).toBeUndefined();
    const shared = readDeployment({ stage: 'test', 'receipt-rule-set': 'agency' }, {});
    expect(hindersDestroying(shared, open, 'agency')).toBeUndefined();
  });

  test('what outlives the stacks is named, with the lines that erase it', () => {
    const text = afterDestroying(deployment, { main, receiving, backup });
    expect(text).toContain('delete-table --region eu-central-1 --table-name Leads-1');
    expect(text).toContain('s3://mails-1');
    expect(text).toContain('--backup-vault-name vault-1');
  });
});
