// Made from openapi/organizations.yaml. Do not edit: change the spec and run `npm run generate`.
import { listParameters } from "../../internal/core/http/lists.ts";
import { textParameter } from "../../internal/core/validation/parameters.ts";
import { id, object, required, string } from "../../internal/core/validation/schemas.ts";
import type { Validator } from "../../internal/core/validation/validator.ts";
import type { NewOrganization, OrganizationRename } from "./types.gen.ts";

export const newOrganization: Validator<NewOrganization> = object<NewOrganization>({
  name: required(string({ maxLength: 100, minLength: 1 })),
  userId: required(id("us")),
  userName: required(string({ maxLength: 100 })),
  email: required(string({ maxLength: 254 })),
});

export const organizationRename: Validator<OrganizationRename> = object<OrganizationRename>({
  name: required(string({ maxLength: 100, minLength: 1 })),
});

export const membershipsOfUserParameters = { userId: textParameter("path", "userId", { required: true }) };

export const listMembershipsParameters = listParameters({ name: "text", email: "text" }, ["name", "createdAt"]);

export const getMembershipParameters = { id: textParameter("path", "id", { required: true }) };
