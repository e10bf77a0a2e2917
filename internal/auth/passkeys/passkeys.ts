import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import type { AuthParts } from "../../../generated/auth/service.gen.ts";
import type { Challenge, NewPasskey, Passkey, PasskeyProof, User, UserId } from "../../../generated/auth/types.gen.ts";
import type { Context } from "../../core/context/context.ts";
import { ownerUser } from "../../core/database/rows.ts";
import { type Problem, problem } from "../../core/problems/problem.ts";
import { actingAs } from "../acting-as.ts";
import type { Challenges } from "../challenges.ts";
import { webauthnPlace } from "./webauthn-place.ts";

const timeout = 5 * 60_000;
const mostOfUser = 25;

/** Passkeys (WebAuthn level 3): several for each user. */
export interface Passkeys {
  /** What a browser needs to make one for the caller. */
  creationOptions(ctx: Context, user: User): Promise<object>;
  /** Keeps one that the caller's browser has made. A 422 when it does not answer what was asked. */
  add(ctx: Context, made: NewPasskey): Promise<Passkey>;
  /** What a browser needs to sign somebody in: whoever it knows, or as the second factor of one user. */
  requestOptions(ctx: Context, purpose: Purpose, userId?: UserId): Promise<object>;
  /** Whose passkey has answered what was asked for this purpose; undefined when none has. Each question is answered once. */
  take(ctx: Context, purpose: Purpose, proof: PasskeyProof): Promise<Passkey | undefined>;
}

type Purpose = Extract<Challenge["purpose"], "passkey_sign_in" | "passkey_second_factor">;

export function passkeys({ passkeys: rows, core }: Pick<AuthParts, "passkeys" | "core">, challenges: Challenges): Passkeys {
  const { rpID, rpName, origin } = webauthnPlace(core.address);
  const asked = { expectedOrigin: origin, expectedRPID: rpID };
  const bytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, "base64url"));

  /** The question that an answer is to; `expectedChallenge` then makes sure that it was signed. */
  async function question(ctx: Context, purpose: Challenge["purpose"], clientDataJSON: string) {
    const token = challengeIn(clientDataJSON);
    const challenge = await challenges.look(ctx, purpose, token);
    await challenges.use(ctx, challenge);
    return { challenge, expectedChallenge: token };
  }

  /** The passkeys of the caller, who may have one more. */
  async function withRoom(ctx: Context): Promise<readonly Passkey[]> {
    const known = await rows.listAll(ctx);
    if (known.length >= mostOfUser) throw problem.conflict(`You have ${mostOfUser} passkeys already. Remove one that you do not need.`);
    return known;
  }

  return {
    async creationOptions(ctx, user) {
      const known = await withRoom(ctx);
      return generateRegistrationOptions({
        rpID,
        rpName,
        timeout,
        userName: user.email,
        userDisplayName: user.name,
        userID: new Uint8Array(Buffer.from(user.id)),
        challenge: bytes(await challenges.begin(ctx, { purpose: "passkey", userId: user.id })),
        attestationType: "none",
        excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports: [...transports] })),
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
      });
    },

    async add(ctx, { name, credential }) {
      const { challenge, expectedChallenge } = await question(ctx, "passkey", credential.response.clientDataJSON);
      const response = { clientExtensionResults: {}, ...credential } as unknown as RegistrationResponseJSON;
      const verified = await verifyRegistrationResponse({ ...asked, response, expectedChallenge }).catch(notRight);
      if (challenge.userId !== ownerUser(ctx) || verified?.verified !== true) throw wrong();
      const { credential: made, credentialBackedUp } = verified.registrationInfo;
      await withRoom(ctx);
      // Of whomever: a device chooses its id, and who took another's would stand in the way of its owner.
      if ((await rows.findByCredential(ctx, made.id)) !== undefined) throw problem.conflict("This passkey is known already.");
      return rows.insert(ctx, {
        name,
        credentialId: made.id,
        publicKey: Buffer.from(made.publicKey).toString("base64url"),
        counter: made.counter,
        transports: made.transports ?? [],
        synced: credentialBackedUp,
      });
    },

    async requestOptions(ctx, purpose, userId) {
      const known = userId === undefined ? [] : await rows.listAll(actingAs(ctx, userId));
      const begun = { purpose, ...(userId === undefined ? {} : { userId }) };
      return generateAuthenticationOptions({
        rpID,
        timeout,
        challenge: bytes(await challenges.begin(ctx, begun)),
        userVerification: "required",
        allowCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports: [...transports] })),
      });
    },

    async take(ctx, purpose, proof) {
      const { challenge, expectedChallenge } = await question(ctx, purpose, proof.response.clientDataJSON);
      const known = await rows.findByCredential(ctx, proof.id);
      if (known === undefined || (challenge.userId !== null && challenge.userId !== known.createdBy)) return undefined;
      const verified = await verifyAuthenticationResponse({
        ...asked,
        expectedChallenge,
        response: { clientExtensionResults: {}, ...proof } as AuthenticationResponseJSON,
        credential: { id: known.credentialId, publicKey: bytes(known.publicKey), counter: known.counter },
      }).catch(notRight);
      if (verified?.verified !== true) return undefined;
      const { newCounter, credentialBackedUp } = verified.authenticationInfo;
      const use = { counter: newCounter, synced: credentialBackedUp, lastUsedAt: core.now().toISOString() };
      return rows.update(actingAs(ctx, known.createdBy), known.id, use, known.version);
    },
  };
}

/** The challenge that a browser says it answered; "" when it says none. What it says is checked against what was signed. */
function challengeIn(clientDataJSON: string): string {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientDataJSON, "base64url").toString("utf8")) as { readonly challenge?: unknown };
    return typeof challenge === "string" ? challenge : "";
  } catch {
    return "";
  }
}

/** The library throws for each thing that is not as it should be: a wrong signature, origin, or a counter that went back. */
const notRight = (): undefined => undefined;

function wrong(): Problem {
  return problem.invalid("This passkey does not answer what was asked. Begin again.", { pointer: "/credential" });
}
