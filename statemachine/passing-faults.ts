/** Faults of AWS that pass by themselves, by the names under which Step Functions sees them. */

/**
 * Of Lambda, or of Step Functions calling it.
 * https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html#bp-lambda-serviceexception and
 * https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html#API_Invoke_Errors
 */
export const passingFaultsOfLambda = [
  'Lambda.ClientExecutionTimeoutException',
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
  'Lambda.ResourceNotReadyException',
  'Lambda.ResourceConflictException',
  'Lambda.EC2ThrottledException',
  'Lambda.EC2UnexpectedException',
  'Lambda.ENILimitReachedException',
  'Lambda.Unknown',
  /** The process of the function ended: no memory left, or the machine below it went. */
  'Runtime.ExitError',
  'Runtime.OutOfMemory',
  'Runtime.Unknown',
  'Extension.Crash',
] as const;

/**
 * Of DynamoDB, SES and Secrets Manager, as their SDK names what is left after its own tries.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html and
 * https://docs.aws.amazon.com/ses/latest/APIReference/CommonErrors.html
 */
export const passingFaultsOfServices = [
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestLimitExceededException',
  'ThrottlingException',
  'Throttling',
  'ThrottledException',
  'RequestThrottled',
  'RequestThrottledException',
  'TooManyRequestsException',
  'LimitExceededException',
  'BandwidthLimitExceeded',
  'SlowDown',
  'TransactionInProgressException',
  'ReplicatedWriteConflictException',
  'InternalServerError',
  'InternalServerErrorException',
  'InternalServiceError',
  'InternalServiceErrorException',
  'InternalFailure',
  'ServiceUnavailable',
  'ServiceUnavailableException',
  'ServiceUnavailableError',
  'RequestTimeoutException',
  'RequestExpired',
  'ExpiredToken',
  'ExpiredTokenException',
  'CredentialsProviderError',
  'ProviderError',
] as const;

/**
 * As seen by middy (before Lambda's limit) and by the SDK, by Lambda (a blocked event loop) and by Step Functions (no answer at
 * all).
 */
export const timeOuts = ['TimeoutError', 'RequestTimeout', 'Sandbox.Timedout', 'States.Timeout'] as const;
