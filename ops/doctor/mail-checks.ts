/** Do mails reach us, and ours their people? */
import { broken, type Check, judgeKnown, ok, toDo, unknown } from './check.ts';
import { comesWithIt, notDeployed } from './stack-checks.ts';

/**
 * Mails on a busy day: ten requests with answer and alert are 20, their reminders and those of the weeks before some 60,
 * and one emergency that nobody takes is 96, one each 15 minutes. The sandbox's limit is 200 as well.
 */
const mailsPerDay = 200;

const sandboxText =
  'We answer people who wrote to our business (a plumber) by form or mail: one answer at once, and a few reminders about their request. No advertising, no bought addresses. Each reminder has a link to stop. Bounces and complaints are recorded by SNS and stop further mails to the address. About 50 mails a day.';

const asLine = ({ name, value }: { name: string; value: string }) => `${name}  CNAME  ${value}`;

export const mailChecks: readonly Check[] = [
  {
    title: 'Mail domain in the DNS',
    needed: true,
    judge: (facts) => {
      const { mailDomain } = facts.deployment;
      if (facts.dkimRecords.length === 0) {
        return notDeployed(facts) || ('known' in facts.mailIdentity && !facts.mailIdentity.known)
          ? comesWithIt(facts)
          : unknown(
              `the DKIM records of ${mailDomain} are not known`,
              'See them in the AWS console, under SES, Identities.',
            );
      }
      const wrong = facts.dkimRecords.filter(
        ({ found, value }) => !('known' in found && found.known.includes(value)),
      );
      if (wrong.length === 0) return ok(`all ${facts.dkimRecords.length} DKIM records of ${mailDomain}`);
      const unseen = wrong.find(({ found }) => 'unknown' in found);
      if (unseen && 'unknown' in unseen.found) {
        return unknown(
          `the DKIM records of ${mailDomain}: ${unseen.found.unknown}`,
          'Run the doctor where the DNS can be asked. These records must be there.',
          wrong.map(asLine),
        );
      }
      const instead = wrong.map(({ name, found, doubled }) => {
        const [other] = 'known' in found ? found.known : [];
        const label = `${name.slice(0, 8)}…`;
        if (doubled)
          return `${label} was entered with the domain twice: your provider adds the domain by itself`;
        return other === undefined ? `${label} is missing` : `${label} leads to ${other} instead`;
      });
      return toDo(
        `${wrong.length} of ${facts.dkimRecords.length} DKIM records of ${mailDomain} are not right (${instead.join('; ')})`,
        `Enter these records in the DNS of ${mailDomain}. It may take minutes to hours until everybody sees them.`,
        wrong.map(asLine),
      );
    },
  },
  {
    title: 'Mail domain verified',
    needed: true,
    judge: (facts) => {
      const { mailDomain, region } = facts.deployment;
      return judgeKnown(facts.mailIdentity, `the identity ${mailDomain} in SES`, (identity) => {
        if (!identity) return comesWithIt(facts);
        if (identity.verified && identity.dkim === 'SUCCESS')
          return ok(`SES may send as ${mailDomain}, signed`);
        if (/PENDING|NOT_STARTED/.test(identity.dkim)) {
          return toDo(
            `SES waits for the DKIM records of ${mailDomain}`,
            'Once the records are in the DNS, wait: SES looks by itself, usually within an hour, at most three days.',
          );
        }
        return broken(
          `SES says ${identity.dkim} for the DKIM records of ${mailDomain}`,
          'SES gave up looking for them. Once the records are right, let it look again.',
          [
            `aws sesv2 put-email-identity-dkim-attributes --email-identity ${mailDomain} --no-signing-enabled --region ${region}`,
            `aws sesv2 put-email-identity-dkim-attributes --email-identity ${mailDomain} --signing-enabled --region ${region}`,
          ],
        );
      });
    },
  },
  {
    title: 'Mails are led here',
    needed: true,
    judge: ({ deployment, exchangers }) => {
      const { receiveDomain, region } = deployment;
      if (receiveDomain === undefined) return undefined;
      const ours = `inbound-smtp.${region}.amazonaws.com`;
      const line = `${receiveDomain}  MX  10 ${ours}`;
      if ('unknown' in exchangers) {
        return unknown(
          `the MX record of ${receiveDomain}: ${exchangers.unknown}`,
          'Run the doctor where the DNS can be asked. This record must be there, and no other MX.',
          [line],
        );
      }
      return judgeKnown(exchangers, `the MX record of ${receiveDomain}`, (found) => {
        if (found.length === 0)
          return toDo(`${receiveDomain} has no MX record`, 'Enter this record in the DNS.', [line]);
        const others = found.filter((name) => name !== ours);
        if (others.length === 0) return ok(`the MX record of ${receiveDomain}`);
        return found.includes(ours)
          ? broken(
              `mails to ${receiveDomain} go to ${others.join(', ')} too`,
              `Remove the other MX records, or some mails will be lost to us. This must be the only one.`,
              [line],
            )
          : broken(
              `mails to ${receiveDomain} go to ${others.join(', ')}`,
              `Is ${receiveDomain} in use for other mailboxes? Then take a subdomain that nothing else uses for "mail.receive" in the company file. If not, replace the record.`,
              [line],
            );
      });
    },
  },
  {
    title: 'Door for mails open',
    needed: true,
    judge: (facts) => {
      const { ruleSet, receiveDomain, region } = facts.deployment;
      if (receiveDomain === undefined) return undefined;
      if ('known' in facts.receiving && facts.receiving.known === undefined) return comesWithIt(facts);
      return judgeKnown(facts.activeRuleSet, 'the active rule set of SES', (active) => {
        if (active === ruleSet) return ok(`the rule set ${ruleSet} is active`);
        if (active === undefined) {
          return toDo('SES has no active rule set, so it refuses mails', 'Switch the rules on, once.', [
            `aws ses set-active-receipt-rule-set --rule-set-name ${ruleSet} --region ${region}`,
          ]);
        }
        return toDo(
          `another rule set is active: ${active}`,
          `A region has one active rule set. Does something else receive with ${active}? Then put our rule into it, see docs/deploy.md, "Several businesses in one account". If not, switch ours on.`,
          [`aws ses set-active-receipt-rule-set --rule-set-name ${ruleSet} --region ${region}`],
        );
      });
    },
  },
  {
    title: 'Mails to everybody',
    needed: true,
    judge: ({ mailAccount, deployment }) =>
      judgeKnown(mailAccount, 'the SES settings of the account', ({ production, review }) => {
        if (production) return ok('SES is out of its sandbox');
        if (review === 'PENDING') {
          return toDo(
            'SES is in its sandbox; AWS looks at the request to leave it',
            'Wait for the answer of AWS, usually within a day, and answer its questions.',
          );
        }
        return toDo(
          review === 'DENIED'
            ? 'SES is in its sandbox, and AWS refused to let it out'
            : 'SES is in its sandbox: it sends to verified addresses only, so customers get nothing',
          review === 'DENIED'
            ? 'Answer in the case that AWS opened (AWS console, Support): say how few mails go out and to whom.'
            : 'Ask AWS to let the account out, see docs/deploy.md. Put your own words into the text.',
          [
            `aws sesv2 put-account-details --region ${deployment.region} --production-access-enabled --mail-type TRANSACTIONAL --contact-language EN --website-url ${deployment.website} --use-case-description "${sandboxText}"`,
          ],
        );
      }),
  },
  {
    title: 'Mails may go out',
    needed: true,
    judge: ({ mailAccount }) =>
      judgeKnown(mailAccount, 'the SES settings of the account', (account) => {
        if (!account.sendingEnabled || account.enforcement === 'SHUTDOWN') {
          return broken(
            'AWS stopped all mails of this account',
            'Read the mail that AWS sent to the address of the account, mend the cause and answer it. See docs/runbook.md, "mail-bounces".',
          );
        }
        if (account.enforcement === 'PROBATION') {
          return broken(
            'AWS has put the mails of this account under review',
            'Read the mail that AWS sent to the address of the account and do what it asks for. See docs/runbook.md, "mail-bounces".',
          );
        }
        // -1 is "no limit".
        if (account.perDay < 0) return ok('as many as you like');
        if (account.perDay < mailsPerDay) {
          return toDo(
            `SES allows ${account.perDay} mails a day; a busy business needs up to ${mailsPerDay}`,
            'Ask AWS for more: AWS console, Service Quotas, Amazon SES, "Sending quota".',
          );
        }
        if (account.sentLastDay > 0.8 * account.perDay) {
          return toDo(
            `${account.sentLastDay} of ${account.perDay} mails of the last 24 hours are used up`,
            'Ask AWS for more before it is too late: AWS console, Service Quotas, Amazon SES, "Sending quota".',
          );
        }
        return ok(`${account.perDay} a day, ${account.sentLastDay} used in the last 24 hours`);
      }),
  },
];

export const mailAdvice: readonly Check[] = [
  {
    title: 'Sender named (SPF)',
    needed: false,
    judge: ({ spf, deployment }) =>
      judgeKnown(spf, `the TXT records of ${deployment.mailDomain}`, (records) => {
        const record = records.find((text) => /^v=spf1\b/i.test(text));
        if (record?.includes('include:amazonses.com')) return ok(`${deployment.mailDomain} names SES`);
        return record === undefined
          ? toDo(
              `${deployment.mailDomain} has no SPF record; mails are signed and arrive all the same, a few filters ask for it`,
              'Enter this record in the DNS.',
              [`${deployment.mailDomain}  TXT  "v=spf1 include:amazonses.com ~all"`],
            )
          : toDo(
              `the SPF record of ${deployment.mailDomain} does not name SES: ${record}`,
              'Put "include:amazonses.com" into the record that is there. There must be only one.',
            );
      }),
  },
  {
    title: 'Rule against forgery (DMARC)',
    needed: false,
    judge: ({ dmarc, deployment }) =>
      judgeKnown(dmarc, `the DMARC record of ${deployment.mailDomain}`, (records) => {
        const record = records.find((text) => /^v=DMARC1\b/i.test(text));
        if (record !== undefined) return ok(record);
        return toDo(
          `${deployment.mailDomain} has no DMARC record; Google, Yahoo and Outlook like to see one`,
          'Enter this record in the DNS.',
          [`_dmarc.${deployment.mailDomain}  TXT  "v=DMARC1; p=none"`],
        );
      }),
  },
];
