/** Every sender of forms that we know, by family: what the stories post, and what the table for integrators lists. */
import { googleAds, metaGraph, metaZapier } from './ads-platforms.ts';
import { make, n8n, powerAutomate, zapier } from './automation-tools.ts';
import { cognito, wufoo } from './cognito-and-wufoo.ts';
import { contactForm7, wpformsForm, wpformsJson } from './contact-form-7-and-wpforms.ts';
import { hubspotForms, hubspotWorkflow, pipedrive, salesforce } from './contact-systems.ts';
import { contao, drupal, rsform, shopify } from './content-systems.ts';
import { bricks, divi, everest, formidable, weForms } from './divi-and-others.ts';
import { fillout, paperform } from './fillout-and-paperform.ts';
import { fluentForm, fluentJson, forminator, ninja } from './fluent-and-ninja-forms.ts';
import { basin, formcarry, formspree, getform, netlifyFunction, netlifyOutgoing } from './form-backends.ts';
import { jetFormBuilder, metForm, odoo } from './form-builders-of-themes.ts';
import { formSmarts, formstack } from './formstack-and-formsmarts.ts';
import { calendly, heyflow, highLevel, perspective, unbounce } from './funnels.ts';
import { googleDefault, googleEvent, microsoft } from './google-and-microsoft-forms.ts';
import { elementorAdvanced, elementorSimple, gravityAll, gravitySelected } from './gravity-and-elementor.ts';
import { linkedin, linkedinZapier, tiktok } from './linkedin-and-tiktok.ts';
import { activeCampaign, mailchimp } from './newsletters.ts';
import { chatWidget, fetchJson, htmlForm, htmlMultipart, jquery, latin1, phpMailer } from './own-pages.ts';
import type { FormSender } from './sender.ts';
import { framer, jimdo, squarespace, webflowOne, webflowTwo } from './site-builders.ts';
import { jotform, tally, typeform } from './typeform-tally-jotform.ts';
import { powermail, typo3Form } from './typo3.ts';
import { wixAll, wixApp, wixOwn } from './wix.ts';

interface Family {
  readonly title: string;
  readonly senders: readonly FormSender[];
}

export const families: readonly Family[] = [
  {
    title: 'WordPress',
    senders: [
      contactForm7,
      wpformsJson,
      wpformsForm,
      gravitySelected,
      gravityAll,
      elementorAdvanced,
      elementorSimple,
      fluentJson,
      fluentForm,
      ninja,
      forminator,
      formidable,
      divi,
      everest,
      weForms,
      bricks,
      jetFormBuilder,
      metForm,
    ],
  },
  {
    title: 'Site builders',
    senders: [jimdo, wixOwn, wixAll, wixApp, squarespace, webflowTwo, webflowOne, framer],
  },
  {
    title: 'Form services',
    senders: [
      typeform,
      tally,
      jotform,
      googleEvent,
      googleDefault,
      microsoft,
      fillout,
      paperform,
      cognito,
      wufoo,
      formstack,
      formSmarts,
    ],
  },
  {
    title: 'Forms of static pages',
    senders: [netlifyOutgoing, netlifyFunction, formspree, getform, basin, formcarry],
  },
  { title: 'Advertising', senders: [metaGraph, metaZapier, googleAds, linkedin, linkedinZapier, tiktok] },
  { title: 'Landing pages and calendars', senders: [heyflow, perspective, unbounce, calendly] },
  {
    title: 'Contacts and newsletters',
    senders: [hubspotForms, hubspotWorkflow, pipedrive, salesforce, highLevel, activeCampaign, mailchimp],
  },
  { title: 'Automation', senders: [zapier, make, n8n, powerAutomate] },
  {
    title: 'Content management and shops',
    senders: [powermail, typo3Form, drupal, rsform, contao, odoo, shopify],
  },
  {
    title: 'Own pages and scripts',
    senders: [htmlForm, htmlMultipart, fetchJson, jquery, latin1, phpMailer, chatWidget],
  },
];
