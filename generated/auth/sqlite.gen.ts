// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Selectable } from "kysely";
import { acrossOrganizations } from "../../internal/core/context/across-organizations.ts";
import type { Context } from "../../internal/core/context/context.ts";
import type { Placeholders, SqlDatabase } from "../../internal/core/database/database.ts";
import { changedOne, checkVersion, missing, ownerUser, uniqueConflict } from "../../internal/core/database/rows.ts";
import { after } from "../../internal/core/eventual/eventual.ts";
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
import type { AuthSqliteTables } from "./tables.gen.ts";
import type {
  Challenge,
  ChallengeId,
  DeviceSignIn,
  DeviceSignInId,
  Identity,
  IdentityId,
  KnownBrowser,
  KnownBrowserId,
  Link,
  LinkId,
  LinkRequest,
  LinkRequestId,
  Passkey,
  PasskeyId,
  ProviderAttempt,
  ProviderAttemptId,
  RecoveryCode,
  RecoveryCodeId,
  RefreshToken,
  RefreshTokenId,
  ServiceToken,
  ServiceTokenId,
  Session,
  SessionId,
  SignUp,
  SignUpId,
  Totp,
  TotpId,
  TrustedDevice,
  TrustedDeviceId,
  User,
  UserId,
} from "./types.gen.ts";

const linkRequestColumns = ["id", "created_at", "updated_at", "version", "purpose", "email", "user_id"] as const;

type LinkRequestRow = Pick<Selectable<AuthSqliteTables["link_requests"]>, (typeof linkRequestColumns)[number]>;

function toLinkRequest(row: LinkRequestRow): LinkRequest {
  return {
    id: row.id as LinkRequestId,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
    purpose: row.purpose as LinkRequest["purpose"],
    email: row.email,
    userId: row.user_id as UserId | null,
  };
}

function fromLinkRequest(linkRequest: LinkRequest): LinkRequestRow {
  return {
    id: linkRequest.id,
    created_at: linkRequest.createdAt,
    updated_at: linkRequest.updatedAt,
    version: linkRequest.version,
    purpose: linkRequest.purpose,
    email: linkRequest.email,
    user_id: linkRequest.userId,
  };
}

export function sqliteLinkRequests(db: SqlDatabase<AuthSqliteTables>): LinkRequestRepository {
  const findOne = db.statement((query, param: Placeholders<{ id: string }>) =>
    query.selectFrom("link_requests").select(linkRequestColumns).where("id", "=", param.id),
  );
  const listed = db.list((query) => query.selectFrom("link_requests").select(linkRequestColumns), linkRequestList);
  const insertOne = db.statement((query, param: Placeholders<LinkRequestRow>) =>
    query.insertInto("link_requests").values({
      id: param.id,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      purpose: param.purpose,
      email: param.email,
      user_id: param.user_id,
    }),
  );
  const updateOne = db.statement((query, param: Placeholders<LinkRequestRow & { expectedVersion: number }>) =>
    query
      .updateTable("link_requests")
      .set({
        updated_at: param.updated_at,
        version: param.version,
        purpose: param.purpose,
        email: param.email,
        user_id: param.user_id,
      })
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ id: string; expectedVersion: number }>) =>
    query.deleteFrom("link_requests").where("id", "=", param.id).where("version", "=", param.expectedVersion),
  );

  async function existing(ctx: Context, id: string): Promise<LinkRequest> {
    const row = await findOne.first(ctx, { id });
    if (row === undefined) throw missing("LinkRequest", id);
    return toLinkRequest(row);
  }

  return {
    find: (ctx, id) => after(findOne.first(ctx, { id }), (row) => row && toLinkRequest(row)),
    list: (ctx, query) => listed.page(ctx, {}, query, toLinkRequest),
    async insert(ctx, input) {
      const linkRequest = newLinkRequest(input);
      await insertOne.run(ctx, fromLinkRequest(linkRequest));
      return linkRequest;
    },
    async update(ctx, id, patch, expected) {
      const before = await existing(ctx, id);
      checkVersion("LinkRequest", before, expected);
      const linkRequest = changedLinkRequest(before, patch);
      const row = { ...fromLinkRequest(linkRequest), expectedVersion: before.version };
      changedOne("LinkRequest", id, await updateOne.run(ctx, row));
      return linkRequest;
    },
    async delete(ctx, id, expected) {
      const linkRequest = await existing(ctx, id);
      checkVersion("LinkRequest", linkRequest, expected);
      const row = { id, expectedVersion: linkRequest.version };
      changedOne("LinkRequest", id, await deleteOne.run(ctx, row));
      return linkRequest;
    },
  };
}

const linkColumns = ["id", "created_at", "updated_at", "version", "purpose", "hash", "user_id", "email", "expires_at"] as const;

type LinkRow = Pick<Selectable<AuthSqliteTables["links"]>, (typeof linkColumns)[number]>;

function toLink(row: LinkRow): Link {
  return {
    id: row.id as LinkId,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
    purpose: row.purpose as Link["purpose"],
    hash: row.hash,
    userId: row.user_id as UserId,
    email: row.email,
    expiresAt: row.expires_at,
  };
}

function fromLink(link: Link): LinkRow {
  return {
    id: link.id,
    created_at: link.createdAt,
    updated_at: link.updatedAt,
    version: link.version,
    purpose: link.purpose,
    hash: link.hash,
    user_id: link.userId,
    email: link.email,
    expires_at: link.expiresAt,
  };
}

export function sqliteLinks(db: SqlDatabase<AuthSqliteTables>): LinkRepository {
  const findOne = db.statement((query, param: Placeholders<{ id: string }>) =>
    query.selectFrom("links").select(linkColumns).where("id", "=", param.id),
  );
  const listed = db.list((query) => query.selectFrom("links").select(linkColumns), linkList);
  const insertOne = db.statement((query, param: Placeholders<LinkRow>) =>
    query.insertInto("links").values({
      id: param.id,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      purpose: param.purpose,
      hash: param.hash,
      user_id: param.user_id,
      email: param.email,
      expires_at: param.expires_at,
    }),
  );
  const updateOne = db.statement((query, param: Placeholders<LinkRow & { expectedVersion: number }>) =>
    query
      .updateTable("links")
      .set({
        updated_at: param.updated_at,
        version: param.version,
        purpose: param.purpose,
        email: param.email,
        expires_at: param.expires_at,
      })
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ id: string; expectedVersion: number }>) =>
    query.deleteFrom("links").where("id", "=", param.id).where("version", "=", param.expectedVersion),
  );
  const findByHashQuery = db.statement((query, param: Placeholders<{ hash: string }>) =>
    query.selectFrom("links").select(linkColumns).where("hash", "=", param.hash),
  );
  const listOfUserQuery = db.statement((query, param: Placeholders<{ user_id: string; purpose: string }>) =>
    query
      .selectFrom("links")
      .select(linkColumns)
      .where("user_id", "=", param.user_id)
      .where("purpose", "=", param.purpose)
      .orderBy("created_at")
      .orderBy("id"),
  );
  const conflict = uniqueConflict("Link", linkUnique);

  async function existing(ctx: Context, id: string): Promise<Link> {
    const row = await findOne.first(ctx, { id });
    if (row === undefined) throw missing("Link", id);
    return toLink(row);
  }

  return {
    find: (ctx, id) => after(findOne.first(ctx, { id }), (row) => row && toLink(row)),
    list: (ctx, query) => listed.page(ctx, {}, query, toLink),
    async insert(ctx, input) {
      const link = newLink(input);
      await insertOne.run(ctx, fromLink(link)).catch(conflict);
      return link;
    },
    async update(ctx, id, patch, expected) {
      const before = await existing(ctx, id);
      checkVersion("Link", before, expected);
      const link = changedLink(before, patch);
      const row = { ...fromLink(link), expectedVersion: before.version };
      changedOne("Link", id, await updateOne.run(ctx, row));
      return link;
    },
    async delete(ctx, id, expected) {
      const link = await existing(ctx, id);
      checkVersion("Link", link, expected);
      const row = { id, expectedVersion: link.version };
      changedOne("Link", id, await deleteOne.run(ctx, row));
      return link;
    },
    async findByHash(ctx, hash) {
      const row = await findByHashQuery.first(ctx, { hash });
      return row && toLink(row);
    },
    async listOfUser(ctx, userId, purpose) {
      const rows = await listOfUserQuery.all(ctx, { user_id: userId, purpose });
      return rows.map(toLink);
    },
  };
}

const providerAttemptColumns = [
  "id",
  "created_at",
  "updated_at",
  "version",
  "provider",
  "hash",
  "browser",
  "nonce",
  "verifier",
  "user_id",
  "expires_at",
] as const;

type ProviderAttemptRow = Pick<Selectable<AuthSqliteTables["provider_attempts"]>, (typeof providerAttemptColumns)[number]>;

export function sqliteProviderAttempts(db: SqlDatabase<AuthSqliteTables>): ProviderAttemptRepository {
  const place = (column: string, id: string) => ({ table: "provider_attempts", column, id });

  function toProviderAttempt(row: ProviderAttemptRow): ProviderAttempt {
    return {
      id: row.id as ProviderAttemptId,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
      version: row.version,
      provider: row.provider,
      hash: row.hash,
      browser: row.browser,
      nonce: db.cipher.open(row.nonce, place("nonce", row.id)),
      verifier: db.cipher.open(row.verifier, place("verifier", row.id)),
      userId: row.user_id as UserId | null,
      expiresAt: row.expires_at,
    };
  }
  function fromProviderAttempt(providerAttempt: ProviderAttempt): ProviderAttemptRow {
    return {
      id: providerAttempt.id,
      created_at: providerAttempt.createdAt,
      updated_at: providerAttempt.updatedAt,
      version: providerAttempt.version,
      provider: providerAttempt.provider,
      hash: providerAttempt.hash,
      browser: providerAttempt.browser,
      nonce: db.cipher.seal(providerAttempt.nonce, place("nonce", providerAttempt.id)),
      verifier: db.cipher.seal(providerAttempt.verifier, place("verifier", providerAttempt.id)),
      user_id: providerAttempt.userId,
      expires_at: providerAttempt.expiresAt,
    };
  }

  const findOne = db.statement((query, param: Placeholders<{ id: string }>) =>
    query.selectFrom("provider_attempts").select(providerAttemptColumns).where("id", "=", param.id),
  );
  const listed = db.list((query) => query.selectFrom("provider_attempts").select(providerAttemptColumns), providerAttemptList);
  const insertOne = db.statement((query, param: Placeholders<ProviderAttemptRow>) =>
    query.insertInto("provider_attempts").values({
      id: param.id,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      provider: param.provider,
      hash: param.hash,
      browser: param.browser,
      nonce: param.nonce,
      verifier: param.verifier,
      user_id: param.user_id,
      expires_at: param.expires_at,
    }),
  );
  const updateOne = db.statement((query, param: Placeholders<ProviderAttemptRow & { expectedVersion: number }>) =>
    query
      .updateTable("provider_attempts")
      .set({
        updated_at: param.updated_at,
        version: param.version,
        provider: param.provider,
        expires_at: param.expires_at,
      })
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ id: string; expectedVersion: number }>) =>
    query.deleteFrom("provider_attempts").where("id", "=", param.id).where("version", "=", param.expectedVersion),
  );
  const findByHashQuery = db.statement((query, param: Placeholders<{ hash: string }>) =>
    query.selectFrom("provider_attempts").select(providerAttemptColumns).where("hash", "=", param.hash),
  );
  const conflict = uniqueConflict("ProviderAttempt", providerAttemptUnique);

  async function existing(ctx: Context, id: string): Promise<ProviderAttempt> {
    const row = await findOne.first(ctx, { id });
    if (row === undefined) throw missing("ProviderAttempt", id);
    return toProviderAttempt(row);
  }

  return {
    find: (ctx, id) => after(findOne.first(ctx, { id }), (row) => row && toProviderAttempt(row)),
    list: (ctx, query) => listed.page(ctx, {}, query, toProviderAttempt),
    async insert(ctx, input) {
      const providerAttempt = newProviderAttempt(input);
      await insertOne.run(ctx, fromProviderAttempt(providerAttempt)).catch(conflict);
      return providerAttempt;
    },
    async update(ctx, id, patch, expected) {
      const before = await existing(ctx, id);
      checkVersion("ProviderAttempt", before, expected);
      const providerAttempt = changedProviderAttempt(before, patch);
      const row = { ...fromProviderAttempt(providerAttempt), expectedVersion: before.version };
      changedOne("ProviderAttempt", id, await updateOne.run(ctx, row));
      return providerAttempt;
    },
    async delete(ctx, id, expected) {
      const providerAttempt = await existing(ctx, id);
      checkVersion("ProviderAttempt", providerAttempt, expected);
      const row = { id, expectedVersion: providerAttempt.version };
      changedOne("ProviderAttempt", id, await deleteOne.run(ctx, row));
      return providerAttempt;
    },
    async findByHash(ctx, hash) {
      const row = await findByHashQuery.first(ctx, { hash });
      return row && toProviderAttempt(row);
    },
  };
}

const identityColumns = [
  "id",
  "created_by",
  "created_at",
  "updated_at",
  "version",
  "provider",
  "subject",
  "email",
  "last_used_at",
] as const;

type IdentityRow = Pick<Selectable<AuthSqliteTables["identities"]>, (typeof identityColumns)[number]>;

function toIdentity(row: IdentityRow): Identity {
  return {
    id: row.id as IdentityId,
    createdBy: row.created_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
    provider: row.provider,
    subject: row.subject,
    email: row.email,
    lastUsedAt: row.last_used_at,
  };
}

function fromIdentity(identity: Identity): IdentityRow {
  return {
    id: identity.id,
    created_by: identity.createdBy,
    created_at: identity.createdAt,
    updated_at: identity.updatedAt,
    version: identity.version,
    provider: identity.provider,
    subject: identity.subject,
    email: identity.email,
    last_used_at: identity.lastUsedAt,
  };
}

export function sqliteIdentities(db: SqlDatabase<AuthSqliteTables>): IdentityRepository {
  const findOne = db.statement((query, param: Placeholders<{ created_by: string; id: string }>) =>
    query.selectFrom("identities").select(identityColumns).where("created_by", "=", param.created_by).where("id", "=", param.id),
  );
  const listed = db.list(
    (query, param: Placeholders<{ created_by: string }>) =>
      query.selectFrom("identities").select(identityColumns).where("created_by", "=", param.created_by),
    identityList,
  );
  const insertOne = db.statement((query, param: Placeholders<IdentityRow>) =>
    query.insertInto("identities").values({
      id: param.id,
      created_by: param.created_by,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      provider: param.provider,
      subject: param.subject,
      email: param.email,
      last_used_at: param.last_used_at,
    }),
  );
  const updateOne = db.statement((query, param: Placeholders<IdentityRow & { expectedVersion: number }>) =>
    query
      .updateTable("identities")
      .set({
        updated_at: param.updated_at,
        version: param.version,
        email: param.email,
        last_used_at: param.last_used_at,
      })
      .where("created_by", "=", param.created_by)
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ created_by: string; id: string; expectedVersion: number }>) =>
    query
      .deleteFrom("identities")
      .where("created_by", "=", param.created_by)
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const findBySubjectQuery = db.statement((query, param: Placeholders<{ provider: string; subject: string }>) =>
    query.selectFrom("identities").select(identityColumns).where("provider", "=", param.provider).where("subject", "=", param.subject),
  );
  const listAllQuery = db.statement((query, param: Placeholders<{ created_by: string }>) =>
    query.selectFrom("identities").select(identityColumns).where("created_by", "=", param.created_by).orderBy("created_at").orderBy("id"),
  );
  const conflict = uniqueConflict("Identity", identityUnique);

  async function existing(ctx: Context, id: string): Promise<Identity> {
    const row = await findOne.first(ctx, { created_by: ownerUser(ctx), id });
    if (row === undefined) throw missing("Identity", id);
    return toIdentity(row);
  }

  return {
    async find(ctx, id) {
      const row = await findOne.first(ctx, { created_by: ownerUser(ctx), id });
      return row && toIdentity(row);
    },
    list: (ctx, query) => listed.page(ctx, { created_by: ownerUser(ctx) }, query, toIdentity),
    async insert(ctx, input) {
      const identity = newIdentity(ctx, input);
      await insertOne.run(ctx, fromIdentity(identity)).catch(conflict);
      return identity;
    },
    async update(ctx, id, patch, expected) {
      const before = await existing(ctx, id);
      checkVersion("Identity", before, expected);
      const identity = changedIdentity(before, patch);
      const row = { ...fromIdentity(identity), created_by: ownerUser(ctx), expectedVersion: before.version };
      changedOne("Identity", id, await updateOne.run(ctx, row));
      return identity;
    },
    async delete(ctx, id, expected) {
      const identity = await existing(ctx, id);
      checkVersion("Identity", identity, expected);
      const row = { created_by: ownerUser(ctx), id, expectedVersion: identity.version };
      changedOne("Identity", id, await deleteOne.run(ctx, row));
      return identity;
    },
    async findBySubject(ctx, provider, subject) {
      const row = await findBySubjectQuery.first(acrossOrganizations(ctx), { provider, subject });
      return row && toIdentity(row);
    },
    async listAll(ctx) {
      const rows = await listAllQuery.all(ctx, { created_by: ownerUser(ctx) });
      return rows.map(toIdentity);
    },
  };
}

const deviceSignInColumns = [
  "id",
  "created_at",
  "updated_at",
  "version",
  "client",
  "address",
  "hash",
  "user_code_hash",
  "state",
  "user_id",
  "session_id",
  "methods",
  "interval",
  "asked_at",
  "expires_at",
] as const;

type DeviceSignInRow = Pick<Selectable<AuthSqliteTables["device_sign_ins"]>, (typeof deviceSignInColumns)[number]>;

function toDeviceSignIn(row: DeviceSignInRow): DeviceSignIn {
  return {
    id: row.id as DeviceSignInId,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
    client: row.client,
    address: row.address,
    hash: row.hash,
    userCodeHash: row.user_code_hash,
    state: row.state as DeviceSignIn["state"],
    userId: row.user_id as UserId | null,
    sessionId: row.session_id as SessionId | null,
    methods: JSON.parse(row.methods) as readonly string[],
    interval: row.interval,
    askedAt: row.asked_at,
    expiresAt: row.expires_at,
  };
}

function fromDeviceSignIn(deviceSignIn: DeviceSignIn): DeviceSignInRow {
  return {
    id: deviceSignIn.id,
    created_at: deviceSignIn.createdAt,
    updated_at: deviceSignIn.updatedAt,
    version: deviceSignIn.version,
    client: deviceSignIn.client,
    address: deviceSignIn.address,
    hash: deviceSignIn.hash,
    user_code_hash: deviceSignIn.userCodeHash,
    state: deviceSignIn.state,
    user_id: deviceSignIn.userId,
    session_id: deviceSignIn.sessionId,
    methods: JSON.stringify(deviceSignIn.methods),
    interval: deviceSignIn.interval,
    asked_at: deviceSignIn.askedAt,
    expires_at: deviceSignIn.expiresAt,
  };
}

export function sqliteDeviceSignIns(db: SqlDatabase<AuthSqliteTables>): DeviceSignInRepository {
  const findOne = db.statement((query, param: Placeholders<{ id: string }>) =>
    query.selectFrom("device_sign_ins").select(deviceSignInColumns).where("id", "=", param.id),
  );
  const listed = db.list((query) => query.selectFrom("device_sign_ins").select(deviceSignInColumns), deviceSignInList);
  const insertOne = db.statement((query, param: Placeholders<DeviceSignInRow>) =>
    query.insertInto("device_sign_ins").values({
      id: param.id,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      client: param.client,
      address: param.address,
      hash: param.hash,
      user_code_hash: param.user_code_hash,
      state: param.state,
      user_id: param.user_id,
      session_id: param.session_id,
      methods: param.methods,
      interval: param.interval,
      asked_at: param.asked_at,
      expires_at: param.expires_at,
    }),
  );
  const updateOne = db.statement((query, param: Placeholders<DeviceSignInRow & { expectedVersion: number }>) =>
    query
      .updateTable("device_sign_ins")
      .set({
        updated_at: param.updated_at,
        version: param.version,
        state: param.state,
        user_id: param.user_id,
        session_id: param.session_id,
        methods: param.methods,
        interval: param.interval,
        asked_at: param.asked_at,
        expires_at: param.expires_at,
      })
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ id: string; expectedVersion: number }>) =>
    query.deleteFrom("device_sign_ins").where("id", "=", param.id).where("version", "=", param.expectedVersion),
  );
  const findByHashQuery = db.statement((query, param: Placeholders<{ hash: string }>) =>
    query.selectFrom("device_sign_ins").select(deviceSignInColumns).where("hash", "=", param.hash),
  );
  const findByUserCodeQuery = db.statement((query, param: Placeholders<{ user_code_hash: string }>) =>
    query.selectFrom("device_sign_ins").select(deviceSignInColumns).where("user_code_hash", "=", param.user_code_hash),
  );
  const conflict = uniqueConflict("DeviceSignIn", deviceSignInUnique);

  async function existing(ctx: Context, id: string): Promise<DeviceSignIn> {
    const row = await findOne.first(ctx, { id });
    if (row === undefined) throw missing("DeviceSignIn", id);
    return toDeviceSignIn(row);
  }

  return {
    find: (ctx, id) => after(findOne.first(ctx, { id }), (row) => row && toDeviceSignIn(row)),
    list: (ctx, query) => listed.page(ctx, {}, query, toDeviceSignIn),
    async insert(ctx, input) {
      const deviceSignIn = newDeviceSignIn(input);
      await insertOne.run(ctx, fromDeviceSignIn(deviceSignIn)).catch(conflict);
      return deviceSignIn;
    },
    async update(ctx, id, patch, expected) {
      const before = await existing(ctx, id);
      checkVersion("DeviceSignIn", before, expected);
      const deviceSignIn = changedDeviceSignIn(before, patch);
      const row = { ...fromDeviceSignIn(deviceSignIn), expectedVersion: before.version };
      changedOne("DeviceSignIn", id, await updateOne.run(ctx, row));
      return deviceSignIn;
    },
    async delete(ctx, id, expected) {
      const deviceSignIn = await existing(ctx, id);
      checkVersion("DeviceSignIn", deviceSignIn, expected);
      const row = { id, expectedVersion: deviceSignIn.version };
      changedOne("DeviceSignIn", id, await deleteOne.run(ctx, row));
      return deviceSignIn;
    },
    async findByHash(ctx, hash) {
      const row = await findByHashQuery.first(ctx, { hash });
      return row && toDeviceSignIn(row);
    },
    async findByUserCode(ctx, userCodeHash) {
      const row = await findByUserCodeQuery.first(ctx, { user_code_hash: userCodeHash });
      return row && toDeviceSignIn(row);
    },
  };
}

const totpColumns = ["id", "created_at", "updated_at", "version", "user_id", "secret", "confirmed_at", "last_step"] as const;

type TotpRow = Pick<Selectable<AuthSqliteTables["totps"]>, (typeof totpColumns)[number]>;

export function sqliteTotps(db: SqlDatabase<AuthSqliteTables>): TotpRepository {
  const place = (column: string, id: string) => ({ table: "totps", column, id });

  function toTotp(row: TotpRow): Totp {
    return {
      id: row.id as TotpId,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
      version: row.version,
      userId: row.user_id as UserId,
      secret: db.cipher.open(row.secret, place("secret", row.id)),
      confirmedAt: row.confirmed_at,
      lastStep: row.last_step,
    };
  }
  function fromTotp(totp: Totp): TotpRow {
    return {
      id: totp.id,
      created_at: totp.createdAt,
      updated_at: totp.updatedAt,
      version: totp.version,
      user_id: totp.userId,
      secret: db.cipher.seal(totp.secret, place("secret", totp.id)),
      confirmed_at: totp.confirmedAt,
      last_step: totp.lastStep,
    };
  }

  const findOne = db.statement((query, param: Placeholders<{ id: string }>) =>
    query.selectFrom("totps").select(totpColumns).where("id", "=", param.id),
  );
  const listed = db.list((query) => query.selectFrom("totps").select(totpColumns), totpList);
  const insertOne = db.statement((query, param: Placeholders<TotpRow>) =>
    query.insertInto("totps").values({
      id: param.id,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      user_id: param.user_id,
      secret: param.secret,
      confirmed_at: param.confirmed_at,
      last_step: param.last_step,
    }),
  );
  const updateOne = db.statement((query, param: Placeholders<TotpRow & { expectedVersion: number }>) =>
    query
      .updateTable("totps")
      .set({
        updated_at: param.updated_at,
        version: param.version,
        confirmed_at: param.confirmed_at,
        last_step: param.last_step,
      })
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ id: string; expectedVersion: number }>) =>
    query.deleteFrom("totps").where("id", "=", param.id).where("version", "=", param.expectedVersion),
  );
  const findOfUserQuery = db.statement((query, param: Placeholders<{ user_id: string }>) =>
    query.selectFrom("totps").select(totpColumns).where("user_id", "=", param.user_id),
  );
  const conflict = uniqueConflict("Totp", totpUnique);

  async function existing(ctx: Context, id: string): Promise<Totp> {
    const row = await findOne.first(ctx, { id });
    if (row === undefined) throw missing("Totp", id);
    return toTotp(row);
  }

  return {
    find: (ctx, id) => after(findOne.first(ctx, { id }), (row) => row && toTotp(row)),
    list: (ctx, query) => listed.page(ctx, {}, query, toTotp),
    async insert(ctx, input) {
      const totp = newTotp(input);
      await insertOne.run(ctx, fromTotp(totp)).catch(conflict);
      return totp;
    },
    async update(ctx, id, patch, expected) {
      const before = await existing(ctx, id);
      checkVersion("Totp", before, expected);
      const totp = changedTotp(before, patch);
      const row = { ...fromTotp(totp), expectedVersion: before.version };
      changedOne("Totp", id, await updateOne.run(ctx, row));
      return totp;
    },
    async delete(ctx, id, expected) {
      const totp = await existing(ctx, id);
      checkVersion("Totp", totp, expected);
      const row = { id, expectedVersion: totp.version };
      changedOne("Totp", id, await deleteOne.run(ctx, row));
      return totp;
    },
    async findOfUser(ctx, userId) {
      const row = await findOfUserQuery.first(ctx, { user_id: userId });
      return row && toTotp(row);
    },
  };
}

const recoveryCodeColumns = ["id", "created_at", "updated_at", "version", "user_id", "hash"] as const;

type RecoveryCodeRow = Pick<Selectable<AuthSqliteTables["recovery_codes"]>, (typeof recoveryCodeColumns)[number]>;

function toRecoveryCode(row: RecoveryCodeRow): RecoveryCode {
  return {
    id: row.id as RecoveryCodeId,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
    userId: row.user_id as UserId,
    hash: row.hash,
  };
}

function fromRecoveryCode(recoveryCode: RecoveryCode): RecoveryCodeRow {
  return {
    id: recoveryCode.id,
    created_at: recoveryCode.createdAt,
    updated_at: recoveryCode.updatedAt,
    version: recoveryCode.version,
    user_id: recoveryCode.userId,
    hash: recoveryCode.hash,
  };
}

export function sqliteRecoveryCodes(db: SqlDatabase<AuthSqliteTables>): RecoveryCodeRepository {
  const findOne = db.statement((query, param: Placeholders<{ id: string }>) =>
    query.selectFrom("recovery_codes").select(recoveryCodeColumns).where("id", "=", param.id),
  );
  const listed = db.list((query) => query.selectFrom("recovery_codes").select(recoveryCodeColumns), recoveryCodeList);
  const insertOne = db.statement((query, param: Placeholders<RecoveryCodeRow>) =>
    query.insertInto("recovery_codes").values({
      id: param.id,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      user_id: param.user_id,
      hash: param.hash,
    }),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ id: string; expectedVersion: number }>) =>
    query.deleteFrom("recovery_codes").where("id", "=", param.id).where("version", "=", param.expectedVersion),
  );
  const findOfUserQuery = db.statement((query, param: Placeholders<{ user_id: string; hash: string }>) =>
    query.selectFrom("recovery_codes").select(recoveryCodeColumns).where("user_id", "=", param.user_id).where("hash", "=", param.hash),
  );
  const listOfUserQuery = db.statement((query, param: Placeholders<{ user_id: string }>) =>
    query.selectFrom("recovery_codes").select(recoveryCodeColumns).where("user_id", "=", param.user_id).orderBy("created_at").orderBy("id"),
  );
  const conflict = uniqueConflict("RecoveryCode", recoveryCodeUnique);

  async function existing(ctx: Context, id: string): Promise<RecoveryCode> {
    const row = await findOne.first(ctx, { id });
    if (row === undefined) throw missing("RecoveryCode", id);
    return toRecoveryCode(row);
  }

  return {
    find: (ctx, id) => after(findOne.first(ctx, { id }), (row) => row && toRecoveryCode(row)),
    list: (ctx, query) => listed.page(ctx, {}, query, toRecoveryCode),
    async insert(ctx, input) {
      const recoveryCode = newRecoveryCode(input);
      await insertOne.run(ctx, fromRecoveryCode(recoveryCode)).catch(conflict);
      return recoveryCode;
    },
    async delete(ctx, id, expected) {
      const recoveryCode = await existing(ctx, id);
      checkVersion("RecoveryCode", recoveryCode, expected);
      const row = { id, expectedVersion: recoveryCode.version };
      changedOne("RecoveryCode", id, await deleteOne.run(ctx, row));
      return recoveryCode;
    },
    async findOfUser(ctx, userId, hash) {
      const row = await findOfUserQuery.first(ctx, { user_id: userId, hash });
      return row && toRecoveryCode(row);
    },
    async listOfUser(ctx, userId) {
      const rows = await listOfUserQuery.all(ctx, { user_id: userId });
      return rows.map(toRecoveryCode);
    },
  };
}

const trustedDeviceColumns = ["id", "created_by", "created_at", "updated_at", "version", "hash", "device", "expires_at"] as const;

type TrustedDeviceRow = Pick<Selectable<AuthSqliteTables["trusted_devices"]>, (typeof trustedDeviceColumns)[number]>;

function toTrustedDevice(row: TrustedDeviceRow): TrustedDevice {
  return {
    id: row.id as TrustedDeviceId,
    createdBy: row.created_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
    hash: row.hash,
    device: row.device,
    expiresAt: row.expires_at,
  };
}

function fromTrustedDevice(trustedDevice: TrustedDevice): TrustedDeviceRow {
  return {
    id: trustedDevice.id,
    created_by: trustedDevice.createdBy,
    created_at: trustedDevice.createdAt,
    updated_at: trustedDevice.updatedAt,
    version: trustedDevice.version,
    hash: trustedDevice.hash,
    device: trustedDevice.device,
    expires_at: trustedDevice.expiresAt,
  };
}

export function sqliteTrustedDevices(db: SqlDatabase<AuthSqliteTables>): TrustedDeviceRepository {
  const findOne = db.statement((query, param: Placeholders<{ created_by: string; id: string }>) =>
    query.selectFrom("trusted_devices").select(trustedDeviceColumns).where("created_by", "=", param.created_by).where("id", "=", param.id),
  );
  const listed = db.list(
    (query, param: Placeholders<{ created_by: string }>) =>
      query.selectFrom("trusted_devices").select(trustedDeviceColumns).where("created_by", "=", param.created_by),
    trustedDeviceList,
  );
  const insertOne = db.statement((query, param: Placeholders<TrustedDeviceRow>) =>
    query.insertInto("trusted_devices").values({
      id: param.id,
      created_by: param.created_by,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      hash: param.hash,
      device: param.device,
      expires_at: param.expires_at,
    }),
  );
  const updateOne = db.statement((query, param: Placeholders<TrustedDeviceRow & { expectedVersion: number }>) =>
    query
      .updateTable("trusted_devices")
      .set({
        updated_at: param.updated_at,
        version: param.version,
        device: param.device,
        expires_at: param.expires_at,
      })
      .where("created_by", "=", param.created_by)
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ created_by: string; id: string; expectedVersion: number }>) =>
    query
      .deleteFrom("trusted_devices")
      .where("created_by", "=", param.created_by)
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const findByHashQuery = db.statement((query, param: Placeholders<{ created_by: string; hash: string }>) =>
    query
      .selectFrom("trusted_devices")
      .select(trustedDeviceColumns)
      .where("created_by", "=", param.created_by)
      .where("hash", "=", param.hash),
  );
  const listAllQuery = db.statement((query, param: Placeholders<{ created_by: string }>) =>
    query
      .selectFrom("trusted_devices")
      .select(trustedDeviceColumns)
      .where("created_by", "=", param.created_by)
      .orderBy("created_at")
      .orderBy("id"),
  );
  const conflict = uniqueConflict("TrustedDevice", trustedDeviceUnique);

  async function existing(ctx: Context, id: string): Promise<TrustedDevice> {
    const row = await findOne.first(ctx, { created_by: ownerUser(ctx), id });
    if (row === undefined) throw missing("TrustedDevice", id);
    return toTrustedDevice(row);
  }

  return {
    async find(ctx, id) {
      const row = await findOne.first(ctx, { created_by: ownerUser(ctx), id });
      return row && toTrustedDevice(row);
    },
    list: (ctx, query) => listed.page(ctx, { created_by: ownerUser(ctx) }, query, toTrustedDevice),
    async insert(ctx, input) {
      const trustedDevice = newTrustedDevice(ctx, input);
      await insertOne.run(ctx, fromTrustedDevice(trustedDevice)).catch(conflict);
      return trustedDevice;
    },
    async update(ctx, id, patch, expected) {
      const before = await existing(ctx, id);
      checkVersion("TrustedDevice", before, expected);
      const trustedDevice = changedTrustedDevice(before, patch);
      const row = { ...fromTrustedDevice(trustedDevice), created_by: ownerUser(ctx), expectedVersion: before.version };
      changedOne("TrustedDevice", id, await updateOne.run(ctx, row));
      return trustedDevice;
    },
    async delete(ctx, id, expected) {
      const trustedDevice = await existing(ctx, id);
      checkVersion("TrustedDevice", trustedDevice, expected);
      const row = { created_by: ownerUser(ctx), id, expectedVersion: trustedDevice.version };
      changedOne("TrustedDevice", id, await deleteOne.run(ctx, row));
      return trustedDevice;
    },
    async findByHash(ctx, hash) {
      const row = await findByHashQuery.first(ctx, { created_by: ownerUser(ctx), hash });
      return row && toTrustedDevice(row);
    },
    async listAll(ctx) {
      const rows = await listAllQuery.all(ctx, { created_by: ownerUser(ctx) });
      return rows.map(toTrustedDevice);
    },
  };
}

const challengeColumns = ["id", "created_at", "updated_at", "version", "purpose", "hash", "user_id", "methods", "expires_at"] as const;

type ChallengeRow = Pick<Selectable<AuthSqliteTables["challenges"]>, (typeof challengeColumns)[number]>;

function toChallenge(row: ChallengeRow): Challenge {
  return {
    id: row.id as ChallengeId,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
    purpose: row.purpose as Challenge["purpose"],
    hash: row.hash,
    userId: row.user_id as UserId | null,
    methods: JSON.parse(row.methods) as readonly string[],
    expiresAt: row.expires_at,
  };
}

function fromChallenge(challenge: Challenge): ChallengeRow {
  return {
    id: challenge.id,
    created_at: challenge.createdAt,
    updated_at: challenge.updatedAt,
    version: challenge.version,
    purpose: challenge.purpose,
    hash: challenge.hash,
    user_id: challenge.userId,
    methods: JSON.stringify(challenge.methods),
    expires_at: challenge.expiresAt,
  };
}

export function sqliteChallenges(db: SqlDatabase<AuthSqliteTables>): ChallengeRepository {
  const findOne = db.statement((query, param: Placeholders<{ id: string }>) =>
    query.selectFrom("challenges").select(challengeColumns).where("id", "=", param.id),
  );
  const listed = db.list((query) => query.selectFrom("challenges").select(challengeColumns), challengeList);
  const insertOne = db.statement((query, param: Placeholders<ChallengeRow>) =>
    query.insertInto("challenges").values({
      id: param.id,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      purpose: param.purpose,
      hash: param.hash,
      user_id: param.user_id,
      methods: param.methods,
      expires_at: param.expires_at,
    }),
  );
  const updateOne = db.statement((query, param: Placeholders<ChallengeRow & { expectedVersion: number }>) =>
    query
      .updateTable("challenges")
      .set({
        updated_at: param.updated_at,
        version: param.version,
        purpose: param.purpose,
        methods: param.methods,
        expires_at: param.expires_at,
      })
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ id: string; expectedVersion: number }>) =>
    query.deleteFrom("challenges").where("id", "=", param.id).where("version", "=", param.expectedVersion),
  );
  const findByHashQuery = db.statement((query, param: Placeholders<{ hash: string }>) =>
    query.selectFrom("challenges").select(challengeColumns).where("hash", "=", param.hash),
  );
  const conflict = uniqueConflict("Challenge", challengeUnique);

  async function existing(ctx: Context, id: string): Promise<Challenge> {
    const row = await findOne.first(ctx, { id });
    if (row === undefined) throw missing("Challenge", id);
    return toChallenge(row);
  }

  return {
    find: (ctx, id) => after(findOne.first(ctx, { id }), (row) => row && toChallenge(row)),
    list: (ctx, query) => listed.page(ctx, {}, query, toChallenge),
    async insert(ctx, input) {
      const challenge = newChallenge(input);
      await insertOne.run(ctx, fromChallenge(challenge)).catch(conflict);
      return challenge;
    },
    async update(ctx, id, patch, expected) {
      const before = await existing(ctx, id);
      checkVersion("Challenge", before, expected);
      const challenge = changedChallenge(before, patch);
      const row = { ...fromChallenge(challenge), expectedVersion: before.version };
      changedOne("Challenge", id, await updateOne.run(ctx, row));
      return challenge;
    },
    async delete(ctx, id, expected) {
      const challenge = await existing(ctx, id);
      checkVersion("Challenge", challenge, expected);
      const row = { id, expectedVersion: challenge.version };
      changedOne("Challenge", id, await deleteOne.run(ctx, row));
      return challenge;
    },
    async findByHash(ctx, hash) {
      const row = await findByHashQuery.first(ctx, { hash });
      return row && toChallenge(row);
    },
  };
}

const passkeyColumns = [
  "id",
  "created_by",
  "created_at",
  "updated_at",
  "version",
  "name",
  "credential_id",
  "public_key",
  "counter",
  "transports",
  "synced",
  "last_used_at",
] as const;

type PasskeyRow = Pick<Selectable<AuthSqliteTables["passkeys"]>, (typeof passkeyColumns)[number]>;

function toPasskey(row: PasskeyRow): Passkey {
  return {
    id: row.id as PasskeyId,
    createdBy: row.created_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
    name: row.name,
    credentialId: row.credential_id,
    publicKey: row.public_key,
    counter: row.counter,
    transports: JSON.parse(row.transports) as readonly string[],
    synced: row.synced === 1,
    lastUsedAt: row.last_used_at,
  };
}

function fromPasskey(passkey: Passkey): PasskeyRow {
  return {
    id: passkey.id,
    created_by: passkey.createdBy,
    created_at: passkey.createdAt,
    updated_at: passkey.updatedAt,
    version: passkey.version,
    name: passkey.name,
    credential_id: passkey.credentialId,
    public_key: passkey.publicKey,
    counter: passkey.counter,
    transports: JSON.stringify(passkey.transports),
    synced: Number(passkey.synced),
    last_used_at: passkey.lastUsedAt,
  };
}

export function sqlitePasskeys(db: SqlDatabase<AuthSqliteTables>): PasskeyRepository {
  const findOne = db.statement((query, param: Placeholders<{ created_by: string; id: string }>) =>
    query.selectFrom("passkeys").select(passkeyColumns).where("created_by", "=", param.created_by).where("id", "=", param.id),
  );
  const listed = db.list(
    (query, param: Placeholders<{ created_by: string }>) =>
      query.selectFrom("passkeys").select(passkeyColumns).where("created_by", "=", param.created_by),
    passkeyList,
  );
  const insertOne = db.statement((query, param: Placeholders<PasskeyRow>) =>
    query.insertInto("passkeys").values({
      id: param.id,
      created_by: param.created_by,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      name: param.name,
      credential_id: param.credential_id,
      public_key: param.public_key,
      counter: param.counter,
      transports: param.transports,
      synced: param.synced,
      last_used_at: param.last_used_at,
    }),
  );
  const updateOne = db.statement((query, param: Placeholders<PasskeyRow & { expectedVersion: number }>) =>
    query
      .updateTable("passkeys")
      .set({
        updated_at: param.updated_at,
        version: param.version,
        name: param.name,
        counter: param.counter,
        transports: param.transports,
        synced: param.synced,
        last_used_at: param.last_used_at,
      })
      .where("created_by", "=", param.created_by)
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ created_by: string; id: string; expectedVersion: number }>) =>
    query
      .deleteFrom("passkeys")
      .where("created_by", "=", param.created_by)
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const findByCredentialQuery = db.statement((query, param: Placeholders<{ credential_id: string }>) =>
    query.selectFrom("passkeys").select(passkeyColumns).where("credential_id", "=", param.credential_id),
  );
  const listAllQuery = db.statement((query, param: Placeholders<{ created_by: string }>) =>
    query.selectFrom("passkeys").select(passkeyColumns).where("created_by", "=", param.created_by).orderBy("created_at").orderBy("id"),
  );
  const conflict = uniqueConflict("Passkey", passkeyUnique);

  async function existing(ctx: Context, id: string): Promise<Passkey> {
    const row = await findOne.first(ctx, { created_by: ownerUser(ctx), id });
    if (row === undefined) throw missing("Passkey", id);
    return toPasskey(row);
  }

  return {
    async find(ctx, id) {
      const row = await findOne.first(ctx, { created_by: ownerUser(ctx), id });
      return row && toPasskey(row);
    },
    list: (ctx, query) => listed.page(ctx, { created_by: ownerUser(ctx) }, query, toPasskey),
    async insert(ctx, input) {
      const passkey = newPasskey(ctx, input);
      await insertOne.run(ctx, fromPasskey(passkey)).catch(conflict);
      return passkey;
    },
    async update(ctx, id, patch, expected) {
      const before = await existing(ctx, id);
      checkVersion("Passkey", before, expected);
      const passkey = changedPasskey(before, patch);
      const row = { ...fromPasskey(passkey), created_by: ownerUser(ctx), expectedVersion: before.version };
      changedOne("Passkey", id, await updateOne.run(ctx, row));
      return passkey;
    },
    async delete(ctx, id, expected) {
      const passkey = await existing(ctx, id);
      checkVersion("Passkey", passkey, expected);
      const row = { created_by: ownerUser(ctx), id, expectedVersion: passkey.version };
      changedOne("Passkey", id, await deleteOne.run(ctx, row));
      return passkey;
    },
    async findByCredential(ctx, credentialId) {
      const row = await findByCredentialQuery.first(acrossOrganizations(ctx), { credential_id: credentialId });
      return row && toPasskey(row);
    },
    async listAll(ctx) {
      const rows = await listAllQuery.all(ctx, { created_by: ownerUser(ctx) });
      return rows.map(toPasskey);
    },
  };
}

const signUpColumns = [
  "id",
  "created_at",
  "updated_at",
  "version",
  "email",
  "name",
  "organization",
  "password_hash",
  "hash",
  "expires_at",
] as const;

type SignUpRow = Pick<Selectable<AuthSqliteTables["sign_ups"]>, (typeof signUpColumns)[number]>;

function toSignUp(row: SignUpRow): SignUp {
  return {
    id: row.id as SignUpId,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
    email: row.email,
    name: row.name,
    organization: row.organization,
    passwordHash: row.password_hash,
    hash: row.hash,
    expiresAt: row.expires_at,
  };
}

function fromSignUp(signUp: SignUp): SignUpRow {
  return {
    id: signUp.id,
    created_at: signUp.createdAt,
    updated_at: signUp.updatedAt,
    version: signUp.version,
    email: signUp.email,
    name: signUp.name,
    organization: signUp.organization,
    password_hash: signUp.passwordHash,
    hash: signUp.hash,
    expires_at: signUp.expiresAt,
  };
}

export function sqliteSignUps(db: SqlDatabase<AuthSqliteTables>): SignUpRepository {
  const findOne = db.statement((query, param: Placeholders<{ id: string }>) =>
    query.selectFrom("sign_ups").select(signUpColumns).where("id", "=", param.id),
  );
  const listed = db.list((query) => query.selectFrom("sign_ups").select(signUpColumns), signUpList);
  const insertOne = db.statement((query, param: Placeholders<SignUpRow>) =>
    query.insertInto("sign_ups").values({
      id: param.id,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      email: param.email,
      name: param.name,
      organization: param.organization,
      password_hash: param.password_hash,
      hash: param.hash,
      expires_at: param.expires_at,
    }),
  );
  const updateOne = db.statement((query, param: Placeholders<SignUpRow & { expectedVersion: number }>) =>
    query
      .updateTable("sign_ups")
      .set({
        updated_at: param.updated_at,
        version: param.version,
        hash: param.hash,
      })
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ id: string; expectedVersion: number }>) =>
    query.deleteFrom("sign_ups").where("id", "=", param.id).where("version", "=", param.expectedVersion),
  );
  const findByHashQuery = db.statement((query, param: Placeholders<{ hash: string }>) =>
    query.selectFrom("sign_ups").select(signUpColumns).where("hash", "=", param.hash),
  );
  const conflict = uniqueConflict("SignUp", signUpUnique);

  async function existing(ctx: Context, id: string): Promise<SignUp> {
    const row = await findOne.first(ctx, { id });
    if (row === undefined) throw missing("SignUp", id);
    return toSignUp(row);
  }

  return {
    find: (ctx, id) => after(findOne.first(ctx, { id }), (row) => row && toSignUp(row)),
    list: (ctx, query) => listed.page(ctx, {}, query, toSignUp),
    async insert(ctx, input) {
      const signUp = newSignUp(input);
      await insertOne.run(ctx, fromSignUp(signUp)).catch(conflict);
      return signUp;
    },
    async update(ctx, id, patch, expected) {
      const before = await existing(ctx, id);
      checkVersion("SignUp", before, expected);
      const signUp = changedSignUp(before, patch);
      const row = { ...fromSignUp(signUp), expectedVersion: before.version };
      changedOne("SignUp", id, await updateOne.run(ctx, row).catch(conflict));
      return signUp;
    },
    async delete(ctx, id, expected) {
      const signUp = await existing(ctx, id);
      checkVersion("SignUp", signUp, expected);
      const row = { id, expectedVersion: signUp.version };
      changedOne("SignUp", id, await deleteOne.run(ctx, row));
      return signUp;
    },
    async findByHash(ctx, hash) {
      const row = await findByHashQuery.first(ctx, { hash });
      return row && toSignUp(row);
    },
  };
}

const knownBrowserColumns = ["id", "created_by", "created_at", "updated_at", "version", "hash", "expires_at"] as const;

type KnownBrowserRow = Pick<Selectable<AuthSqliteTables["known_browsers"]>, (typeof knownBrowserColumns)[number]>;

function toKnownBrowser(row: KnownBrowserRow): KnownBrowser {
  return {
    id: row.id as KnownBrowserId,
    createdBy: row.created_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
    hash: row.hash,
    expiresAt: row.expires_at,
  };
}

function fromKnownBrowser(knownBrowser: KnownBrowser): KnownBrowserRow {
  return {
    id: knownBrowser.id,
    created_by: knownBrowser.createdBy,
    created_at: knownBrowser.createdAt,
    updated_at: knownBrowser.updatedAt,
    version: knownBrowser.version,
    hash: knownBrowser.hash,
    expires_at: knownBrowser.expiresAt,
  };
}

export function sqliteKnownBrowsers(db: SqlDatabase<AuthSqliteTables>): KnownBrowserRepository {
  const findOne = db.statement((query, param: Placeholders<{ created_by: string; id: string }>) =>
    query.selectFrom("known_browsers").select(knownBrowserColumns).where("created_by", "=", param.created_by).where("id", "=", param.id),
  );
  const listed = db.list(
    (query, param: Placeholders<{ created_by: string }>) =>
      query.selectFrom("known_browsers").select(knownBrowserColumns).where("created_by", "=", param.created_by),
    knownBrowserList,
  );
  const insertOne = db.statement((query, param: Placeholders<KnownBrowserRow>) =>
    query.insertInto("known_browsers").values({
      id: param.id,
      created_by: param.created_by,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      hash: param.hash,
      expires_at: param.expires_at,
    }),
  );
  const updateOne = db.statement((query, param: Placeholders<KnownBrowserRow & { expectedVersion: number }>) =>
    query
      .updateTable("known_browsers")
      .set({
        updated_at: param.updated_at,
        version: param.version,
        expires_at: param.expires_at,
      })
      .where("created_by", "=", param.created_by)
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ created_by: string; id: string; expectedVersion: number }>) =>
    query
      .deleteFrom("known_browsers")
      .where("created_by", "=", param.created_by)
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const findByHashQuery = db.statement((query, param: Placeholders<{ hash: string }>) =>
    query.selectFrom("known_browsers").select(knownBrowserColumns).where("hash", "=", param.hash),
  );
  const listAllQuery = db.statement((query, param: Placeholders<{ created_by: string }>) =>
    query
      .selectFrom("known_browsers")
      .select(knownBrowserColumns)
      .where("created_by", "=", param.created_by)
      .orderBy("created_at")
      .orderBy("id"),
  );
  const conflict = uniqueConflict("KnownBrowser", knownBrowserUnique);

  async function existing(ctx: Context, id: string): Promise<KnownBrowser> {
    const row = await findOne.first(ctx, { created_by: ownerUser(ctx), id });
    if (row === undefined) throw missing("KnownBrowser", id);
    return toKnownBrowser(row);
  }

  return {
    async find(ctx, id) {
      const row = await findOne.first(ctx, { created_by: ownerUser(ctx), id });
      return row && toKnownBrowser(row);
    },
    list: (ctx, query) => listed.page(ctx, { created_by: ownerUser(ctx) }, query, toKnownBrowser),
    async insert(ctx, input) {
      const knownBrowser = newKnownBrowser(ctx, input);
      await insertOne.run(ctx, fromKnownBrowser(knownBrowser)).catch(conflict);
      return knownBrowser;
    },
    async update(ctx, id, patch, expected) {
      const before = await existing(ctx, id);
      checkVersion("KnownBrowser", before, expected);
      const knownBrowser = changedKnownBrowser(before, patch);
      const row = { ...fromKnownBrowser(knownBrowser), created_by: ownerUser(ctx), expectedVersion: before.version };
      changedOne("KnownBrowser", id, await updateOne.run(ctx, row));
      return knownBrowser;
    },
    async delete(ctx, id, expected) {
      const knownBrowser = await existing(ctx, id);
      checkVersion("KnownBrowser", knownBrowser, expected);
      const row = { created_by: ownerUser(ctx), id, expectedVersion: knownBrowser.version };
      changedOne("KnownBrowser", id, await deleteOne.run(ctx, row));
      return knownBrowser;
    },
    async findByHash(ctx, hash) {
      const row = await findByHashQuery.first(acrossOrganizations(ctx), { hash });
      return row && toKnownBrowser(row);
    },
    async listAll(ctx) {
      const rows = await listAllQuery.all(ctx, { created_by: ownerUser(ctx) });
      return rows.map(toKnownBrowser);
    },
  };
}

const userColumns = [
  "id",
  "created_at",
  "updated_at",
  "version",
  "email",
  "email_verified_at",
  "second_factor",
  "name",
  "password_hash",
  "administrator",
  "disabled_at",
] as const;

type UserRow = Pick<Selectable<AuthSqliteTables["users"]>, (typeof userColumns)[number]>;

function toUser(row: UserRow): User {
  return {
    id: row.id as UserId,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
    email: row.email,
    emailVerifiedAt: row.email_verified_at,
    secondFactor: row.second_factor === 1,
    name: row.name,
    passwordHash: row.password_hash,
    administrator: row.administrator === 1,
    disabledAt: row.disabled_at,
  };
}

function fromUser(user: User): UserRow {
  return {
    id: user.id,
    created_at: user.createdAt,
    updated_at: user.updatedAt,
    version: user.version,
    email: user.email,
    email_verified_at: user.emailVerifiedAt,
    second_factor: Number(user.secondFactor),
    name: user.name,
    password_hash: user.passwordHash,
    administrator: Number(user.administrator),
    disabled_at: user.disabledAt,
  };
}

export function sqliteUsers(db: SqlDatabase<AuthSqliteTables>): UserRepository {
  const findOne = db.statement((query, param: Placeholders<{ id: string }>) =>
    query.selectFrom("users").select(userColumns).where("id", "=", param.id),
  );
  const listed = db.list((query) => query.selectFrom("users").select(userColumns), userList);
  const insertOne = db.statement((query, param: Placeholders<UserRow>) =>
    query.insertInto("users").values({
      id: param.id,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      email: param.email,
      email_verified_at: param.email_verified_at,
      second_factor: param.second_factor,
      name: param.name,
      password_hash: param.password_hash,
      administrator: param.administrator,
      disabled_at: param.disabled_at,
    }),
  );
  const updateOne = db.statement((query, param: Placeholders<UserRow & { expectedVersion: number }>) =>
    query
      .updateTable("users")
      .set({
        updated_at: param.updated_at,
        version: param.version,
        email: param.email,
        email_verified_at: param.email_verified_at,
        second_factor: param.second_factor,
        name: param.name,
        password_hash: param.password_hash,
        administrator: param.administrator,
        disabled_at: param.disabled_at,
      })
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ id: string; expectedVersion: number }>) =>
    query.deleteFrom("users").where("id", "=", param.id).where("version", "=", param.expectedVersion),
  );
  const countAllQuery = db.statement((query) => query.selectFrom("users").select((eb) => eb.fn.countAll<number>().as("count")));
  const findByEmailQuery = db.statement((query, param: Placeholders<{ email: string }>) =>
    query.selectFrom("users").select(userColumns).where("email", "=", param.email),
  );
  const conflict = uniqueConflict("User", userUnique);

  async function existing(ctx: Context, id: string): Promise<User> {
    const row = await findOne.first(ctx, { id });
    if (row === undefined) throw missing("User", id);
    return toUser(row);
  }

  return {
    find: (ctx, id) => after(findOne.first(ctx, { id }), (row) => row && toUser(row)),
    list: (ctx, query) => listed.page(ctx, {}, query, toUser),
    async insert(ctx, input) {
      const user = newUser(input);
      await insertOne.run(ctx, fromUser(user)).catch(conflict);
      return user;
    },
    async update(ctx, id, patch, expected) {
      const before = await existing(ctx, id);
      checkVersion("User", before, expected);
      const user = changedUser(before, patch);
      const row = { ...fromUser(user), expectedVersion: before.version };
      changedOne("User", id, await updateOne.run(ctx, row).catch(conflict));
      return user;
    },
    async delete(ctx, id, expected) {
      const user = await existing(ctx, id);
      checkVersion("User", user, expected);
      const row = { id, expectedVersion: user.version };
      changedOne("User", id, await deleteOne.run(ctx, row));
      return user;
    },
    async countAll(ctx) {
      const row = await countAllQuery.first(ctx, {});
      return row?.count ?? 0;
    },
    async findByEmail(ctx, email) {
      const row = await findByEmailQuery.first(ctx, { email });
      return row && toUser(row);
    },
  };
}

const sessionColumns = [
  "id",
  "created_by",
  "created_at",
  "updated_at",
  "version",
  "signed_in_at",
  "organization",
  "device",
  "address",
  "methods",
  "csrf_hash",
  "expires_at",
  "last_used_at",
] as const;

type SessionRow = Pick<Selectable<AuthSqliteTables["sessions"]>, (typeof sessionColumns)[number]>;

function toSession(row: SessionRow): Session {
  return {
    id: row.id as SessionId,
    createdBy: row.created_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
    signedInAt: row.signed_in_at,
    organization: row.organization,
    device: row.device,
    address: row.address,
    methods: JSON.parse(row.methods) as readonly string[],
    csrfHash: row.csrf_hash,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
  };
}

function fromSession(session: Session): SessionRow {
  return {
    id: session.id,
    created_by: session.createdBy,
    created_at: session.createdAt,
    updated_at: session.updatedAt,
    version: session.version,
    signed_in_at: session.signedInAt,
    organization: session.organization,
    device: session.device,
    address: session.address,
    methods: JSON.stringify(session.methods),
    csrf_hash: session.csrfHash,
    expires_at: session.expiresAt,
    last_used_at: session.lastUsedAt,
  };
}

export function sqliteSessions(db: SqlDatabase<AuthSqliteTables>): SessionRepository {
  const findOne = db.statement((query, param: Placeholders<{ created_by: string; id: string }>) =>
    query.selectFrom("sessions").select(sessionColumns).where("created_by", "=", param.created_by).where("id", "=", param.id),
  );
  const listed = db.list(
    (query, param: Placeholders<{ created_by: string }>) =>
      query.selectFrom("sessions").select(sessionColumns).where("created_by", "=", param.created_by),
    sessionList,
  );
  const insertOne = db.statement((query, param: Placeholders<SessionRow>) =>
    query.insertInto("sessions").values({
      id: param.id,
      created_by: param.created_by,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      signed_in_at: param.signed_in_at,
      organization: param.organization,
      device: param.device,
      address: param.address,
      methods: param.methods,
      csrf_hash: param.csrf_hash,
      expires_at: param.expires_at,
      last_used_at: param.last_used_at,
    }),
  );
  const updateOne = db.statement((query, param: Placeholders<SessionRow & { expectedVersion: number }>) =>
    query
      .updateTable("sessions")
      .set({
        updated_at: param.updated_at,
        version: param.version,
        organization: param.organization,
        device: param.device,
        address: param.address,
        methods: param.methods,
        expires_at: param.expires_at,
        last_used_at: param.last_used_at,
      })
      .where("created_by", "=", param.created_by)
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ created_by: string; id: string; expectedVersion: number }>) =>
    query
      .deleteFrom("sessions")
      .where("created_by", "=", param.created_by)
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const listAllQuery = db.statement((query, param: Placeholders<{ created_by: string }>) =>
    query.selectFrom("sessions").select(sessionColumns).where("created_by", "=", param.created_by).orderBy("last_used_at").orderBy("id"),
  );

  async function existing(ctx: Context, id: string): Promise<Session> {
    const row = await findOne.first(ctx, { created_by: ownerUser(ctx), id });
    if (row === undefined) throw missing("Session", id);
    return toSession(row);
  }

  return {
    async find(ctx, id) {
      const row = await findOne.first(ctx, { created_by: ownerUser(ctx), id });
      return row && toSession(row);
    },
    list: (ctx, query) => listed.page(ctx, { created_by: ownerUser(ctx) }, query, toSession),
    async insert(ctx, input) {
      const session = newSession(ctx, input);
      await insertOne.run(ctx, fromSession(session));
      return session;
    },
    async update(ctx, id, patch, expected) {
      const before = await existing(ctx, id);
      checkVersion("Session", before, expected);
      const session = changedSession(before, patch);
      const row = { ...fromSession(session), created_by: ownerUser(ctx), expectedVersion: before.version };
      changedOne("Session", id, await updateOne.run(ctx, row));
      return session;
    },
    async delete(ctx, id, expected) {
      const session = await existing(ctx, id);
      checkVersion("Session", session, expected);
      const row = { created_by: ownerUser(ctx), id, expectedVersion: session.version };
      changedOne("Session", id, await deleteOne.run(ctx, row));
      return session;
    },
    async listAll(ctx) {
      const rows = await listAllQuery.all(ctx, { created_by: ownerUser(ctx) });
      return rows.map(toSession);
    },
  };
}

const serviceTokenColumns = [
  "id",
  "organization_id",
  "created_by",
  "created_at",
  "updated_at",
  "version",
  "name",
  "hash",
  "owner_id",
  "permissions",
  "expires_at",
  "last_used_at",
] as const;

type ServiceTokenRow = Pick<Selectable<AuthSqliteTables["service_tokens"]>, (typeof serviceTokenColumns)[number]>;

function toServiceToken(row: ServiceTokenRow): ServiceToken {
  return {
    id: row.id as ServiceTokenId,
    organizationId: row.organization_id,
    createdBy: row.created_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
    name: row.name,
    hash: row.hash,
    ownerId: row.owner_id,
    permissions: JSON.parse(row.permissions) as readonly string[],
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
  };
}

function fromServiceToken(serviceToken: ServiceToken): ServiceTokenRow {
  return {
    id: serviceToken.id,
    organization_id: serviceToken.organizationId,
    created_by: serviceToken.createdBy,
    created_at: serviceToken.createdAt,
    updated_at: serviceToken.updatedAt,
    version: serviceToken.version,
    name: serviceToken.name,
    hash: serviceToken.hash,
    owner_id: serviceToken.ownerId,
    permissions: JSON.stringify(serviceToken.permissions),
    expires_at: serviceToken.expiresAt,
    last_used_at: serviceToken.lastUsedAt,
  };
}

export function sqliteServiceTokens(db: SqlDatabase<AuthSqliteTables>): ServiceTokenRepository {
  const findOne = db.statement((query, param: Placeholders<{ organization_id: string; id: string }>) =>
    query
      .selectFrom("service_tokens")
      .select(serviceTokenColumns)
      .where("organization_id", "=", param.organization_id)
      .where("id", "=", param.id),
  );
  const listed = db.list(
    (query, param: Placeholders<{ organization_id: string }>) =>
      query.selectFrom("service_tokens").select(serviceTokenColumns).where("organization_id", "=", param.organization_id),
    serviceTokenList,
  );
  const insertOne = db.statement((query, param: Placeholders<ServiceTokenRow>) =>
    query.insertInto("service_tokens").values({
      id: param.id,
      organization_id: param.organization_id,
      created_by: param.created_by,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      name: param.name,
      hash: param.hash,
      owner_id: param.owner_id,
      permissions: param.permissions,
      expires_at: param.expires_at,
      last_used_at: param.last_used_at,
    }),
  );
  const updateOne = db.statement((query, param: Placeholders<ServiceTokenRow & { expectedVersion: number }>) =>
    query
      .updateTable("service_tokens")
      .set({
        updated_at: param.updated_at,
        version: param.version,
        name: param.name,
        permissions: param.permissions,
        expires_at: param.expires_at,
        last_used_at: param.last_used_at,
      })
      .where("organization_id", "=", param.organization_id)
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ organization_id: string; id: string; expectedVersion: number }>) =>
    query
      .deleteFrom("service_tokens")
      .where("organization_id", "=", param.organization_id)
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const findByHashQuery = db.statement((query, param: Placeholders<{ hash: string }>) =>
    query.selectFrom("service_tokens").select(serviceTokenColumns).where("hash", "=", param.hash),
  );
  const listOfOwnerQuery = db.statement((query, param: Placeholders<{ organization_id: string; owner_id: string }>) =>
    query
      .selectFrom("service_tokens")
      .select(serviceTokenColumns)
      .where("organization_id", "=", param.organization_id)
      .where("owner_id", "=", param.owner_id)
      .orderBy("created_at")
      .orderBy("id"),
  );
  const conflict = uniqueConflict("ServiceToken", serviceTokenUnique);

  async function existing(ctx: Context, id: string): Promise<ServiceToken> {
    const row = await findOne.first(ctx, { organization_id: ctx.organization, id });
    if (row === undefined) throw missing("ServiceToken", id);
    return toServiceToken(row);
  }

  return {
    find: (ctx, id) => after(findOne.first(ctx, { organization_id: ctx.organization, id }), (row) => row && toServiceToken(row)),
    list: (ctx, query) => listed.page(ctx, { organization_id: ctx.organization }, query, toServiceToken),
    async insert(ctx, input) {
      const serviceToken = newServiceToken(ctx, input);
      await insertOne.run(ctx, fromServiceToken(serviceToken)).catch(conflict);
      return serviceToken;
    },
    async update(ctx, id, patch, expected) {
      const before = await existing(ctx, id);
      checkVersion("ServiceToken", before, expected);
      const serviceToken = changedServiceToken(before, patch);
      const row = { ...fromServiceToken(serviceToken), organization_id: ctx.organization, expectedVersion: before.version };
      changedOne("ServiceToken", id, await updateOne.run(ctx, row));
      return serviceToken;
    },
    async delete(ctx, id, expected) {
      const serviceToken = await existing(ctx, id);
      checkVersion("ServiceToken", serviceToken, expected);
      const row = { organization_id: ctx.organization, id, expectedVersion: serviceToken.version };
      changedOne("ServiceToken", id, await deleteOne.run(ctx, row));
      return serviceToken;
    },
    async findByHash(ctx, hash) {
      const row = await findByHashQuery.first(acrossOrganizations(ctx), { hash });
      return row && toServiceToken(row);
    },
    async listOfOwner(ctx, ownerId) {
      const rows = await listOfOwnerQuery.all(ctx, { organization_id: ctx.organization, owner_id: ownerId });
      return rows.map(toServiceToken);
    },
  };
}

const refreshTokenColumns = [
  "id",
  "created_at",
  "updated_at",
  "version",
  "hash",
  "session_id",
  "user_id",
  "expires_at",
  "used_at",
  "successor_id",
] as const;

type RefreshTokenRow = Pick<Selectable<AuthSqliteTables["refresh_tokens"]>, (typeof refreshTokenColumns)[number]>;

function toRefreshToken(row: RefreshTokenRow): RefreshToken {
  return {
    id: row.id as RefreshTokenId,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
    hash: row.hash,
    sessionId: row.session_id as SessionId,
    userId: row.user_id as UserId,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
    successorId: row.successor_id as RefreshTokenId | null,
  };
}

function fromRefreshToken(refreshToken: RefreshToken): RefreshTokenRow {
  return {
    id: refreshToken.id,
    created_at: refreshToken.createdAt,
    updated_at: refreshToken.updatedAt,
    version: refreshToken.version,
    hash: refreshToken.hash,
    session_id: refreshToken.sessionId,
    user_id: refreshToken.userId,
    expires_at: refreshToken.expiresAt,
    used_at: refreshToken.usedAt,
    successor_id: refreshToken.successorId,
  };
}

export function sqliteRefreshTokens(db: SqlDatabase<AuthSqliteTables>): RefreshTokenRepository {
  const findOne = db.statement((query, param: Placeholders<{ id: string }>) =>
    query.selectFrom("refresh_tokens").select(refreshTokenColumns).where("id", "=", param.id),
  );
  const listed = db.list((query) => query.selectFrom("refresh_tokens").select(refreshTokenColumns), refreshTokenList);
  const insertOne = db.statement((query, param: Placeholders<RefreshTokenRow>) =>
    query.insertInto("refresh_tokens").values({
      id: param.id,
      created_at: param.created_at,
      updated_at: param.updated_at,
      version: param.version,
      hash: param.hash,
      session_id: param.session_id,
      user_id: param.user_id,
      expires_at: param.expires_at,
      used_at: param.used_at,
      successor_id: param.successor_id,
    }),
  );
  const updateOne = db.statement((query, param: Placeholders<RefreshTokenRow & { expectedVersion: number }>) =>
    query
      .updateTable("refresh_tokens")
      .set({
        updated_at: param.updated_at,
        version: param.version,
        expires_at: param.expires_at,
        used_at: param.used_at,
        successor_id: param.successor_id,
      })
      .where("id", "=", param.id)
      .where("version", "=", param.expectedVersion),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ id: string; expectedVersion: number }>) =>
    query.deleteFrom("refresh_tokens").where("id", "=", param.id).where("version", "=", param.expectedVersion),
  );
  const findByHashQuery = db.statement((query, param: Placeholders<{ hash: string }>) =>
    query.selectFrom("refresh_tokens").select(refreshTokenColumns).where("hash", "=", param.hash),
  );
  const conflict = uniqueConflict("RefreshToken", refreshTokenUnique);

  async function existing(ctx: Context, id: string): Promise<RefreshToken> {
    const row = await findOne.first(ctx, { id });
    if (row === undefined) throw missing("RefreshToken", id);
    return toRefreshToken(row);
  }

  return {
    find: (ctx, id) => after(findOne.first(ctx, { id }), (row) => row && toRefreshToken(row)),
    list: (ctx, query) => listed.page(ctx, {}, query, toRefreshToken),
    async insert(ctx, input) {
      const refreshToken = newRefreshToken(input);
      await insertOne.run(ctx, fromRefreshToken(refreshToken)).catch(conflict);
      return refreshToken;
    },
    async update(ctx, id, patch, expected) {
      const before = await existing(ctx, id);
      checkVersion("RefreshToken", before, expected);
      const refreshToken = changedRefreshToken(before, patch);
      const row = { ...fromRefreshToken(refreshToken), expectedVersion: before.version };
      changedOne("RefreshToken", id, await updateOne.run(ctx, row));
      return refreshToken;
    },
    async delete(ctx, id, expected) {
      const refreshToken = await existing(ctx, id);
      checkVersion("RefreshToken", refreshToken, expected);
      const row = { id, expectedVersion: refreshToken.version };
      changedOne("RefreshToken", id, await deleteOne.run(ctx, row));
      return refreshToken;
    },
    async findByHash(ctx, hash) {
      const row = await findByHashQuery.first(ctx, { hash });
      return row && toRefreshToken(row);
    },
  };
}
