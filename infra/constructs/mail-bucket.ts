import { ArnFormat, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Binding } from './binding.ts';
import { lasting } from './lasting.ts';

export interface MailBucketProps {
  /** The receipt rule that may put mails here; in a stack of its own, so known by its names only. */
  readonly ruleSet: string;
  readonly rule: string;
  /** Days after which raw mails and their files are deleted. */
  readonly retentionDays: number;
}

/** SES writes raw mails here; the files that were in them lie beside, and those of forms. */
const rawPrefix = 'mail/';
const filePrefix = 'files/';
/** Pictures for the world to see, each by a name that comes from its content. */
const logoPrefix = 'logo/';

/** The raw mails that came in, as the truth that all comes from, and the files that were in them; and the logos. */
export class MailBucket extends Construct {
  private readonly bucket: Bucket;

  constructor(scope: Construct, id: string, props: MailBucketProps) {
    super(scope, id);
    const stack = Stack.of(this);
    this.bucket = new Bucket(this, 'Bucket', {
      // The bucket's own key: with one of KMS the receipt rule would encrypt at the client, unreadable for us.
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
      // No versions: each object is written once, under an id of its own, so there is nothing older to go back to. And what
      // is deleted is the mail of a person who was erased; a version of it would stay.
      versioned: false,
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
        // Logos stay: mails that went out show them for good.
        ...[rawPrefix, filePrefix].map((prefix) => ({
          prefix,
          expiration: Duration.days(props.retentionDays),
        })),
      ],
    });
    lasting(this.bucket, 'MailBucket');
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('ses.amazonaws.com')],
        actions: ['s3:PutObject'],
        resources: [this.bucket.arnForObjects(`${rawPrefix}*`)],
        conditions: {
          StringEquals: {
            'aws:SourceAccount': stack.account,
            'aws:SourceArn': stack
              .formatArn({
                service: 'ses',
                resource: 'receipt-rule-set',
                resourceName: `${props.ruleSet}:receipt-rule/${props.rule}`,
                arnFormat: ArnFormat.COLON_RESOURCE_NAME,
              })
              .replace(':receipt-rule-set:', ':receipt-rule-set/'),
          },
        },
      }),
    );
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Access logs would be a second store of who wrote when. Only SES and six functions of this stack have access, and each of their reads is logged by the function.',
    });
  }

  get bucketName(): string {
    return this.bucket.bucketName;
  }

  get rawPrefix(): string {
    return rawPrefix;
  }

  /** Tells which mails there are, without reading them. */
  bindLister(): Binding<'MAIL_BUCKET'> {
    return this.bind([this.list()]);
  }

  /** Reads raw mails and keeps their files. */
  bindKeeper(): Binding<'MAIL_BUCKET'> {
    return this.bind([
      this.list(),
      this.allow(['s3:GetObject'], rawPrefix),
      this.allow(['s3:PutObject'], filePrefix),
    ]);
  }

  /** Keeps the files of forms, and can read none. */
  bindFileKeeper(): Binding<'MAIL_BUCKET'> {
    return this.bind([this.allow(['s3:PutObject'], filePrefix)]);
  }

  /** Lets the owner see mails and files, and deletes them when a person is erased. */
  bindViewer(): Binding<'MAIL_BUCKET'> {
    return this.bind([
      this.list(),
      this.allow(['s3:GetObject', 's3:DeleteObject'], rawPrefix),
      this.allow(['s3:GetObject', 's3:DeleteObject'], filePrefix),
    ]);
  }

  /** Shows logos, and knows nothing of mails: not even which there are. */
  bindLogoReader(): Binding<'MAIL_BUCKET'> {
    return this.bind([this.allow(['s3:GetObject'], logoPrefix)]);
  }

  private list(): PolicyStatement {
    return new PolicyStatement({ actions: ['s3:ListBucket'], resources: [this.bucket.bucketArn] });
  }

  private allow(actions: string[], prefix: string): PolicyStatement {
    return new PolicyStatement({ actions, resources: [this.bucket.arnForObjects(`${prefix}*`)] });
  }

  private bind(permissions: PolicyStatement[]): Binding<'MAIL_BUCKET'> {
    return {
      variable: 'MAIL_BUCKET',
      value: this.bucket.bucketName,
      permissions,
      acknowledgments: [rawPrefix, filePrefix, logoPrefix].map((prefix) => ({
        id: `AwsSolutions-IAM5[Resource::<MailBucket.Arn>/${prefix}*]`,
        reason: 'Each mail, each file and each logo is an object of its own below one prefix.',
      })),
    };
  }
}
