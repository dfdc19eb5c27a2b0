import * as z from 'zod';
import { type Ceremony, type PasskeyReader, passkeyAlgorithms } from '../../domain/ports/passkeys.ts';

/** Far beyond any that a browser sends. */
const maxLength = 20_000;

const base64url = z.string().regex(/^[\w-]+$/);
const common = { id: base64url, rawId: base64url, type: z.literal('public-key') };
const clientExtensionResults = z.object({}).default({});
const newSchema = z.object({
  ...common,
  clientExtensionResults,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
});
const useSchema = z.object({
  ...common,
  clientExtensionResults,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: z.string().optional(),
  }),
});

/** Half a megabyte, for the few who come with a passkey and not with a session. */
const load = () => import('@simplewebauthn/server');

const expectations = ({ origin, isOurs }: Ceremony) => ({
  expectedOrigin: origin,
  expectedRPID: new URL(origin).hostname,
  expectedChallenge: isOurs,
  // The key is all there is: whoever finds a device that is not locked must not be in.
  requireUserVerification: true,
});

/** What is wrong with it is said to nobody; the library throws plain errors that quote what was sent. */
async function unlessRefused<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch {
    return undefined;
  }
}

function parse<S extends z.ZodType>(schema: S, text: string): z.output<S> | undefined {
  if (text.length > maxLength) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Passkeys by WebAuthn. */
export function webauthnPasskeys(): PasskeyReader {
  return {
    async readNew(text, ceremony) {
      const response = parse(newSchema, text);
      if (!response) return undefined;
      const { verifyRegistrationResponse } = await load();
      const { transports } = response.response;
      const { registrationInfo } =
        (await unlessRefused(() =>
          verifyRegistrationResponse({
            ...expectations(ceremony),
            response: { ...response, response: { ...response.response, transports: [] } },
            supportedAlgorithmIDs: [...passkeyAlgorithms],
          }),
        )) ?? {};
      if (!registrationInfo) return undefined;
      const { id, publicKey, counter } = registrationInfo.credential;
      return {
        id,
        publicKey: Buffer.from(publicKey).toString('base64url'),
        counter,
        ...(transports && { transports }),
      };
    },

    claimedId: (text) => parse(useSchema, text)?.id,

    async readUse(text, { id, publicKey, counter }, ceremony) {
      const response = parse(useSchema, text);
      if (response?.id !== id) return undefined;
      const { verifyAuthenticationResponse } = await load();
      const result = await unlessRefused(() =>
        verifyAuthenticationResponse({
          ...expectations(ceremony),
          response: {
            ...response,
            response: { ...response.response, userHandle: response.response.userHandle ?? '' },
          },
          credential: { id, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')), counter },
        }),
      );
      return result?.verified ? { counter: result.authenticationInfo.newCounter } : undefined;
    },
  };
}
