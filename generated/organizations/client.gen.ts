// Made from openapi/organizations.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Remote } from "../../internal/core/http/remote.ts";
import type { OrganizationsService } from "./service.gen.ts";

/** Organizations as another process serves it: the same interface, the same problems. */
export function organizationsClient(remote: Remote): OrganizationsService {
  return {
    createOrganization: (ctx, input) => remote.invoke(ctx, "createOrganization", input),
    membershipsOfUser: (ctx, input) => remote.invoke(ctx, "membershipsOfUser", input),
    listMemberships: (ctx, query) => remote.call(ctx, { method: "get", path: "/members", list: query }),
    getMembership: (ctx, id) => remote.call(ctx, { method: "get", path: "/members/{id}", params: { id } }),
    getOrganization: (ctx) => remote.call(ctx, { method: "get", path: "/organization" }),
    renameOrganization: (ctx, input) => remote.call(ctx, { method: "patch", path: "/organization", body: input.body }),
  };
}
