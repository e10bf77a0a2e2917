import type { Runtime } from "./runtime.ts";

/** What a project decides about its generated code beside its specs. */
export interface Settings {
  readonly runtime: Runtime;
  /** What the published document is called. */
  readonly title: string;
}

/** Those of the repository that holds the generator itself. */
export const ownSettings: Settings = { runtime: "relative", title: "Archwright" };

/** A project that depends on the package uses the runtime in it, and its API is called as it is. Throws nothing. */
export function settingsOf(packageJson: string | undefined): Settings {
  try {
    const found = JSON.parse(packageJson ?? "{}") as {
      readonly name?: unknown;
      readonly dependencies?: object;
      readonly devDependencies?: object;
    };
    if (!("archwright" in { ...found.dependencies, ...found.devDependencies })) return ownSettings;
    return { runtime: "package", title: typeof found.name === "string" ? found.name : "API" };
  } catch {
    return ownSettings;
  }
}
