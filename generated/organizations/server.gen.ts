// Made from openapi/organizations.yaml. Do not edit: change the spec and run `npm run generate`.
import { listQuery } from "../../internal/core/http/lists.ts";
import type { OperationTable } from "../../internal/core/http/operation.ts";
import { idInPath } from "../../internal/core/validation/parameters.ts";
import type { OrganizationsService } from "./service.gen.ts";
import type { MembershipFilter, MembershipSort } from "./types.gen.ts";
import { listMembershipsParameters, organizationRename } from "./validators.gen.ts";

export const organizationsOperations: OperationTable<OrganizationsService> = [
  {
    id: "listMemberships",
    method: "get",
    path: "/members",
    permission: "organizations.read",
    tenant: true,
    status: 200,
    parameters: listMembershipsParameters,
    call: (service, ctx, { params }) => service.listMemberships(ctx, listQuery<MembershipFilter, MembershipSort>(params)),
  },
  {
    id: "getMembership",
    method: "get",
    path: "/members/{id}",
    permission: "organizations.read",
    tenant: true,
    status: 200,
    parameters: idInPath,
    etag: true,
    call: (service, ctx, { params }) => service.getMembership(ctx, params.id),
  },
  {
    id: "getOrganization",
    method: "get",
    path: "/organization",
    permission: "organizations.read",
    tenant: true,
    status: 200,
    etag: true,
    call: (service, ctx) => service.getOrganization(ctx),
  },
  {
    id: "renameOrganization",
    method: "patch",
    path: "/organization",
    permission: "organizations.write",
    tenant: true,
    status: 200,
    body: { required: true, validator: organizationRename },
    etag: true,
    call: (service, ctx, { body }) => service.renameOrganization(ctx, { body }),
  },
];
