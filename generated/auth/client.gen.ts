// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Remote } from "../../internal/core/http/remote.ts";
import type { AuthService } from "./service.gen.ts";

/** Auth as another process serves it: the same interface, the same problems. */
export function authClient(remote: Remote): AuthService {
  return {
    joinOrganization: (ctx, input) =>
      remote.call(ctx, {
        method: "post",
        path: "/auth/invitations/accept",
        body: input.body,
        answer: "reply",
        reads: { "Set-Cookie": { list: "text" } },
      }),
    getMe: (ctx) => remote.call(ctx, { method: "get", path: "/auth/me" }),
    changeMe: (ctx, input) => remote.call(ctx, { method: "patch", path: "/auth/me", body: input.body }),
    foundOrganization: (ctx, input) =>
      remote.call(ctx, {
        method: "post",
        path: "/auth/organizations",
        body: input.body,
        answer: "reply",
        reads: { "Set-Cookie": { list: "text" } },
      }),
    changePassword: (ctx, input) => remote.call(ctx, { method: "post", path: "/auth/password", body: input.body, answer: "none" }),
    refresh: (ctx, input) =>
      remote.call(ctx, {
        method: "post",
        path: "/auth/refresh",
        headers: { "X-CSRF-Token": input.xCsrfToken },
        cookies: { archwright_refresh: input.archwrightRefresh },
        body: input.body,
        answer: "reply",
        reads: { "Set-Cookie": { list: "text" } },
      }),
    register: (ctx, input) =>
      remote.call(ctx, {
        method: "post",
        path: "/auth/register",
        body: input.body,
        answer: "reply",
        reads: { "Set-Cookie": { list: "text" } },
      }),
    listServiceTokens: (ctx) => remote.call(ctx, { method: "get", path: "/auth/service-tokens" }),
    createServiceToken: (ctx, input) => remote.call(ctx, { method: "post", path: "/auth/service-tokens", body: input.body }),
    revokeServiceToken: (ctx, input) =>
      remote.call(ctx, { method: "delete", path: "/auth/service-tokens/{id}", params: { id: input.id }, answer: "none" }),
    listSessions: (ctx, query) => remote.call(ctx, { method: "get", path: "/auth/sessions", list: query }),
    deleteSession: (ctx, id, expected) =>
      remote.call(ctx, { method: "delete", path: "/auth/sessions/{id}", params: { id }, expected, answer: "none" }),
    getSetup: (ctx) => remote.call(ctx, { method: "get", path: "/auth/setup" }),
    signIn: (ctx, input) =>
      remote.call(ctx, {
        method: "post",
        path: "/auth/sign-in",
        body: input.body,
        answer: "reply",
        reads: { "Set-Cookie": { list: "text" } },
      }),
    signOut: (ctx) =>
      remote.call(ctx, { method: "post", path: "/auth/sign-out", answer: "reply", reads: { "Set-Cookie": { list: "text" } } }),
    signOutEverywhere: (ctx, input) =>
      remote.call(ctx, {
        method: "post",
        path: "/auth/sign-out/everywhere",
        body: input.body,
        answer: "reply",
        reads: { "Set-Cookie": { list: "text" } },
      }),
    switchOrganization: (ctx, input) =>
      remote.call(ctx, {
        method: "post",
        path: "/auth/switch",
        body: input.body,
        answer: "reply",
        reads: { "Set-Cookie": { list: "text" } },
      }),
    serviceTokenStanding: (ctx, input) => remote.invoke(ctx, "serviceTokenStanding", input),
    sessionStanding: (ctx, input) => remote.invoke(ctx, "sessionStanding", input),
    listOrganizationServiceTokens: (ctx) => remote.call(ctx, { method: "get", path: "/organization/service-tokens" }),
    createOrganizationServiceToken: (ctx, input) =>
      remote.call(ctx, { method: "post", path: "/organization/service-tokens", body: input.body }),
    revokeOrganizationServiceToken: (ctx, input) =>
      remote.call(ctx, { method: "delete", path: "/organization/service-tokens/{id}", params: { id: input.id }, answer: "none" }),
  };
}
