import { emitOf, emitWhole, together } from "../emit/emit.ts";
import type { Domain, Model } from "../model/model.ts";
import type { Settings } from "../print/settings.ts";

/** What was emitted last, so that the next time only what changed is emitted. */
export interface Emitted {
  readonly files: ReadonlyMap<string, string>;
  /** The domains that were emitted anew for it. */
  readonly anew: readonly string[];
  readonly parts: ReadonlyMap<string, Part>;
  readonly shared: string;
}

interface Part {
  /** The domain itself, and all domains that it requires, as text. */
  readonly from: string;
  readonly files: ReadonlyMap<string, string>;
}

/** What `emit` gives, with the files of domains taken from `last` where neither they nor what they require changed. */
export function emitAgain(model: Model, settings: Settings, last: Emitted | undefined): Emitted {
  const shared = JSON.stringify([model.shared, settings]);
  const texts = new Map(model.domains.map((domain) => [domain.name, JSON.stringify(domain)]));
  const anew: string[] = [];
  const parts = new Map(
    model.domains.map((domain): [string, Part] => {
      const from = sources(domain, model)
        .map((name) => texts.get(name))
        .join();
      const known = last?.shared === shared ? last.parts.get(domain.name) : undefined;
      if (known?.from === from) return [domain.name, known];
      anew.push(domain.name);
      return [domain.name, { from, files: emitOf(domain, model, settings) }];
    }),
  );
  const files = together([...[...parts.values()].map((part) => part.files), emitWhole(model, settings)]);
  return { files, anew, parts, shared };
}

/** A domain and all that it requires, directly or not: nothing else has a part in its files. */
function sources(domain: Domain, model: Model): readonly string[] {
  const found = new Set<string>([domain.name]);
  for (const name of found) for (const required of model.domains.find((other) => other.name === name)?.requires ?? []) found.add(required);
  return [...found];
}
