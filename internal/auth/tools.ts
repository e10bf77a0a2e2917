import type { AuthParts } from "../../generated/auth/service.gen.ts";
import type { User } from "../../generated/auth/types.gen.ts";
import type { Context } from "../core/context/context.ts";
import { ownerUser } from "../core/database/rows.ts";
import { problem } from "../core/problems/problem.ts";
import { type Accounts, accounts } from "./accounts.ts";
import { type Admission, admission } from "./admission.ts";
import { type Announce, announcements } from "./announcements.ts";
import { type Challenges, challenges as challengesOf } from "./challenges.ts";
import { type KnownBrowsers, knownBrowsers } from "./known-browsers.ts";
import { type LinkRequests, linkRequests } from "./links/link-requests.ts";
import { type Links, links as linksOf } from "./links/links.ts";
import { type Passkeys, passkeys } from "./passkeys/passkeys.ts";
import { type MustBeRecent, recentSignIn } from "./recent-sign-in.ts";
import { type RecoveryCodes, recoveryCodes } from "./second-factor/recovery-codes.ts";
import { type Totps, totps } from "./second-factor/totps.ts";
import { type TrustedDevices, trustedDevices } from "./second-factor/trusted-devices.ts";
import { type Sessions, sessions as sessionsOf } from "./sessions.ts";
import { type SignUps, signUps } from "./sign-up/sign-ups.ts";

/** What the ways to sign in are made of; each operation takes what it needs. */
export interface AuthTools {
  /** The account of the caller. A 401 when it is gone, a 403 for who is no person. */
  self(ctx: Context): Promise<User>;
  readonly mustBeRecent: MustBeRecent;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly admission: Admission;
  readonly announce: Announce;
  readonly challenges: Challenges;
  readonly links: Links;
  readonly signUps: SignUps;
  readonly linkRequests: LinkRequests;
  readonly passkeys: Passkeys;
  readonly totps: Totps;
  readonly recoveryCodes: RecoveryCodes;
  readonly devices: TrustedDevices;
  readonly browsers: KnownBrowsers;
}

export function authTools(parts: AuthParts): AuthTools {
  const sessions = sessionsOf(parts);
  const challenges = challengesOf(parts);
  const links = linksOf(parts);
  const devices = trustedDevices(parts);
  return {
    async self(ctx) {
      const user = await parts.users.find(ctx, ownerUser(ctx));
      if (user === undefined) throw problem.unauthenticated("This account is gone. Sign in with another one.");
      return user;
    },
    mustBeRecent: recentSignIn(parts),
    accounts: accounts(parts),
    sessions,
    challenges,
    links,
    signUps: signUps(parts),
    devices,
    browsers: knownBrowsers(parts),
    admission: admission(parts, { sessions, challenges, devices }),
    announce: announcements(parts.core),
    linkRequests: linkRequests(parts, links),
    passkeys: passkeys(parts, challenges),
    totps: totps(parts),
    recoveryCodes: recoveryCodes(parts),
  };
}
