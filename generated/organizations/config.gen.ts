// Made from openapi/organizations.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Setting } from "../../internal/core/modules/domain.ts";

export interface OrganizationsConfig {}

export const organizationsSettings: readonly Setting[] = [];
