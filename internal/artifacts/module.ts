import type { ArtifactsModule } from "../../generated/artifacts/service.gen.ts";
import { artifactsService } from "./artifacts-service.ts";
import { folderStorage, sweepAbandoned } from "./folder-storage.ts";

export default {
  service: (parts) => artifactsService(parts, folderStorage(parts.core.folder("artifacts"))),

  async start({ core }) {
    const swept = await sweepAbandoned(core.folder("artifacts"), core.now());
    if (swept > 0) core.log.info({ swept }, "Unfinished uploads of an earlier process were removed.");
    return { stop: async () => {} };
  },
} satisfies ArtifactsModule;
