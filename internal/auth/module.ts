import type { AuthModule } from "../../generated/auth/service.gen.ts";
import type { AuthSqliteTables } from "../../generated/auth/tables.gen.ts";
import type { SqlDatabase } from "../core/database/database.ts";
import { startPruning } from "../core/database/pruning.ts";
import { authService } from "./auth-service.ts";
import { ended } from "./prune.ts";

export default {
  service: authService,
  start: async ({ core }) => startPruning(ended(core.database as SqlDatabase<AuthSqliteTables>, core.now), core.system("auth", "")),
} satisfies AuthModule;
