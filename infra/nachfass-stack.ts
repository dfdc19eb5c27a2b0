import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { type Code, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import type { Construct } from 'constructs';
import { basicsOf } from '../domain/business/basics.ts';
import type { Environment as ActOnLead } from '../functions/act-on-lead/env.ts';
import type { Environment as CaptureLead } from '../functions/capture-lead/env.ts';
import type { Environment as CheckHealth } from '../functions/check-health/env.ts';
import type { Environment as DrainSubmissions } from '../functions/drain-submissions/env.ts';
import type { Environment as FollowUpLead } from '../functions/follow-up-lead/env.ts';
import type { Environment as ReceiveHook } from '../functions/receive-hook/env.ts';
import type { Environment as ReceiveMail } from '../functions/receive-mail/env.ts';
import type { Environment as ReconcileLeads } from '../functions/reconcile-leads/env.ts';
import type { Environment as RecordMailEvent } from '../functions/record-mail-event/env.ts';
import type { Environment as SendDigest } from '../functions/send-digest/env.ts';
import type { Environment as ServeDesk } from '../functions/serve-desk/env.ts';
import type { Environment as ShowForm } from '../functions/show-form/env.ts';
import type { Environment as ShowLogo } from '../functions/show-logo/env.ts';
import type { Config } from './config.ts';
import { Alarms } from './constructs/alarms.ts';
import { plain } from './constructs/binding.ts';
import { Dashboard } from './constructs/dashboard.ts';
import { EventQueue } from './constructs/event-queue.ts';
import { Figures } from './constructs/figures.ts';
import { FunctionSchedule } from './constructs/function-schedule.ts';
import { lasting } from './constructs/lasting.ts';
import { LeadApi } from './constructs/lead-api.ts';
import { LeadLifecycle } from './constructs/lead-lifecycle.ts';
import { LeadTable } from './constructs/lead-table.ts';
import { LinkSecret } from './constructs/link-secret.ts';
import { MailBucket } from './constructs/mail-bucket.ts';
import {
  HttpFunction,
  QueueFunction,
  queueTimeoutSeconds,
  ScheduledFunction,
  TaskFunction,
} from './constructs/nachfass-function.ts';
import { OutgoingMail } from './constructs/outgoing-mail.ts';
import { SubmissionQueue } from './constructs/submission-queue.ts';
import { TextMessages } from './constructs/text-messages.ts';
import { resourceNames, stackName } from './names.ts';

export interface NachfassStackProps {
  readonly config: Config;
  /** Another source of code than the bundler, for tests that look only at the template. */
  readonly code?: ((name: string) => Code) | undefined;
}

/** So often the digest's function looks whether it is due; a digest comes at most so much late. */
const digestTickMinutes = 5;

/** Everything one business needs, for one stage. */
export class NachfassStack extends Stack {
  /** Where the receipt rule puts mails, and tells of them. */
  readonly mail: { readonly bucketName: string; readonly rawPrefix: string; readonly topicArn: string };

  /** What must be copied. */
  readonly tableArn: string;
  /** Where the other stacks tell of their faults. */
  readonly alarms: Alarms;

  constructor(scope: Construct, { config, code }: NachfassStackProps) {
    const { company, stage, logRetentionDays: logRetention } = config;
    super(scope, stackName(config), {
      description: `Nachfass: follows up the leads of ${company.name} (${stage})`,
      // No account: the template is the same for each, and nothing is looked up.
      env: { region: config.region },
      terminationProtection: stage === 'prod',
      tags: { app: 'nachfass', company: company.key, stage },
    });

    const alarms = new Alarms(this, 'Alarms', { email: config.alarmEmail, runbookUrl: config.runbookUrl });
    const leads = new LeadTable(this, 'Leads', { alarms });
    this.alarms = alarms;
    this.tableArn = leads.tableArn;
    const secret = new LinkSecret(this, 'LinkSecret');
    const names = resourceNames(config);
    const mails = new MailBucket(this, 'Mails', { ...names, retentionDays: config.mailRetentionDays });
    const mail = new OutgoingMail(this, 'Mail', {
      from: company.mail.from,
      identity: config.mailIdentity,
      alarms,
    });
    const texts = new TextMessages(config.alarmSms);
    const api = new LeadApi(this, 'Api', { alarms, logRetention });

    const shared = { alarms, logRetention, tracing: config.tracing, code };
    const COMPANY = plain('COMPANY', JSON.stringify(basicsOf(config.companyFile)));
    const figures = new Figures(config);
    figures.watch(alarms);
    const DEPLOYMENT = figures.bindCounter();
    const PUBLIC_URL = plain('PUBLIC_URL', company.publicUrl ?? api.address);

    alarms.add('functions-throttled', {
      // Of the whole account, because the limit is the account's.
      metric: LambdaFunction.metricAllThrottles({ period: Duration.minutes(5) }),
      errorImpact: 'Lambda refuses calls: forms, links in mails and follow-ups wait or fail.',
    });
    const followUpLead = new TaskFunction<FollowUpLead>(this, 'FollowUpLead', {
      ...shared,
      name: 'follow-up-lead',
      environment: {
        TABLE_NAME: leads.bindWriter({ deletes: true, lists: true }),
        COMPANY,
        DEPLOYMENT,
        PUBLIC_URL,
        LINK_SECRET_ARN: secret.bindReader(),
        MAIL_CONFIGURATION_SET: mail.bindSender(),
        ALARM_SMS: texts.bindSender(),
      },
      errorImpact: 'Acknowledgements, alerts and follow-ups are late: customers wait, the owner is not told.',
    });
    // Running executions call it by its ARN for months.
    lasting(followUpLead.lambda, 'FollowUpLead');
    const lifecycle = new LeadLifecycle(this, 'Lifecycle', {
      followUpLead: followUpLead.lambda,
      alarms,
      logRetention,
      tracing: config.tracing,
    });

    // The id is older than the name. Another one would be another function with another event source mapping: until
    // CloudFormation is done, two would drain the queue, and the log of what waits would go with the old one.
    const drainSubmissions = new QueueFunction<DrainSubmissions>(this, 'TakeInSubmission', {
      ...shared,
      name: 'drain-submissions',
      environment: {
        TABLE_NAME: leads.bindWriter(),
        STATE_MACHINE_ARN: lifecycle.bindMover(),
        COMPANY,
        DEPLOYMENT,
      },
      errorImpact: 'Requests that could not be stored at once are stored later still: their customers wait.',
    });
    const submissions = new SubmissionQueue(this, 'Submissions', {
      name: names.submissionQueue,
      drainedBy: drainSubmissions.lambda,
      timeoutSeconds: queueTimeoutSeconds,
      alarms,
      lostAlarm: 'submission-lost',
      errorImpact: 'A request that a customer was told we have is given up: nobody will answer it.',
    });

    const captureLead = new HttpFunction<CaptureLead>(this, 'CaptureLead', {
      ...shared,
      name: 'capture-lead',
      environment: {
        TABLE_NAME: leads.bindWriter(),
        STATE_MACHINE_ARN: lifecycle.bindStarter(),
        SUBMISSION_QUEUE_URL: submissions.bindSender(),
        COMPANY,
        DEPLOYMENT,
        PUBLIC_URL,
        MAIL_BUCKET: mails.bindFileKeeper(),
        LINK_SECRET_ARN: secret.bindReader(),
      },
      errorImpact: 'Customers who send the form get an error; their requests are lost unless they try again.',
    });
    const receiveHook = new HttpFunction<ReceiveHook>(this, 'ReceiveHook', {
      ...shared,
      name: 'receive-hook',
      environment: {
        TABLE_NAME: leads.bindWriter(),
        // A call of somebody with an open request ends the timer that runs for it.
        STATE_MACHINE_ARN: lifecycle.bindMover(),
        SUBMISSION_QUEUE_URL: submissions.bindSender(),
        COMPANY,
        DEPLOYMENT,
        PUBLIC_URL,
        MAIL_BUCKET: mails.bindFileKeeper(),
      },
      errorImpact:
        'Requests of form plug-ins, advertisements and missed calls do not come in; senders that repeat nothing lose them.',
    });
    const showForm = new HttpFunction<ShowForm>(this, 'ShowForm', {
      ...shared,
      name: 'show-form',
      environment: {
        TABLE_NAME: leads.bindBusinessReader(),
        COMPANY,
        PUBLIC_URL,
        LINK_SECRET_ARN: secret.bindReader(),
      },
      errorImpact: 'Visitors do not see the form and cannot ask for anything.',
    });
    const showLogo = new HttpFunction<ShowLogo>(this, 'ShowLogo', {
      ...shared,
      name: 'show-logo',
      environment: { MAIL_BUCKET: mails.bindLogoReader() },
      errorImpact: 'Mails and pages show the name of the business in place of its logo.',
    });
    const checkHealth = new HttpFunction<CheckHealth>(this, 'CheckHealth', {
      ...shared,
      name: 'check-health',
      environment: { TABLE_NAME: leads.bindProbe() },
      errorImpact:
        'Whoever watches this system from outside believes it is down; requests may not be stored.',
    });
    // A signed link and the desk do the same steps.
    const steps = {
      TABLE_NAME: leads.bindWriter({ deletes: true, lists: true }),
      STATE_MACHINE_ARN: lifecycle.bindMover(),
      SUBMISSION_QUEUE_URL: submissions.bindSender(),
      COMPANY,
      DEPLOYMENT,
      PUBLIC_URL,
      LINK_SECRET_ARN: secret.bindReader(),
      MAIL_BUCKET: mails.bindViewer(),
    };
    const actOnLead = new HttpFunction<ActOnLead>(this, 'ActOnLead', {
      ...shared,
      name: 'act-on-lead',
      environment: steps,
      errorImpact: 'What the owner taps in a mail is not done, and customers cannot stop mails.',
    });
    const serveDesk = new HttpFunction<ServeDesk>(this, 'ServeDesk', {
      ...shared,
      name: 'serve-desk',
      environment: { ...steps, MAIL_CONFIGURATION_SET: mail.bindSender() },
      errorImpact: 'The desk does not open: owner and office see no list and no search, mails still come.',
    });
    api.route('/leads', [HttpMethod.POST, HttpMethod.OPTIONS], captureLead.lambda, { isDoor: true });
    api.route(
      '/hooks/{sender}/{secret}',
      [
        HttpMethod.POST,
        HttpMethod.PUT,
        HttpMethod.PATCH,
        HttpMethod.GET,
        HttpMethod.HEAD,
        HttpMethod.OPTIONS,
      ],
      receiveHook.lambda,
      { isDoor: true },
    );
    api.route('/', [HttpMethod.GET], showForm.lambda);
    api.route('/assets/{name}', [HttpMethod.GET], showForm.lambda);
    api.route('/logo/{name}', [HttpMethod.GET], showLogo.lambda);
    api.route('/health', [HttpMethod.GET], checkHealth.lambda);
    api.route('/a/{token}', [HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST], actOnLead.lambda);

    for (const path of ['/desk', '/desk/{path+}']) {
      // Whatever is asked of it, it answers itself.
      api.route(path, [HttpMethod.ANY], serveDesk.lambda);
    }

    const sendDigest = new ScheduledFunction<SendDigest>(this, 'SendDigest', {
      ...shared,
      name: 'send-digest',
      environment: {
        TABLE_NAME: leads.bindWriter({ deletes: true, lists: true }),
        COMPANY,
        DEPLOYMENT,
        PUBLIC_URL,
        LINK_SECRET_ARN: secret.bindReader(),
        MAIL_CONFIGURATION_SET: mail.bindSender(),
        MAIL_BUCKET: mails.bindLister(),
      },
      timeoutSeconds: 30,
      errorImpact: 'The digest of today is late: the owner does not see yet what is due.',
    });
    const digestSchedule = new FunctionSchedule(this, 'DigestSchedule', {
      runs: sendDigest.lambda,
      // The function knows the hour and the holidays of the business, which may change at any time without a deployment. On
      // the minutes of the clock, as people name hours; a rate would count from whenever the schedule was made.
      at: ScheduleExpression.cron({ minute: `0/${digestTickMinutes}` }),
      // The next run does the same work.
      uselessAfter: Duration.minutes(digestTickMinutes),
      alarms,
      lostAlarm: 'digest-lost',
      errorImpact: 'The digest of today is late or does not come: the owner does not see what is due.',
    });

    const receiveMail = new QueueFunction<ReceiveMail>(this, 'ReceiveMail', {
      ...shared,
      name: 'receive-mail',
      environment: {
        TABLE_NAME: leads.bindWriter({ deletes: true, lists: true }),
        STATE_MACHINE_ARN: lifecycle.bindMover(),
        COMPANY,
        DEPLOYMENT,
        PUBLIC_URL,
        LINK_SECRET_ARN: secret.bindReader(),
        MAIL_CONFIGURATION_SET: mail.bindSender(),
        MAIL_BUCKET: mails.bindKeeper(),
      },
      errorImpact: 'Mails that came in are late: customers who write wait, and the owner is not told.',
    });
    const incoming = new EventQueue(this, 'IncomingMail', {
      name: names.mailQueue,
      drainedBy: receiveMail.lambda,
      timeoutSeconds: queueTimeoutSeconds,
      alarms,
      lostAlarm: 'mail-lost',
      errorImpact: 'A mail that came in was given up: a request or an answer of a customer lies unread.',
    });
    this.mail = {
      bucketName: mails.bucketName,
      rawPrefix: mails.rawPrefix,
      topicArn: incoming.topic.topicArn,
    };

    const reconcileEvery = Duration.minutes(config.reconcileMinutes);
    const reconcileLeads = new ScheduledFunction<ReconcileLeads>(this, 'ReconcileLeads', {
      ...shared,
      name: 'reconcile-leads',
      environment: {
        TABLE_NAME: leads.bindWriter({ deletes: true, lists: true }),
        STATE_MACHINE_ARN: lifecycle.bindMover(),
        MAIL_QUEUE_URL: incoming.bindSender(),
        COMPANY,
        OVERDUE_MINUTES: plain('OVERDUE_MINUTES', String(config.overdueMinutes)),
        DEPLOYMENT,
        PUBLIC_URL,
        LINK_SECRET_ARN: secret.bindReader(),
        MAIL_CONFIGURATION_SET: mail.bindSender(),
        ALARM_SMS: texts.bindSender(),
      },
      // After a long outage all open leads are overdue, one after the other at some 50 ms; over before the next run.
      timeoutSeconds: 600,
      errorImpact: 'Leads whose timer was lost are not repaired: nobody is reminded of them.',
    });
    const reconcileSchedule = new FunctionSchedule(this, 'ReconcileSchedule', {
      runs: reconcileLeads.lambda,
      at: ScheduleExpression.rate(reconcileEvery),
      // The next run does the same work.
      uselessAfter: reconcileEvery,
      alarms,
      lostAlarm: 'reconciliation-lost',
      errorImpact: 'A repair of lost timers was given up: follow-ups of some leads are late.',
    });
    alarms.add('reconcile-leads-silent', {
      metric: reconcileLeads.lambda.metricInvocations({ period: reconcileEvery }),
      below: 1,
      periods: 3,
      errorImpact:
        'The clock stands still: lost timers are not repaired, and the digest may not come either.',
    });

    const recordMailEvent = new QueueFunction<RecordMailEvent>(this, 'RecordMailEvent', {
      ...shared,
      name: 'record-mail-event',
      environment: {
        TABLE_NAME: leads.bindWriter(),
        STATE_MACHINE_ARN: lifecycle.bindMover(),
        COMPANY,
        DEPLOYMENT,
      },
      errorImpact: 'Nobody notices that a mail did not reach its customer: the owner is not told to phone.',
    });
    const fates = new EventQueue(this, 'MailEvents', {
      name: names.mailEventQueue,
      drainedBy: recordMailEvent.lambda,
      timeoutSeconds: queueTimeoutSeconds,
      alarms,
      lostAlarm: 'mail-event-lost',
      errorImpact:
        'A bounce or complaint was given up: mails may go on to an address that does not want them.',
    });
    mail.publishTo(fates.topic);

    new Dashboard(this, 'Dashboard', {
      figures,
      alarms,
      functions: {
        'capture-lead': captureLead.lambda,
        'drain-submissions': drainSubmissions.lambda,
        'receive-hook': receiveHook.lambda,
        'show-form': showForm.lambda,
        'show-logo': showLogo.lambda,
        'check-health': checkHealth.lambda,
        'act-on-lead': actOnLead.lambda,
        'serve-desk': serveDesk.lambda,
        'follow-up-lead': followUpLead.lambda,
        'send-digest': sendDigest.lambda,
        'reconcile-leads': reconcileLeads.lambda,
        'receive-mail': receiveMail.lambda,
        'record-mail-event': recordMailEvent.lambda,
      },
      queues: {
        'Requests that wait to be stored': submissions.queue,
        'Requests that were given up': submissions.lost,
        'Mails that came in': incoming.queue,
        'Mails that were given up': incoming.lost,
        'What became of our mails': fates.queue,
        'The same, given up': fates.lost,
        'Digests given up': digestSchedule.lost,
        'Repairs given up': reconcileSchedule.lost,
      },
      answers: api.answers,
      executions: lifecycle.executions,
      table: leads.units,
    });

    new CfnOutput(this, 'Address', { value: PUBLIC_URL.value, description: 'The form and the API' });
    new CfnOutput(this, 'TableName', { value: leads.tableName });
    new CfnOutput(this, 'StateMachineArn', { value: lifecycle.stateMachineArn });
    new CfnOutput(this, 'LinkSecretArn', { value: secret.secretArn });
    new CfnOutput(this, 'MailBucketName', { value: mails.bucketName });
  }
}
