import { expect, test } from 'vitest';
import { deploymentWith, refused, testVerdicts, verdictOf } from './a-verdict.ts';
import { alarmsTo, aStackThatIsThere } from './some-facts.ts';

const mainStack = (status: string) => ({ main: { known: aStackThatIsThere({ status }) } });

testVerdicts([
  [
    'Deployed',
    'nothing was deployed',
    { main: { known: undefined } },
    'to-do',
    /is not there yet/,
    /npm run deploy -- --company companies\/mueller\.json/,
  ],
  [
    'Deployed',
    'the first deployment failed',
    mainStack('ROLLBACK_COMPLETE'),
    'broken',
    /never completed/,
    /no-enable-termination-protection.*delete-stack.*npm run deploy/s,
  ],
  [
    'Deployed',
    'an update failed',
    mainStack('UPDATE_ROLLBACK_COMPLETE'),
    'to-do',
    /works as before/,
    /deploy again/,
  ],
  ['Deployed', 'it is under way', mainStack('UPDATE_IN_PROGRESS'), 'to-do', /right now/, /Wait some minutes/],
  [
    'Deployed',
    'it is stuck',
    mainStack('UPDATE_ROLLBACK_FAILED'),
    'broken',
    /UPDATE_ROLLBACK_FAILED/,
    /describe-stack-events/,
  ],
  ['Deployed', 'nobody may look', { main: refused }, 'unknown', /may not read/, /Look at it yourself/],
  [
    'Door for mails deployed',
    'it is missing',
    { receiving: { known: undefined } },
    'to-do',
    /receiving: is not there yet/,
    /npm run deploy/,
  ],
  [
    'Nightly copies',
    'their stack is missing',
    { backup: { known: undefined } },
    'to-do',
    /backup: is not there yet/,
    /npm run deploy/,
  ],
  [
    'Form answers',
    'it answers with an error',
    { health: { known: { url: 'https://a/health', answer: 503 } } },
    'broken',
    /answers 503/,
    /runbook/,
  ],
  [
    'Form answers',
    'nobody answers',
    { health: { known: { url: 'https://a/health', answer: 'ENOTFOUND' } } },
    'broken',
    /ENOTFOUND/,
    /curl -i https:\/\/a\/health/,
  ],
  [
    'Form answers',
    'nothing was deployed',
    { main: { known: undefined } },
    'to-do',
    /comes with the deployment/,
    /npm run deploy/,
  ],
  [
    'Somebody hears alarms',
    'the address did not confirm',
    { alarms: alarmsTo({ address: 'wache@agentur.de', confirmed: false }) },
    'to-do',
    /has not confirmed/,
    /Subscription Confirmation/,
  ],
  [
    'Somebody hears alarms',
    'another address was deployed',
    { alarms: alarmsTo({ address: 'alt@agentur.de', confirmed: true }) },
    'to-do',
    /wache@agentur\.de does not get/,
    /npm run deploy/,
  ],
  [
    'Somebody hears alarms',
    'nobody was named',
    { ...deploymentWith({ alarmEmail: undefined, flags: '' }), alarms: alarmsTo() },
    'to-do',
    /nobody gets the alarms/,
    /npm run deploy -- --alarm-email you@example\.org$/,
  ],
  [
    'Somebody hears alarms',
    'nobody may look',
    { alarms: refused },
    'unknown',
    /may not read/,
    /Look at it yourself/,
  ],
]);

test('a deployment to copy keeps the address that gets the alarms, even if the doctor was not told', () => {
  const facts = {
    ...deploymentWith({ alarmEmail: undefined, flags: '--company companies/mueller.json' }),
    receiving: { known: undefined },
  };
  expect(verdictOf('Door for mails deployed', facts).lines).toEqual([
    'npm run deploy -- --company companies/mueller.json --alarm-email wache@agentur.de',
  ]);
});
