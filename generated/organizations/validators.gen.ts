// Made from openapi/organizations.yaml. Do not edit: change the spec and run `npm run generate`.
import { listParameters } from "../../internal/core/http/lists.ts";
import { array } from "../../internal/core/validation/array.ts";
import { number } from "../../internal/core/validation/number.ts";
import { object, optional, required } from "../../internal/core/validation/object.ts";
import { textParameter } from "../../internal/core/validation/parameters.ts";
import { string } from "../../internal/core/validation/string.ts";
import { anyOf } from "../../internal/core/validation/unions.ts";
import type { Validator } from "../../internal/core/validation/validator.ts";
import { boolean, id, nullable } from "../../internal/core/validation/values.ts";
import type {
  FeatureSwitch,
  InvitationToken,
  NewInvitation,
  OrganizationRename,
  PermissionNames,
  RoleCreate,
  RoleIds,
  RoleList,
  RolePatch,
  SettingValue,
  SettingValues,
  TeamCreate,
  TeamPatch,
  Transfer,
} from "./types.gen.ts";

export const roleIds: Validator<RoleIds> = array(string({ maxLength: 40, minLength: 1 }), { maxItems: 20, minItems: 1, uniqueItems: true });

export const newInvitation: Validator<NewInvitation> = object<NewInvitation>(
  {
    email: required(string({ format: "email", maxLength: 254 })),
    roles: required(roleIds),
    teams: optional(array(string({ maxLength: 40 }), { maxItems: 20, uniqueItems: true })),
  },
  { additional: false },
);

export const invitationToken: Validator<InvitationToken> = object<InvitationToken>(
  { token: required(string({ maxLength: 200, minLength: 1 })) },
  { additional: false },
);

export const roleList: Validator<RoleList> = object<RoleList>({ roles: required(roleIds) }, { additional: false });

export const organizationRename: Validator<OrganizationRename> = object<OrganizationRename>(
  { name: required(string({ maxLength: 100, minLength: 1 })) },
  { additional: false },
);

export const featureSwitch: Validator<FeatureSwitch> = object<FeatureSwitch>({ enabled: required(boolean()) }, { additional: false });

export const settingValue: Validator<SettingValue> = anyOf(string({ maxLength: 1000 }), number(), boolean());

export const settingValues: Validator<SettingValues> = object<SettingValues>(
  {},
  { maxProperties: 100, additional: nullable(settingValue) },
);

export const transfer: Validator<Transfer> = object<Transfer>({ memberId: required(id("mb")) }, { additional: false });

export const permissionNames: Validator<PermissionNames> = array(string({ maxLength: 100, minLength: 1 }), {
  maxItems: 500,
  minItems: 1,
  uniqueItems: true,
});

export const roleCreate: Validator<RoleCreate> = object<RoleCreate>(
  {
    name: required(string({ maxLength: 60, minLength: 1 })),
    description: optional(nullable(string({ maxLength: 500 }))),
    permissions: required(permissionNames),
  },
  { additional: false },
);

export const rolePatch: Validator<RolePatch> = object<RolePatch>(
  {
    name: optional(string({ maxLength: 60, minLength: 1 })),
    description: optional(nullable(string({ maxLength: 500 }))),
    permissions: optional(permissionNames),
  },
  { additional: false },
);

export const teamCreate: Validator<TeamCreate> = object<TeamCreate>(
  { name: required(string({ maxLength: 60, minLength: 1 })), description: optional(nullable(string({ maxLength: 500 }))) },
  { additional: false },
);

export const teamPatch: Validator<TeamPatch> = object<TeamPatch>(
  { name: optional(string({ maxLength: 60, minLength: 1 })), description: optional(nullable(string({ maxLength: 500 }))) },
  { additional: false },
);

export const listInvitationsParameters = listParameters({ email: "text" }, ["email", "createdAt", "expiresAt"]);

export const resendInvitationParameters = { id: textParameter("path", "id", { maxLength: 40, required: true }) };

export const listMembershipsParameters = listParameters({ name: "text", email: "text" }, ["name", "createdAt"]);

export const setMemberRolesParameters = { id: textParameter("path", "id", { maxLength: 40, required: true }) };

export const deleteOrganizationParameters = { name: textParameter("query", "name", { maxLength: 100, required: true }) };

export const switchFeatureParameters = { name: textParameter("path", "name", { maxLength: 100, required: true }) };

export const undeleteOrganizationParameters = { id: textParameter("path", "id", { maxLength: 40, required: true }) };

export const listRolesParameters = listParameters({ name: "text" }, ["name", "createdAt"]);

export const deleteRoleParameters = {
  id: textParameter("path", "id", { maxLength: 40, required: true }),
  replaceBy: textParameter("query", "replaceBy", { maxLength: 40 }),
};

export const listTeamMembersParameters = listParameters({ teamId: "exact", membershipId: "exact" }, []);

export const listTeamsParameters = listParameters({ name: "text" }, ["name", "createdAt"]);

export const addTeamMemberParameters = {
  id: textParameter("path", "id", { maxLength: 40, required: true }),
  memberId: textParameter("path", "memberId", { maxLength: 40, required: true }),
};

export const removeTeamMemberParameters = {
  id: textParameter("path", "id", { maxLength: 40, required: true }),
  memberId: textParameter("path", "memberId", { maxLength: 40, required: true }),
};
