import type { AuthModule } from "../../generated/auth/service.gen.ts";
import { authService } from "./auth-service.ts";

export default { service: authService } satisfies AuthModule;
