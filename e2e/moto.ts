/** moto, another hand's idea of DynamoDB: what two of them agree on is less likely to be only theirs. */
import { startPythonServer } from './python-server.ts';
import type { Target } from './target.ts';

/** @throws PythonUnavailableError */
export async function startMoto(): Promise<Target> {
  const { endpoint, stop } = await startPythonServer({
    name: 'moto',
    requirements: 'moto.txt',
    command: 'moto_server',
    args: (port) => ['--host', '127.0.0.1', '--port', String(port)],
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
