import { basics, text } from './environment.ts';

/** The environment of a function that writes mails with signed links. */
export const mailingVariables = {
  COMPANY: basics,
  PUBLIC_URL: text,
  LINK_SECRET_ARN: text,
  MAIL_CONFIGURATION_SET: text,
};
