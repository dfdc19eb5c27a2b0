/** A queue that remembers: the part of SQS that is used here, behind the real client. */
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';

/** As SQS says what it takes: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html */
const isAllowed = (text: string): boolean =>
  text.isWellFormed() &&
  [...text].every((one) => (one >= ' ' || '\t\n\r'.includes(one)) && !'\uFFFE\uFFFF'.includes(one));
const maxBytes = 1_048_576;

export function aQueue() {
  const bodies: string[] = [];
  const client = new SQSClient({
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  mockClient(client)
    .on(SendMessageCommand)
    .callsFake(({ MessageBody }) => {
      if (!isAllowed(MessageBody)) throw new Error('InvalidMessageContents');
      if (Buffer.byteLength(MessageBody) > maxBytes) throw new Error('InvalidParameterValue');
      bodies.push(MessageBody);
      return { MessageId: String(bodies.length) };
    });
  return { client, bodies };
}
