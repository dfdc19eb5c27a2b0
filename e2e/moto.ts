/** moto, another hand's idea of DynamoDB: what two of them agree on is less likely to be only theirs. */
import { startPythonServer } from './python-server.ts';
import type { Target } from './target.ts';

/**
 * `moto_server` answers several requests at once, and what two of them add to one item at the same instant is not all there:
 * DynamoDB does one after the other.
 */
const oneAfterTheOther = `
import sys
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import run_simple
run_simple('127.0.0.1', int(sys.argv[1]), DomainDispatcherApplication(create_backend_app), threaded=False)
`;

/** @throws PythonUnavailableError */
export async function startMoto(): Promise<Target> {
  const { endpoint, stop } = await startPythonServer({
    name: 'moto',
    requirements: 'moto.txt',
    command: 'python',
    args: (port) => ['-c', oneAfterTheOther, String(port)],
    healthPath: '/moto-api/',
  });
  return {
    name: `moto at ${endpoint}`,
    // It knows only regions that AWS has.
    environment: { AWS_REGION: 'eu-central-1', DYNAMODB_ENDPOINT: endpoint },
    withoutStacks: [],
    stop,
  };
}
