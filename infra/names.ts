/** Names that stacks, the bucket's policy and the commands of a person at the keyboard must agree on. */
import type { Config } from './config.ts';

export function resourceNames({
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
    mailQueue: `${prefix}-mail`,
    mailEventQueue: `${prefix}-mail-events`,
    submissionQueue: `${prefix}-submissions`,
  };
}

/** @param beside absent: the main stack. */
export function stackName(
  { company, stage }: Pick<Config, 'company' | 'stage'>,
  beside?: 'receiving' | 'backup',
): string {
  const main = `Nachfass-${company.key}-${stage}`;
  return beside === undefined ? main : `${main}-${beside}`;
}

/** One deployment is one stack, one more if mails come in, and one more if the table is copied each night. */
export function stackNames(config: Pick<Config, 'company' | 'stage' | 'backup'>) {
  return {
    main: stackName(config),
    receiving: config.company.mail.receive === undefined ? undefined : stackName(config, 'receiving'),
    backup: config.backup ? stackName(config, 'backup') : undefined,
  };
}
