// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Remote } from "../../internal/core/http/remote.ts";
import type { AuthService } from "./service.gen.ts";

/** Auth as another process serves it: the same interface, the same problems. */
export function authClient(remote: Remote): AuthService {
  return {
    getMe: (ctx) => remote.call(ctx, { method: "get", path: "/auth/me" }),
    refresh: (ctx, input) =>
      remote.call(ctx, {
        method: "post",
        path: "/auth/refresh",
        cookies: { archwright_refresh: input.archwrightRefresh },
        body: input.body,
        answer: "reply",
      }),
    register: (ctx, input) => remote.call(ctx, { method: "post", path: "/auth/register", body: input.body, answer: "reply" }),
    getSetup: (ctx) => remote.call(ctx, { method: "get", path: "/auth/setup" }),
    signIn: (ctx, input) => remote.call(ctx, { method: "post", path: "/auth/sign-in", body: input.body, answer: "reply" }),
    signOut: (ctx) => remote.call(ctx, { method: "post", path: "/auth/sign-out", answer: "reply" }),
  };
}
