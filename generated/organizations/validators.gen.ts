// Made from openapi/organizations.yaml. Do not edit: change the spec and run `npm run generate`.
import { listParameters } from "../../internal/core/http/lists.ts";
import { object, required } from "../../internal/core/validation/object.ts";
import { string } from "../../internal/core/validation/string.ts";
import type { Validator } from "../../internal/core/validation/validator.ts";
import type { OrganizationRename } from "./types.gen.ts";

export const organizationRename: Validator<OrganizationRename> = object<OrganizationRename>({
  name: required(string({ maxLength: 100, minLength: 1 })),
});

export const listMembershipsParameters = listParameters({ name: "text", email: "text" }, ["name", "createdAt"]);
