import type { ConduitModule } from "../../generated/conduit/service.gen.ts";
import { accounts } from "./accounts.ts";
import { articles } from "./articles.ts";
import { comments } from "./comments.ts";
import { profiles } from "./profiles.ts";

export default {
  service: (parts) => ({ ...accounts(parts), ...profiles(parts), ...articles(parts), ...comments(parts) }),
} satisfies ConduitModule;
