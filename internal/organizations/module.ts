import type { OrganizationsModule } from "../../generated/organizations/service.gen.ts";
import { startPruning } from "../core/database/pruning.ts";
import { organizationsService } from "./organizations-service.ts";
import { purgeDeleted } from "./purge-deleted.ts";

export default {
  service: organizationsService,

  start: async (parts) =>
    startPruning([{ name: "deleted organizations", prune: () => purgeDeleted(parts) }], parts.core.system("organizations", "")),
} satisfies OrganizationsModule;
