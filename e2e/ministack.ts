/** MiniStack, an emulator of AWS on this machine. The only file here that knows it. */
import { dirname } from 'node:path';
import { startPythonServer } from './python-server.ts';
import type { Target } from './target.ts';

/** @throws PythonUnavailableError */
export async function startMiniStack(): Promise<Target> {
  const { endpoint, stop } = await startPythonServer({
    name: 'MiniStack',
    requirements: 'ministack.txt',
    command: 'ministack',
    environment: (own, scratch, port) => ({
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: String(port),
      MINISTACK_REGION: 'eu-central-1',
      // Where the functions it runs find it. It takes the `node` that stands first in PATH for them.
      AWS_ENDPOINT_URL: own,
      PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
      // Whatever it writes stays there, the code of the functions included: below this folder, Node would take their
      // kind of modules from our package.json.
      HOME: scratch,
      TMPDIR: scratch,
      STATE_DIR: scratch,
    }),
    healthPath: '/_ministack/health',
  });
  return {
    name: `MiniStack at ${endpoint}`,
    environment: {
      AWS_ENDPOINT_URL: endpoint,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_REGION: 'eu-central-1',
      DYNAMODB_ENDPOINT: endpoint,
      E2E_CUSTOMERS: '{}@customer.example',
      E2E_MAILBOX: `${endpoint}/_ministack/ses/messages`,
    },
    // CloudFormation there does not know AWS::SES::ReceiptRuleSet and AWS::SES::ReceiptRule.
    withoutStacks: ['receiving'],
    stop,
  };
}
