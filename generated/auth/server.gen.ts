// Made from openapi/auth.yaml. Do not edit: change the spec and run `npm run generate`.
import type { OperationTable } from "../../internal/core/http/operation.ts";
import type { AuthService } from "./service.gen.ts";
import { credentials, refresh, refreshParameters, registration } from "./validators.gen.ts";

export const authOperations: OperationTable<AuthService> = [
  {
    id: "getMe",
    method: "get",
    path: "/auth/me",
    permission: "authenticated",
    tenant: false,
    status: 200,
    call: (service, ctx) => service.getMe(ctx),
  },
  {
    id: "refresh",
    method: "post",
    path: "/auth/refresh",
    permission: "public",
    tenant: false,
    status: 200,
    parameters: refreshParameters,
    body: { required: false, validator: refresh },
    answer: "reply",
    call: (service, ctx, { params, body }) => service.refresh(ctx, { archwrightRefresh: params.archwrightRefresh, body }),
  },
  {
    id: "register",
    method: "post",
    path: "/auth/register",
    permission: "public",
    tenant: false,
    status: 201,
    body: { required: true, validator: registration },
    answer: "reply",
    call: (service, ctx, { body }) => service.register(ctx, { body }),
  },
  {
    id: "getSetup",
    method: "get",
    path: "/auth/setup",
    permission: "public",
    tenant: false,
    status: 200,
    call: (service, ctx) => service.getSetup(ctx),
  },
  {
    id: "signIn",
    method: "post",
    path: "/auth/sign-in",
    permission: "public",
    tenant: false,
    status: 200,
    body: { required: true, validator: credentials },
    answer: "reply",
    call: (service, ctx, { body }) => service.signIn(ctx, { body }),
  },
  {
    id: "signOut",
    method: "post",
    path: "/auth/sign-out",
    permission: "authenticated",
    tenant: false,
    status: 204,
    answer: "reply",
    call: (service, ctx) => service.signOut(ctx),
  },
];
