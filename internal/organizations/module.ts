import type { OrganizationsModule } from "../../generated/organizations/service.gen.ts";
import { organizationsService } from "./organizations-service.ts";

export default { service: organizationsService } satisfies OrganizationsModule;
