/** What to click in each sender, for the person who pastes the address there. */
import { hookSender } from '../../domain/capture/hook-senders.ts';

/** `{address}` stands for the address. */
const steps: Readonly<Record<string, readonly string[]>> = {
  typeform: [
    'Connect > Webhooks > Add a webhook, paste the address, switch it on.',
    'Signed: under "Secret" the same text as --signing-secret.',
  ],
  tally: [
    'Integrations > Webhooks > Connect, paste the address.',
    'Signed: "Add a signing secret", the same text as --signing-secret.',
  ],
  jotform: ['Settings > Integrations > WebHooks, paste the address, Complete integration.'],
  wpforms: [
    'The form > Settings > Webhooks > Enable webhooks; URL: the address, method POST, format JSON.',
    'Add each field under Request Body. Signed: the "Secret" shown there as --signing-secret.',
  ],
  gravity: ['Form > Settings > Webhooks > Add new; POST, JSON, Request Body: All fields.'],
  elementor: ['The form > Actions After Submit > Webhook; paste the address and switch "Advanced Data" on.'],
  'fluent-forms': ['Form > Settings & Integrations > WebHooks; POST, JSON, Request Body: All fields.'],
  'contact-form-7': ['With the plug-in "CF7 to Webhook": the form > Webhook, paste the address.'],
  forminator: ['Integrations > Webhook, paste the address, and connect the form to it.'],
  ninja: ['With its Webhooks add-on: Emails & Actions > Webhooks, POST, JSON encoded.'],
  webflow: [
    'Site settings > Apps & integrations > Webhooks > Add; trigger "Form submission", API version 2.',
    'Signed (webhooks made by an app): the client secret of the app as --signing-secret.',
  ],
  netlify: [
    'Forms > Form notifications > Add > HTTP POST request, paste the address.',
    'Signed: under "JWS secret token" the same text as --signing-secret.',
  ],
  wix: [
    'Automations > New > trigger "Form submitted", action "Send HTTP request", POST, paste the address.',
    'As an app event: --signing-secret-file with the public key of the app.',
  ],
  squarespace: ['Squarespace sends to Zapier or Make: paste the address in a webhook step there.'],
  'google-forms': ['A script of the form posts its answers: see docs/forms.md.'],
  'google-ads': [
    'Assets > Lead form > Export leads > Webhook: the address, and as key the same text as --signing-secret.',
    'Press "Send test data": it shows on the page below and makes no lead.',
  ],
  meta: [
    'Send complete leads (field_data), e.g. by Zapier or Make: Meta itself only tells the id of a lead.',
    'Its own webhook: callback URL the address, any verify token; the app secret as --signing-secret.',
  ],
  zapier: ['Action "Webhooks by Zapier" > POST, paste the address, payload type JSON.'],
  make: ['Module "HTTP > Make a request": POST, the address, body type JSON.'],
  n8n: ['Node "HTTP Request": POST, the address, send body as JSON.'],
  sipgate: [
    'console.sipgate.com > Webhooks > URLs: the address under "Incoming"; under Sources the lines that count.',
    'Calls that nobody takes become requests to call back. sipgate.io must be booked (its S package is free).',
  ],
  placetel: [
    'Settings > External APIs: the address as notification URL; tick the numbers that count.',
    'Signed: the shared secret shown there as --signing-secret.',
  ],
  telephone: [
    'Let the telephone system post JSON when a call was missed:',
    `curl -X POST {address} -H 'content-type: application/json' \\`,
    `  -d '{"event":"missed-call","from":"+49 171 5550123","to":"+49 89 5550100"}'`,
    'Also {"event":"voicemail","from":…,"voicemail":"what was said, or its address"}, 3CX (CallType, Number) and',
    'Asterisk (DIALSTATUS, callerid). Of ring, answer and hangup with one callId the missed ones are found.',
  ],
};

const otherSteps = [
  'Let it post JSON or a form to the address. All fields are taken; names such as name, email, phone and message',
  'are understood best. Signed: the same text as --signing-secret in a header "X-Webhook-Secret".',
];

export const stepsFor = (sender: string, address: string): readonly string[] =>
  stepsOf(sender).map((line) => line.replaceAll('{address}', address));

function stepsOf(sender: string): readonly string[] {
  const known = [sender, ...sender.split('-')].find((word) => Object.hasOwn(steps, word));
  return (known && steps[known]) || (hookSender(sender).telephone && steps.telephone) || otherSteps;
}
