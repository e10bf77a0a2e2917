import type { Domain, Model } from "../model/model.ts";

/** Makes one file per domain: `generated/<domain>/<artifact>.gen.ts`. Returns undefined when the domain has nothing of the kind. */
export type DomainEmitter = (domain: Domain, model: Model) => { readonly path: string; readonly text: string } | undefined;

/** Makes a file for all domains together. Returns undefined when there is nothing of the kind. */
export type ModelEmitter = (model: Model) => { readonly path: string; readonly text: string } | undefined;
