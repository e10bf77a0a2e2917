import { domains } from "../../generated/domains.gen.ts";
import { coreSettings } from "../../internal/core/config/core-settings.ts";
import type { Setting } from "../../internal/core/modules/domain.ts";

type Known = Pick<Setting, "env" | "default" | "sensitive">;

const declared: readonly Known[] = [...coreSettings, ...domains.flatMap(({ config }): readonly Known[] => config)];
/** Read where keys are read. */
const signingKeys: Known = { env: "AUTH_SIGNING_KEYS", default: "", sensitive: true };

/** Every setting that the platform reads, by the name of its environment variable: what files of a deployment may set. */
export const knownSettings: ReadonlyMap<string, Known> = new Map([...declared, signingKeys].map((setting) => [setting.env, setting]));
