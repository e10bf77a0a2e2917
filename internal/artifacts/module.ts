import type { ArtifactsModule } from "../../generated/artifacts/service.gen.ts";
import { startPruning } from "../core/database/pruning.ts";
import { artifactsService } from "./artifacts-service.ts";
import { folderStorage, sweepAbandoned } from "./folder-storage.ts";
import { sweepOrphans } from "./sweep-orphans.ts";

export default {
  service: (parts) => artifactsService(parts, folderStorage(parts.core.folder("artifacts"))),

  async forget({ core }, organization) {
    const storage = folderStorage(core.folder("artifacts"));
    for (const key of await storage.keptBefore(organization, core.now())) await storage.delete(key);
  },

  async startAlone(parts) {
    const { core } = parts;
    const folder = core.folder("artifacts");
    const swept = await sweepAbandoned(folder, core.now());
    if (swept > 0) core.log.info({ swept }, "Unfinished uploads of an earlier process were removed.");
    const left = [
      { name: "unfinished uploads", prune: () => sweepAbandoned(folder, core.now()) },
      { name: "bytes without an artifact", prune: () => sweepOrphans(parts, folderStorage(folder)) },
    ];
    return startPruning(left, core.system("artifacts", ""));
  },
} satisfies ArtifactsModule;
