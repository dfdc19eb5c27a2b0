/** Senders that let their user try the address send what nobody filled in. */
import type { Field } from '../../domain/capture/form-fields.ts';

/** Google Ads and others mark an example as one. */
const trialFlags = /^(?:is_?test|test_?(?:lead|mode|submission))$/i;
const trialEvents = /^(?:event|type|event_?type|action|triggertype|topic)$/i;
const trialWords = /^(?:ping|test|webhook[._-]?(?:test|ping|verification)|endpoint[._-]?verification)$/i;
/** An example beside which somebody filled in a form has more. */
const maxTrialFields = 6;

/** Does the body say of itself that it is a trial? */
export function isTrial(fields: readonly Field[]): boolean {
  const top = fields.filter(({ path }) => path.length === 1);
  const says = (name: RegExp, value: RegExp) =>
    top.some((field) => name.test(field.path[0] ?? '') && value.test(field.value.trim()));
  return (
    says(trialFlags, /^(?:true|1|yes)$/i) ||
    (fields.length <= maxTrialFields && says(trialEvents, trialWords))
  );
}
