/** Names that stacks, the bucket's policy and the commands of a person at the keyboard must agree on. */
import type { Config } from './config.ts';

export function mailNames({
  company,
  stage,
  receiptRuleSet,
}: Pick<Config, 'company' | 'stage' | 'receiptRuleSet'>) {
  const prefix = `nachfass-${company.key}-${stage}`;
  // In a shared set the rules of several businesses stand side by side.
  const rule = receiptRuleSet === undefined ? 'receive' : prefix;
  return {
    ruleSet: receiptRuleSet ?? prefix,
    rule,
    queue: `${prefix}-mail`,
    eventQueue: `${prefix}-mail-events`,
    submissionQueue: `${prefix}-submissions`,
  };
}

/** One deployment is one stack, one more if mails come in, and one more if the table is copied each night. */
export function stackNames({ company, stage, backup }: Pick<Config, 'company' | 'stage' | 'backup'>) {
  const main = `Nachfass-${company.key}-${stage}`;
  return {
    main,
    receiving: company.mail.receive === undefined ? undefined : `${main}-receiving`,
    backup: backup ? `${main}-backup` : undefined,
  };
}
