/** Where generated code finds the runtime: in the project's own `internal/core`, or in the installed package. */
export type Runtime = "relative" | "package";

/**
 * Turns imports of `internal/core/…` into imports of `archwright/core/…`. Only lines of the import header are looked at:
 * a text of a spec that reads like one stays as it is.
 */
export function retarget(text: string, runtime: Runtime): string {
  if (runtime === "relative") return text;
  return text.replaceAll(/^((?:import .*|\} )from )"(?:\.\.?\/)+internal\/core\/([^"]+)\.ts";$/gm, '$1"archwright/core/$2";');
}
