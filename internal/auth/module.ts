import type { AuthModule } from "../../generated/auth/service.gen.ts";
import type { AuthSqliteTables } from "../../generated/auth/tables.gen.ts";
import type { SqlDatabase } from "../core/database/database.ts";
import { startPruning } from "../core/database/pruning.ts";
import { authService } from "./auth-service.ts";
import { ended } from "./prune.ts";
import { removeTokensOf } from "./service-tokens.ts";
import { authTools } from "./tools.ts";

export default {
  service: authService,

  consumers: (parts) => {
    const { linkRequests, signUps } = authTools(parts);
    return {
      onLinkRequestCreated: (ctx, { aggregate }) => linkRequests.answer(ctx, aggregate),
      onSignUpCreated: (ctx, { aggregate }) => signUps.answer(ctx, aggregate),
      // They are worth nothing already; were they left, they would be worth something again when their maker comes back.
      onMembershipDeleted: (ctx, { data }) => removeTokensOf(parts, { ...ctx, organization: data.organizationId }, data.userId),
    };
  },

  start: async ({ core }) => startPruning(ended(core.database as SqlDatabase<AuthSqliteTables>, core.now), core.system("auth", "")),
} satisfies AuthModule;
