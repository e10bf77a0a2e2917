import { createReadStream } from "node:fs";
import { findPackageJSON } from "node:module";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import type { PipelinesParts, PipelinesService } from "../../../generated/pipelines/service.gen.ts";
import type { Context } from "../../core/context/context.ts";
import type { Bytes } from "../../core/http/contents.ts";
import { sampleFile, weatherReport } from "./weather-report.ts";

/** Gives the organization of the context the sample pipeline and its data. Once: what is there already stays as it is. */
export async function seedSample(ctx: Context, { pipelines, contracts }: PipelinesParts, service: PipelinesService): Promise<void> {
  await contracts.artifacts.uploadArtifact(ctx, {
    name: sampleFile,
    contentType: "text/csv",
    source: `sample/${sampleFile}`,
    body: Readable.toWeb(createReadStream(sampleData())) as Bytes,
  });
  if ((await pipelines.findByName(ctx, weatherReport.name)) === undefined) await service.createPipeline(ctx, weatherReport);
}

/** Daily weather of Seattle, 2012 to 2015, as the package vega-datasets carries it. Only its package.json and this file need to be there. */
function sampleData(): string {
  const found = findPackageJSON("vega-datasets", import.meta.url);
  if (found === undefined) throw new Error("The package vega-datasets, which carries the data of the sample, is not installed.");
  return join(dirname(found), "data", sampleFile);
}
