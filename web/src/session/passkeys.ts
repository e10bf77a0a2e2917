import { addPasskey, passkeyOptions, passkeySignInOptions, secondFactorPasskeyOptions, signInByPasskey } from "@sdk/sdk.gen.ts";
import type { Passkey, PasskeyMade, PasskeyProof, SignedIn } from "@sdk/types.gen.ts";
import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser";
import i18next from "i18next";
import { ApiProblem } from "@/api/problem.ts";

/** Whether this browser can hold passkeys, or ask a device for one. */
export const passkeysWork = (): boolean => browserSupportsWebAuthn();

/** Signs in with a passkey that this browser, or a device near it, knows. Throws an ApiProblem. */
export async function enterByPasskey(): Promise<SignedIn> {
  const { data: options } = await passkeySignInOptions({ throwOnError: true });
  const { data } = await signInByPasskey({ body: { credential: await shown(options), keep: "cookie" }, throwOnError: true });
  return data;
}

/** Shows a passkey as the second factor. Throws an ApiProblem. */
export async function proveByPasskey(challenge: string): Promise<PasskeyProof> {
  const { data: options } = await secondFactorPasskeyOptions({ body: { challenge }, throwOnError: true });
  return shown(options);
}

/** Makes a passkey for the caller. Throws an ApiProblem. */
export async function makePasskey(name: string): Promise<Passkey> {
  const { data: options } = await passkeyOptions({ throwOnError: true });
  const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON;
  const credential = (await startRegistration({ optionsJSON }).catch(refused)) as unknown as PasskeyMade;
  const { data } = await addPasskey({ body: { name, credential }, throwOnError: true });
  return data;
}

async function shown(options: object): Promise<PasskeyProof> {
  const optionsJSON = options as PublicKeyCredentialRequestOptionsJSON;
  return (await startAuthentication({ optionsJSON }).catch(refused)) as unknown as PasskeyProof;
}

/** The person said no, took too long, or the device has none: browsers do not tell which. */
function refused(): never {
  throw new ApiProblem(400, i18next.t("passkeys.refused.title"), i18next.t("passkeys.refused.detail"));
}
