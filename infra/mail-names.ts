/** Names that stacks, the bucket's policy and a person at the keyboard must agree on. */
import type { Config } from './config.ts';

export function mailNames({ company, stage }: Pick<Config, 'company' | 'stage'>) {
  const prefix = `nachfass-${company.key}-${stage}`;
  return {
    ruleSet: prefix,
    rule: 'receive',
    queue: `${prefix}-mail`,
    eventQueue: `${prefix}-mail-events`,
    submissionQueue: `${prefix}-submissions`,
  };
}
