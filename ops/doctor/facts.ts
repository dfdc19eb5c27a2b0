/** What the doctor looks at, as plain data: gathered in one place, judged in another. */

/** What could be read, or the reason why not. */
export type Reading<T> = { readonly known: T } | { readonly unknown: string };

export interface StackFacts {
  readonly name: string;
  /** CloudFormation's word, e.g. `UPDATE_COMPLETE`. */
  readonly status: string;
  /** ISO date and time of the last change. */
  readonly changedAt: string;
  readonly protectedFromRemoval: boolean;
  readonly outputs: Readonly<Record<string, string>>;
}

export interface MailIdentityFacts {
  readonly verified: boolean;
  /** SES's word: `SUCCESS`, `PENDING`, `FAILED`, `TEMPORARY_FAILURE`, `NOT_STARTED`. */
  readonly dkim: string;
  /** The CNAME records that SES looks for. */
  readonly records: readonly { readonly name: string; readonly value: string }[];
}

export interface MailAccountFacts {
  /** Out of the sandbox. */
  readonly production: boolean;
  /** How AWS's answer to the request to leave it stands: `PENDING`, `GRANTED`, `DENIED`, `FAILED`. */
  readonly review: string | undefined;
  readonly sendingEnabled: boolean;
  /** `HEALTHY`, `PROBATION` or `SHUTDOWN`. */
  readonly enforcement: string;
  readonly perDay: number;
  readonly sentLastDay: number;
}

export interface AlarmFacts {
  readonly topicArn: string;
  /** Who gets them. */
  readonly subscriptions: readonly { readonly address: string; readonly confirmed: boolean }[];
}

export interface Facts {
  readonly deployment: {
    /** As the commands take them. */
    readonly flags: string;
    readonly business: string;
    readonly region: string;
    readonly website: string;
    readonly alarmEmail: string | undefined;
    /** The domain that mails are sent from. */
    readonly mailDomain: string;
    /** The domain that mails come in at, if they do. */
    readonly receiveDomain: string | undefined;
    readonly stacks: {
      readonly main: string;
      readonly receiving: string | undefined;
      readonly backup: string | undefined;
    };
    readonly ruleSet: string;
  };
  /** Why no stack can be built from the company file. */
  readonly buildFault: string | undefined;
  readonly identity: Reading<{ readonly account: string; readonly user: string }>;
  readonly concurrency: Reading<number>;
  readonly toolkit: Reading<StackFacts | undefined>;
  readonly main: Reading<StackFacts | undefined>;
  readonly receiving: Reading<StackFacts | undefined>;
  readonly backup: Reading<StackFacts | undefined>;
  readonly mailIdentity: Reading<MailIdentityFacts | undefined>;
  /** What stands in the DNS under each name that SES looks for. */
  readonly dkimRecords: readonly {
    readonly name: string;
    readonly value: string;
    readonly found: Reading<readonly string[]>;
    /** Found below the name with the domain twice, as providers enter it who add the domain by themselves. */
    readonly doubled: boolean;
  }[];
  readonly exchangers: Reading<readonly string[]>;
  readonly spf: Reading<readonly string[]>;
  readonly dmarc: Reading<readonly string[]>;
  readonly activeRuleSet: Reading<string | undefined>;
  readonly mailAccount: Reading<MailAccountFacts>;
  readonly alarms: Reading<AlarmFacts>;
  /** What `GET /health` answers: a status, or why there is none. */
  readonly health: Reading<{ readonly url: string; readonly answer: number | string }>;
}
