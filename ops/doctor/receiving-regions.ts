/**
 * Where SES receives mail: the regions with an email receiving endpoint in
 * https://docs.aws.amazon.com/general/latest/gr/ses.html, as of January 2024. The list only grows, so a region that is
 * not in it is a question and no refusal.
 */
export const receivingRegions: readonly string[] = [
  'ap-northeast-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-southeast-3',
  'ca-central-1',
  'eu-central-1',
  'eu-west-1',
  'eu-west-2',
  'us-east-1',
  'us-east-2',
  'us-west-2',
];
