import type { PipelinesModule } from "../../generated/pipelines/service.gen.ts";
import { seedSample } from "./sample/seed.ts";
import { pipelinesService } from "./service.ts";

export default {
  service: pipelinesService,

  consumers: (parts, service) => ({
    async onOrganizationCreated(ctx, event) {
      if (!parts.config.sample) return;
      // The platform acts, for the organization that was made, in the transaction of the delivery.
      const system = parts.core.system("pipelines", event.aggregate);
      await seedSample({ ...system, transaction: ctx.transaction }, parts, service);
    },
  }),
} satisfies PipelinesModule;
