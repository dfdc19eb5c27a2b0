/** What a function writes to its output: log lines, and metrics in some of them. */
import * as z from 'zod';

/** Takes what is written to the output instead of writing it: there Lambda finds logs, and in them metrics. */
export function captureOutput(): { end(): { bytes: number; metrics: string[] } } {
  const { write } = process.stdout;
  let text = '';
  process.stdout.write = (chunk: string | Uint8Array) => {
    text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    return true;
  };
  return {
    end() {
      process.stdout.write = write;
      return { bytes: Buffer.byteLength(text), metrics: text.split('\n').flatMap(metricsIn) };
    },
  };
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html */
const embedded = z.object({
  _aws: z.object({
    CloudWatchMetrics: z.array(
      z.object({ Namespace: z.string(), Metrics: z.array(z.object({ Name: z.string() })) }),
    ),
  }),
});

function metricsIn(line: string): string[] {
  if (!line.includes('"_aws"')) return [];
  const { _aws } = embedded.parse(JSON.parse(line));
  return _aws.CloudWatchMetrics.flatMap(({ Namespace, Metrics }) =>
    Metrics.map(({ Name }) => `${Namespace}/${Name}`),
  );
}
