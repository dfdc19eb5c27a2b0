/**
 * Takes the place of the SDK's search for credentials in every bundle (`infra/constructs/nachfass-function.ts`). The SDK
 * looks into the environment first, where Lambda puts a function's own credentials for as long as an instance lives; all
 * that it would try afterwards (profiles, single sign-on, web identities, instance metadata) cannot be there, and is a
 * sixth of capture-lead's bundle.
 */

/** Named as in `@aws-sdk/credential-provider-node`. */
export const defaultProvider = () => async () => {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env;
  if (AWS_ACCESS_KEY_ID === undefined || AWS_SECRET_ACCESS_KEY === undefined) {
    throw new Error('The environment holds no credentials');
  }
  return {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    ...(AWS_SESSION_TOKEN !== undefined && { sessionToken: AWS_SESSION_TOKEN }),
  };
};
