import type { Actor } from "../context/context.ts";
import type { Live } from "../live/live.ts";
import type { Caller } from "./caller.ts";
import type { Proof } from "./tokens.ts";

/** What somebody may do at this moment, whatever their token said when it was issued. */
export interface Standing extends Pick<Caller, "organization" | "roles" | "teams" | "permissions" | "administrator"> {
  readonly actor: Extract<Actor, { readonly kind: "user" | "token" }>;
}

/** The standing of a service token, with its own end. */
export interface TokenStanding extends Standing {
  /** In milliseconds since the epoch. */
  readonly expires: number;
}

/** Where standings are read: undefined when the session, or the token, is no more. */
export interface StandingSource {
  ofSession(proof: Proof): Promise<Standing | undefined>;
  /** Tokens of the same key have the same standing. */
  keyOf(proof: Proof): string;
  /** By the SHA-256 of the service token, in hex. */
  ofToken(hash: string): Promise<TokenStanding | undefined>;
}

/** The topic that is woken when what somebody may do has changed; by the id of the user, the organization or the service token. */
export const standingTopic = (id: string): string => `standing.${id}`;

/** Makes every standing of this user, in this organization, or of this service token be read anew at once, where Live reaches. */
export function standingChanged(live: Live, id: string): void {
  live.wake(standingTopic(id));
}
