/**
 * What is particular to a sender, as data. Whoever is not here is read by the shapes of answers alone, so that this
 * table stays short: where a submission's id stands, which group holds the answers, what else is the sender's own.
 */
import { words } from './answer-shapes.ts';
import type { FieldRole } from './field-names.ts';

export interface SenderShape {
  readonly name: string;
  /** Paths that all must be there, without wrappers and positions; one list for each way he writes. */
  readonly marks: readonly (readonly string[])[];
  /** Where the answers are; all else is machinery. */
  readonly answersAt?: string;
  /** Groups of his that others put answers into, squeezed. */
  readonly machineGroups?: ReadonlySet<string>;
  /** Names of his that others use for answers, squeezed. */
  readonly machinery?: ReadonlySet<string>;
  /** Names of his that mean something else with him, squeezed. */
  readonly means?: ReadonlyMap<string, FieldRole>;
  /** What makes his submission one: the values at these paths, with his name before them if they count per form only. */
  readonly id?: { readonly prefix?: string; readonly at: readonly string[] };
  /** He is an ads platform. */
  readonly utmSource?: string;
  /** He hears from the browser on which page the form stood and calls it the referrer. */
  readonly referrerIsPage?: true;
  /** Choices come as `neues_bad`. */
  readonly choicesAreKeys?: true;
}

/** What is particular to a sender. Whoever is not here is read by the shapes alone. */
export const senders: readonly SenderShape[] = [
  { name: 'Typeform', marks: [['form_response.answers']], id: { at: ['form_response.token'] } },
  {
    name: 'Tally',
    marks: [
      ['data.fields', 'data.formId'],
      ['eventType', 'data.fields'],
    ],
    id: { at: ['data.submissionId'] },
  },
  {
    name: 'Jotform',
    marks: [
      ['rawRequest', 'submissionID'],
      ['rawRequest', 'formID'],
    ],
    answersAt: 'rawRequest',
    id: { at: ['submissionID'] },
  },
  {
    name: 'Netlify',
    marks: [['form_name', 'site_url'], ['human_fields'], ['ordered_human_fields']],
    answersAt: 'data',
    id: { at: ['id'] },
    referrerIsPage: true,
  },
  {
    name: 'Webflow',
    marks: [
      ['triggerType', 'payload.data'],
      ['site', 'data', 'name'],
    ],
    id: { at: ['payload.id', '_id'] },
  },
  {
    name: 'Gravity Forms',
    marks: [['id', 'form_id', 'date_created']],
    id: { prefix: 'gravity', at: ['form_id', 'id'] },
  },
  {
    name: 'Fluent Forms',
    marks: [['__submission']],
    id: { prefix: 'fluentform', at: ['__submission.form_id', '__submission.id'] },
  },
  {
    name: 'Elementor',
    marks: [['form_id', 'form_name']],
    machinery: words('datum uhrzeit zeit date time credit'),
  },
  {
    name: 'Meta',
    marks: [['field_data']],
    id: { at: ['leadgen_id', 'id'] },
    utmSource: 'facebook',
    choicesAreKeys: true,
  },
  {
    name: 'Meta flat',
    marks: [['platform', 'ad_name'], ['leadgen_id'], ['adset_name'], ['platform', 'campaign_name']],
    id: { at: ['leadgen_id', 'id'] },
    utmSource: 'facebook',
    choicesAreKeys: true,
  },
  {
    name: 'TikTok',
    marks: [
      ['entry.adgroup_id', 'entry.ad_id'],
      ['entry.advertiser_id', 'entry.changes'],
      ['adgroup_id', 'advertiser_id'],
      ['adgroup_name', 'lead_source'],
    ],
    utmSource: 'tiktok',
  },
  {
    name: 'Google Ads',
    marks: [['user_column_data'], ['google_key']],
    id: { at: ['lead_id'] },
    utmSource: 'google',
  },
  {
    name: 'Wufoo',
    marks: [
      ['EntryId', 'HandshakeKey'],
      ['EntryId', 'FieldStructure'],
      ['EntryId', 'Field1'],
    ],
    id: { prefix: 'wufoo', at: ['FormStructure.Hash', 'EntryId'] },
  },
  {
    name: 'Cognito Forms',
    marks: [['Form.Id', 'Entry.Number']],
    machineGroups: words('form entry'),
    id: { prefix: 'cognito', at: ['Form.Id', 'Entry.Number'] },
  },
  { name: 'Formspree', marks: [['submission', 'form'], ['_date']], referrerIsPage: true },
  { name: 'Google Forms', marks: [['namedValues']], answersAt: 'namedValues' },
  {
    name: 'HubSpot contact',
    marks: [['vid', 'properties']],
    id: { prefix: 'hubspot', at: ['vid', 'form-submissions.conversion-id'] },
  },
  {
    name: 'HighLevel',
    marks: [
      ['contact_id', 'location.name', 'workflow.id'],
      ['location.name', 'location.fullAddress'],
      ['location.name', 'user.firstName'],
      ['location.name', 'user.email'],
      ['location.id', 'customData'],
    ],
    machineGroups: words('location user workflow'),
  },
  { name: 'Odoo', marks: [['contact_name', 'email_from']], means: new Map([['name', 'subject']]) },
  { name: 'Bricks', marks: [['formId', 'postId', 'referrer']], referrerIsPage: true },
  {
    name: 'Pipedrive',
    marks: [
      ['current', 'meta.action'],
      ['data', 'meta.action', 'meta.entity'],
    ],
    machinery: words('ownername visibleto retry firstchar orgname ccemail'),
  },
  {
    name: 'Salesforce',
    marks: [
      ['oid', 'retURL'],
      ['oid', 'last_name'],
    ],
  },
  { name: 'Mailchimp', marks: [['fired_at', 'data.merges']], machinery: words('reason') },
  { name: 'n8n', marks: [['formMode', 'submittedAt']] },
];
