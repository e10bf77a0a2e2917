// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Context } from "../../internal/core/context/context.ts";
import type { MemoryDatabase } from "../../internal/core/database/memory.ts";
import { memoryPage } from "../../internal/core/database/memory-page.ts";
import { ordered } from "../../internal/core/database/ordered.ts";
import { checkVersion, missing, ownerUser } from "../../internal/core/database/rows.ts";
import type {
  ChallengeRepository,
  DeviceSignInRepository,
  IdentityRepository,
  KnownBrowserRepository,
  LinkRepository,
  LinkRequestRepository,
  PasskeyRepository,
  ProviderAttemptRepository,
  RecoveryCodeRepository,
  RefreshTokenRepository,
  ServiceTokenRepository,
  SessionRepository,
  SignUpRepository,
  TotpRepository,
  TrustedDeviceRepository,
  UserRepository,
} from "./repository.gen.ts";
import {
  challengeList,
  challengeUnique,
  changedChallenge,
  changedDeviceSignIn,
  changedIdentity,
  changedKnownBrowser,
  changedLink,
  changedLinkRequest,
  changedPasskey,
  changedProviderAttempt,
  changedRefreshToken,
  changedServiceToken,
  changedSession,
  changedSignUp,
  changedTotp,
  changedTrustedDevice,
  changedUser,
  deviceSignInList,
  deviceSignInUnique,
  identityList,
  identityUnique,
  knownBrowserList,
  knownBrowserUnique,
  linkList,
  linkRequestList,
  linkUnique,
  newChallenge,
  newDeviceSignIn,
  newIdentity,
  newKnownBrowser,
  newLink,
  newLinkRequest,
  newPasskey,
  newProviderAttempt,
  newRecoveryCode,
  newRefreshToken,
  newServiceToken,
  newSession,
  newSignUp,
  newTotp,
  newTrustedDevice,
  newUser,
  passkeyList,
  passkeyUnique,
  providerAttemptList,
  providerAttemptUnique,
  recoveryCodeList,
  recoveryCodeUnique,
  refreshTokenList,
  refreshTokenUnique,
  serviceTokenList,
  serviceTokenUnique,
  sessionList,
  signUpList,
  signUpUnique,
  totpList,
  totpUnique,
  trustedDeviceList,
  trustedDeviceUnique,
  userList,
  userUnique,
} from "./rows.gen.ts";
import type {
  Challenge,
  DeviceSignIn,
  Identity,
  KnownBrowser,
  Link,
  LinkRequest,
  Passkey,
  ProviderAttempt,
  RecoveryCode,
  RefreshToken,
  ServiceToken,
  Session,
  SignUp,
  Totp,
  TrustedDevice,
  User,
} from "./types.gen.ts";

export function memoryLinkRequests(db: MemoryDatabase): LinkRequestRepository {
  const table = db.table<LinkRequest>("LinkRequest", []);

  async function find(ctx: Context, id: string): Promise<LinkRequest | undefined> {
    return table.get(ctx, id);
  }
  async function existing(ctx: Context, id: string): Promise<LinkRequest> {
    const linkRequest = await find(ctx, id);
    if (linkRequest === undefined) throw missing("LinkRequest", id);
    return linkRequest;
  }

  return {
    find,
    async list(ctx, query) {
      const rows = await table.all(ctx);
      return memoryPage(rows, query, linkRequestList);
    },
    async insert(ctx, input) {
      const linkRequest = newLinkRequest(input);
      await table.insert(ctx, linkRequest);
      return linkRequest;
    },
    update: (ctx, id, patch, expected) =>
      db.transact(ctx, async (ctx) => {
        const before = await existing(ctx, id);
        checkVersion("LinkRequest", before, expected);
        const linkRequest = changedLinkRequest(before, patch);
        await table.replace(ctx, linkRequest);
        return linkRequest;
      }),
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const linkRequest = await existing(ctx, id);
        checkVersion("LinkRequest", linkRequest, expected);
        await table.remove(ctx, id);
        return linkRequest;
      }),
  };
}

export function memoryLinks(db: MemoryDatabase): LinkRepository {
  const table = db.table<Link>("Link", linkUnique);

  async function find(ctx: Context, id: string): Promise<Link | undefined> {
    return table.get(ctx, id);
  }
  async function existing(ctx: Context, id: string): Promise<Link> {
    const link = await find(ctx, id);
    if (link === undefined) throw missing("Link", id);
    return link;
  }

  return {
    find,
    async list(ctx, query) {
      const rows = await table.all(ctx);
      return memoryPage(rows, query, linkList);
    },
    async insert(ctx, input) {
      const link = newLink(input);
      await table.insert(ctx, link);
      return link;
    },
    update: (ctx, id, patch, expected) =>
      db.transact(ctx, async (ctx) => {
        const before = await existing(ctx, id);
        checkVersion("Link", before, expected);
        const link = changedLink(before, patch);
        await table.replace(ctx, link);
        return link;
      }),
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const link = await existing(ctx, id);
        checkVersion("Link", link, expected);
        await table.remove(ctx, id);
        return link;
      }),
    async findByHash(ctx, hash) {
      const rows = await table.all(ctx);
      return rows.find((row) => row.hash === hash);
    },
    async listOfUser(ctx, userId, purpose) {
      const rows = (await table.all(ctx)).filter((row) => row.userId === userId && row.purpose === purpose);
      return ordered(rows, "createdAt");
    },
  };
}

export function memoryProviderAttempts(db: MemoryDatabase): ProviderAttemptRepository {
  const table = db.table<ProviderAttempt>("ProviderAttempt", providerAttemptUnique);

  async function find(ctx: Context, id: string): Promise<ProviderAttempt | undefined> {
    return table.get(ctx, id);
  }
  async function existing(ctx: Context, id: string): Promise<ProviderAttempt> {
    const providerAttempt = await find(ctx, id);
    if (providerAttempt === undefined) throw missing("ProviderAttempt", id);
    return providerAttempt;
  }

  return {
    find,
    async list(ctx, query) {
      const rows = await table.all(ctx);
      return memoryPage(rows, query, providerAttemptList);
    },
    async insert(ctx, input) {
      const providerAttempt = newProviderAttempt(input);
      await table.insert(ctx, providerAttempt);
      return providerAttempt;
    },
    update: (ctx, id, patch, expected) =>
      db.transact(ctx, async (ctx) => {
        const before = await existing(ctx, id);
        checkVersion("ProviderAttempt", before, expected);
        const providerAttempt = changedProviderAttempt(before, patch);
        await table.replace(ctx, providerAttempt);
        return providerAttempt;
      }),
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const providerAttempt = await existing(ctx, id);
        checkVersion("ProviderAttempt", providerAttempt, expected);
        await table.remove(ctx, id);
        return providerAttempt;
      }),
    async findByHash(ctx, hash) {
      const rows = await table.all(ctx);
      return rows.find((row) => row.hash === hash);
    },
  };
}

export function memoryIdentities(db: MemoryDatabase): IdentityRepository {
  const table = db.table<Identity>("Identity", identityUnique);

  async function find(ctx: Context, id: string): Promise<Identity | undefined> {
    const identity = await table.get(ctx, id);
    return identity?.createdBy === ownerUser(ctx) ? identity : undefined;
  }
  async function existing(ctx: Context, id: string): Promise<Identity> {
    const identity = await find(ctx, id);
    if (identity === undefined) throw missing("Identity", id);
    return identity;
  }

  return {
    find,
    async list(ctx, query) {
      const rows = (await table.all(ctx)).filter((row) => row.createdBy === ownerUser(ctx));
      return memoryPage(rows, query, identityList);
    },
    async insert(ctx, input) {
      const identity = newIdentity(ctx, input);
      await table.insert(ctx, identity);
      return identity;
    },
    update: (ctx, id, patch, expected) =>
      db.transact(ctx, async (ctx) => {
        const before = await existing(ctx, id);
        checkVersion("Identity", before, expected);
        const identity = changedIdentity(before, patch);
        await table.replace(ctx, identity);
        return identity;
      }),
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const identity = await existing(ctx, id);
        checkVersion("Identity", identity, expected);
        await table.remove(ctx, id);
        return identity;
      }),
    async findBySubject(ctx, provider, subject) {
      const rows = await table.all(ctx);
      return rows.find((row) => row.provider === provider && row.subject === subject);
    },
    async listAll(ctx) {
      const rows = (await table.all(ctx)).filter((row) => row.createdBy === ownerUser(ctx));
      return ordered(rows, "createdAt");
    },
  };
}

export function memoryDeviceSignIns(db: MemoryDatabase): DeviceSignInRepository {
  const table = db.table<DeviceSignIn>("DeviceSignIn", deviceSignInUnique);

  async function find(ctx: Context, id: string): Promise<DeviceSignIn | undefined> {
    return table.get(ctx, id);
  }
  async function existing(ctx: Context, id: string): Promise<DeviceSignIn> {
    const deviceSignIn = await find(ctx, id);
    if (deviceSignIn === undefined) throw missing("DeviceSignIn", id);
    return deviceSignIn;
  }

  return {
    find,
    async list(ctx, query) {
      const rows = await table.all(ctx);
      return memoryPage(rows, query, deviceSignInList);
    },
    async insert(ctx, input) {
      const deviceSignIn = newDeviceSignIn(input);
      await table.insert(ctx, deviceSignIn);
      return deviceSignIn;
    },
    update: (ctx, id, patch, expected) =>
      db.transact(ctx, async (ctx) => {
        const before = await existing(ctx, id);
        checkVersion("DeviceSignIn", before, expected);
        const deviceSignIn = changedDeviceSignIn(before, patch);
        await table.replace(ctx, deviceSignIn);
        return deviceSignIn;
      }),
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const deviceSignIn = await existing(ctx, id);
        checkVersion("DeviceSignIn", deviceSignIn, expected);
        await table.remove(ctx, id);
        return deviceSignIn;
      }),
    async findByHash(ctx, hash) {
      const rows = await table.all(ctx);
      return rows.find((row) => row.hash === hash);
    },
    async findByUserCode(ctx, userCodeHash) {
      const rows = await table.all(ctx);
      return rows.find((row) => row.userCodeHash === userCodeHash);
    },
  };
}

export function memoryTotps(db: MemoryDatabase): TotpRepository {
  const table = db.table<Totp>("Totp", totpUnique);

  async function find(ctx: Context, id: string): Promise<Totp | undefined> {
    return table.get(ctx, id);
  }
  async function existing(ctx: Context, id: string): Promise<Totp> {
    const totp = await find(ctx, id);
    if (totp === undefined) throw missing("Totp", id);
    return totp;
  }

  return {
    find,
    async list(ctx, query) {
      const rows = await table.all(ctx);
      return memoryPage(rows, query, totpList);
    },
    async insert(ctx, input) {
      const totp = newTotp(input);
      await table.insert(ctx, totp);
      return totp;
    },
    update: (ctx, id, patch, expected) =>
      db.transact(ctx, async (ctx) => {
        const before = await existing(ctx, id);
        checkVersion("Totp", before, expected);
        const totp = changedTotp(before, patch);
        await table.replace(ctx, totp);
        return totp;
      }),
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const totp = await existing(ctx, id);
        checkVersion("Totp", totp, expected);
        await table.remove(ctx, id);
        return totp;
      }),
    async findOfUser(ctx, userId) {
      const rows = await table.all(ctx);
      return rows.find((row) => row.userId === userId);
    },
  };
}

export function memoryRecoveryCodes(db: MemoryDatabase): RecoveryCodeRepository {
  const table = db.table<RecoveryCode>("RecoveryCode", recoveryCodeUnique);

  async function find(ctx: Context, id: string): Promise<RecoveryCode | undefined> {
    return table.get(ctx, id);
  }
  async function existing(ctx: Context, id: string): Promise<RecoveryCode> {
    const recoveryCode = await find(ctx, id);
    if (recoveryCode === undefined) throw missing("RecoveryCode", id);
    return recoveryCode;
  }

  return {
    find,
    async list(ctx, query) {
      const rows = await table.all(ctx);
      return memoryPage(rows, query, recoveryCodeList);
    },
    async insert(ctx, input) {
      const recoveryCode = newRecoveryCode(input);
      await table.insert(ctx, recoveryCode);
      return recoveryCode;
    },
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const recoveryCode = await existing(ctx, id);
        checkVersion("RecoveryCode", recoveryCode, expected);
        await table.remove(ctx, id);
        return recoveryCode;
      }),
    async findOfUser(ctx, userId, hash) {
      const rows = await table.all(ctx);
      return rows.find((row) => row.userId === userId && row.hash === hash);
    },
    async listOfUser(ctx, userId) {
      const rows = (await table.all(ctx)).filter((row) => row.userId === userId);
      return ordered(rows, "createdAt");
    },
  };
}

export function memoryTrustedDevices(db: MemoryDatabase): TrustedDeviceRepository {
  const table = db.table<TrustedDevice>("TrustedDevice", trustedDeviceUnique);

  async function find(ctx: Context, id: string): Promise<TrustedDevice | undefined> {
    const trustedDevice = await table.get(ctx, id);
    return trustedDevice?.createdBy === ownerUser(ctx) ? trustedDevice : undefined;
  }
  async function existing(ctx: Context, id: string): Promise<TrustedDevice> {
    const trustedDevice = await find(ctx, id);
    if (trustedDevice === undefined) throw missing("TrustedDevice", id);
    return trustedDevice;
  }

  return {
    find,
    async list(ctx, query) {
      const rows = (await table.all(ctx)).filter((row) => row.createdBy === ownerUser(ctx));
      return memoryPage(rows, query, trustedDeviceList);
    },
    async insert(ctx, input) {
      const trustedDevice = newTrustedDevice(ctx, input);
      await table.insert(ctx, trustedDevice);
      return trustedDevice;
    },
    update: (ctx, id, patch, expected) =>
      db.transact(ctx, async (ctx) => {
        const before = await existing(ctx, id);
        checkVersion("TrustedDevice", before, expected);
        const trustedDevice = changedTrustedDevice(before, patch);
        await table.replace(ctx, trustedDevice);
        return trustedDevice;
      }),
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const trustedDevice = await existing(ctx, id);
        checkVersion("TrustedDevice", trustedDevice, expected);
        await table.remove(ctx, id);
        return trustedDevice;
      }),
    async findByHash(ctx, hash) {
      const rows = await table.all(ctx);
      return rows.find((row) => row.createdBy === ownerUser(ctx) && row.hash === hash);
    },
    async listAll(ctx) {
      const rows = (await table.all(ctx)).filter((row) => row.createdBy === ownerUser(ctx));
      return ordered(rows, "createdAt");
    },
  };
}

export function memoryChallenges(db: MemoryDatabase): ChallengeRepository {
  const table = db.table<Challenge>("Challenge", challengeUnique);

  async function find(ctx: Context, id: string): Promise<Challenge | undefined> {
    return table.get(ctx, id);
  }
  async function existing(ctx: Context, id: string): Promise<Challenge> {
    const challenge = await find(ctx, id);
    if (challenge === undefined) throw missing("Challenge", id);
    return challenge;
  }

  return {
    find,
    async list(ctx, query) {
      const rows = await table.all(ctx);
      return memoryPage(rows, query, challengeList);
    },
    async insert(ctx, input) {
      const challenge = newChallenge(input);
      await table.insert(ctx, challenge);
      return challenge;
    },
    update: (ctx, id, patch, expected) =>
      db.transact(ctx, async (ctx) => {
        const before = await existing(ctx, id);
        checkVersion("Challenge", before, expected);
        const challenge = changedChallenge(before, patch);
        await table.replace(ctx, challenge);
        return challenge;
      }),
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const challenge = await existing(ctx, id);
        checkVersion("Challenge", challenge, expected);
        await table.remove(ctx, id);
        return challenge;
      }),
    async findByHash(ctx, hash) {
      const rows = await table.all(ctx);
      return rows.find((row) => row.hash === hash);
    },
  };
}

export function memoryPasskeys(db: MemoryDatabase): PasskeyRepository {
  const table = db.table<Passkey>("Passkey", passkeyUnique);

  async function find(ctx: Context, id: string): Promise<Passkey | undefined> {
    const passkey = await table.get(ctx, id);
    return passkey?.createdBy === ownerUser(ctx) ? passkey : undefined;
  }
  async function existing(ctx: Context, id: string): Promise<Passkey> {
    const passkey = await find(ctx, id);
    if (passkey === undefined) throw missing("Passkey", id);
    return passkey;
  }

  return {
    find,
    async list(ctx, query) {
      const rows = (await table.all(ctx)).filter((row) => row.createdBy === ownerUser(ctx));
      return memoryPage(rows, query, passkeyList);
    },
    async insert(ctx, input) {
      const passkey = newPasskey(ctx, input);
      await table.insert(ctx, passkey);
      return passkey;
    },
    update: (ctx, id, patch, expected) =>
      db.transact(ctx, async (ctx) => {
        const before = await existing(ctx, id);
        checkVersion("Passkey", before, expected);
        const passkey = changedPasskey(before, patch);
        await table.replace(ctx, passkey);
        return passkey;
      }),
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const passkey = await existing(ctx, id);
        checkVersion("Passkey", passkey, expected);
        await table.remove(ctx, id);
        return passkey;
      }),
    async findByCredential(ctx, credentialId) {
      const rows = await table.all(ctx);
      return rows.find((row) => row.credentialId === credentialId);
    },
    async listAll(ctx) {
      const rows = (await table.all(ctx)).filter((row) => row.createdBy === ownerUser(ctx));
      return ordered(rows, "createdAt");
    },
  };
}

export function memorySignUps(db: MemoryDatabase): SignUpRepository {
  const table = db.table<SignUp>("SignUp", signUpUnique);

  async function find(ctx: Context, id: string): Promise<SignUp | undefined> {
    return table.get(ctx, id);
  }
  async function existing(ctx: Context, id: string): Promise<SignUp> {
    const signUp = await find(ctx, id);
    if (signUp === undefined) throw missing("SignUp", id);
    return signUp;
  }

  return {
    find,
    async list(ctx, query) {
      const rows = await table.all(ctx);
      return memoryPage(rows, query, signUpList);
    },
    async insert(ctx, input) {
      const signUp = newSignUp(input);
      await table.insert(ctx, signUp);
      return signUp;
    },
    update: (ctx, id, patch, expected) =>
      db.transact(ctx, async (ctx) => {
        const before = await existing(ctx, id);
        checkVersion("SignUp", before, expected);
        const signUp = changedSignUp(before, patch);
        await table.replace(ctx, signUp);
        return signUp;
      }),
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const signUp = await existing(ctx, id);
        checkVersion("SignUp", signUp, expected);
        await table.remove(ctx, id);
        return signUp;
      }),
    async findByHash(ctx, hash) {
      const rows = await table.all(ctx);
      return rows.find((row) => row.hash === hash);
    },
  };
}

export function memoryKnownBrowsers(db: MemoryDatabase): KnownBrowserRepository {
  const table = db.table<KnownBrowser>("KnownBrowser", knownBrowserUnique);

  async function find(ctx: Context, id: string): Promise<KnownBrowser | undefined> {
    const knownBrowser = await table.get(ctx, id);
    return knownBrowser?.createdBy === ownerUser(ctx) ? knownBrowser : undefined;
  }
  async function existing(ctx: Context, id: string): Promise<KnownBrowser> {
    const knownBrowser = await find(ctx, id);
    if (knownBrowser === undefined) throw missing("KnownBrowser", id);
    return knownBrowser;
  }

  return {
    find,
    async list(ctx, query) {
      const rows = (await table.all(ctx)).filter((row) => row.createdBy === ownerUser(ctx));
      return memoryPage(rows, query, knownBrowserList);
    },
    async insert(ctx, input) {
      const knownBrowser = newKnownBrowser(ctx, input);
      await table.insert(ctx, knownBrowser);
      return knownBrowser;
    },
    update: (ctx, id, patch, expected) =>
      db.transact(ctx, async (ctx) => {
        const before = await existing(ctx, id);
        checkVersion("KnownBrowser", before, expected);
        const knownBrowser = changedKnownBrowser(before, patch);
        await table.replace(ctx, knownBrowser);
        return knownBrowser;
      }),
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const knownBrowser = await existing(ctx, id);
        checkVersion("KnownBrowser", knownBrowser, expected);
        await table.remove(ctx, id);
        return knownBrowser;
      }),
    async findByHash(ctx, hash) {
      const rows = await table.all(ctx);
      return rows.find((row) => row.hash === hash);
    },
    async listAll(ctx) {
      const rows = (await table.all(ctx)).filter((row) => row.createdBy === ownerUser(ctx));
      return ordered(rows, "createdAt");
    },
  };
}

export function memoryUsers(db: MemoryDatabase): UserRepository {
  const table = db.table<User>("User", userUnique);

  async function find(ctx: Context, id: string): Promise<User | undefined> {
    return table.get(ctx, id);
  }
  async function existing(ctx: Context, id: string): Promise<User> {
    const user = await find(ctx, id);
    if (user === undefined) throw missing("User", id);
    return user;
  }

  return {
    find,
    async list(ctx, query) {
      const rows = await table.all(ctx);
      return memoryPage(rows, query, userList);
    },
    async insert(ctx, input) {
      const user = newUser(input);
      await table.insert(ctx, user);
      return user;
    },
    update: (ctx, id, patch, expected) =>
      db.transact(ctx, async (ctx) => {
        const before = await existing(ctx, id);
        checkVersion("User", before, expected);
        const user = changedUser(before, patch);
        await table.replace(ctx, user);
        return user;
      }),
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const user = await existing(ctx, id);
        checkVersion("User", user, expected);
        await table.remove(ctx, id);
        return user;
      }),
    async countAll(ctx) {
      const rows = await table.all(ctx);
      return rows.length;
    },
    async findByEmail(ctx, email) {
      const rows = await table.all(ctx);
      return rows.find((row) => row.email === email);
    },
  };
}

export function memorySessions(db: MemoryDatabase): SessionRepository {
  const table = db.table<Session>("Session", []);

  async function find(ctx: Context, id: string): Promise<Session | undefined> {
    const session = await table.get(ctx, id);
    return session?.createdBy === ownerUser(ctx) ? session : undefined;
  }
  async function existing(ctx: Context, id: string): Promise<Session> {
    const session = await find(ctx, id);
    if (session === undefined) throw missing("Session", id);
    return session;
  }

  return {
    find,
    async list(ctx, query) {
      const rows = (await table.all(ctx)).filter((row) => row.createdBy === ownerUser(ctx));
      return memoryPage(rows, query, sessionList);
    },
    async insert(ctx, input) {
      const session = newSession(ctx, input);
      await table.insert(ctx, session);
      return session;
    },
    update: (ctx, id, patch, expected) =>
      db.transact(ctx, async (ctx) => {
        const before = await existing(ctx, id);
        checkVersion("Session", before, expected);
        const session = changedSession(before, patch);
        await table.replace(ctx, session);
        return session;
      }),
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const session = await existing(ctx, id);
        checkVersion("Session", session, expected);
        await table.remove(ctx, id);
        return session;
      }),
    async listAll(ctx) {
      const rows = (await table.all(ctx)).filter((row) => row.createdBy === ownerUser(ctx));
      return ordered(rows, "lastUsedAt");
    },
  };
}

export function memoryServiceTokens(db: MemoryDatabase): ServiceTokenRepository {
  const table = db.table<ServiceToken>("ServiceToken", serviceTokenUnique);

  async function find(ctx: Context, id: string): Promise<ServiceToken | undefined> {
    const serviceToken = await table.get(ctx, id);
    return serviceToken?.organizationId === ctx.organization ? serviceToken : undefined;
  }
  async function existing(ctx: Context, id: string): Promise<ServiceToken> {
    const serviceToken = await find(ctx, id);
    if (serviceToken === undefined) throw missing("ServiceToken", id);
    return serviceToken;
  }

  return {
    find,
    async list(ctx, query) {
      const rows = (await table.all(ctx)).filter((row) => row.organizationId === ctx.organization);
      return memoryPage(rows, query, serviceTokenList);
    },
    async insert(ctx, input) {
      const serviceToken = newServiceToken(ctx, input);
      await table.insert(ctx, serviceToken);
      return serviceToken;
    },
    update: (ctx, id, patch, expected) =>
      db.transact(ctx, async (ctx) => {
        const before = await existing(ctx, id);
        checkVersion("ServiceToken", before, expected);
        const serviceToken = changedServiceToken(before, patch);
        await table.replace(ctx, serviceToken);
        return serviceToken;
      }),
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const serviceToken = await existing(ctx, id);
        checkVersion("ServiceToken", serviceToken, expected);
        await table.remove(ctx, id);
        return serviceToken;
      }),
    async findByHash(ctx, hash) {
      const rows = await table.all(ctx);
      return rows.find((row) => row.hash === hash);
    },
    async listOfOwner(ctx, ownerId) {
      const rows = (await table.all(ctx)).filter((row) => row.organizationId === ctx.organization && row.ownerId === ownerId);
      return ordered(rows, "createdAt");
    },
  };
}

export function memoryRefreshTokens(db: MemoryDatabase): RefreshTokenRepository {
  const table = db.table<RefreshToken>("RefreshToken", refreshTokenUnique);

  async function find(ctx: Context, id: string): Promise<RefreshToken | undefined> {
    return table.get(ctx, id);
  }
  async function existing(ctx: Context, id: string): Promise<RefreshToken> {
    const refreshToken = await find(ctx, id);
    if (refreshToken === undefined) throw missing("RefreshToken", id);
    return refreshToken;
  }

  return {
    find,
    async list(ctx, query) {
      const rows = await table.all(ctx);
      return memoryPage(rows, query, refreshTokenList);
    },
    async insert(ctx, input) {
      const refreshToken = newRefreshToken(input);
      await table.insert(ctx, refreshToken);
      return refreshToken;
    },
    update: (ctx, id, patch, expected) =>
      db.transact(ctx, async (ctx) => {
        const before = await existing(ctx, id);
        checkVersion("RefreshToken", before, expected);
        const refreshToken = changedRefreshToken(before, patch);
        await table.replace(ctx, refreshToken);
        return refreshToken;
      }),
    delete: (ctx, id, expected) =>
      db.transact(ctx, async (ctx) => {
        const refreshToken = await existing(ctx, id);
        checkVersion("RefreshToken", refreshToken, expected);
        await table.remove(ctx, id);
        return refreshToken;
      }),
    async findByHash(ctx, hash) {
      const rows = await table.all(ctx);
      return rows.find((row) => row.hash === hash);
    },
  };
}
