import { isDeepStrictEqual } from "node:util";
import { type PipelinesParts, type PipelinesService, pipelinesDefaults } from "../../generated/pipelines/service.gen.ts";
import type { Pipeline, PipelineDefinition, PipelineVersion } from "../../generated/pipelines/types.gen.ts";
import type { Context } from "../core/context/context.ts";
import { isId } from "../core/ids/ids.ts";
import { problem } from "../core/problems/problem.ts";
import { checkInThisThread, checking } from "./checks/check-job.ts";
import { knownTools } from "./known-tools.ts";

/** Pipelines whose definitions are checked, and kept in immutable versions. */
export function pipelinesService(parts: PipelinesParts): PipelinesService {
  const { pipelines, pipelineVersions, events, config, core, contracts } = parts;
  const defaults = pipelinesDefaults(parts);

  async function check(ctx: Context, definition: PipelineDefinition) {
    const material = async () => ({ definition, known: await knownTools(ctx, contracts.tools), maxSteps: config.maxSteps });
    // Whoever calls from inside a transaction is the platform itself, with a definition of its own; nobody waits for a thread there.
    if (ctx.transaction !== undefined) return checkInThisThread(await material());
    return core.threads.run(ctx, checking, async () => ({ input: await material() }));
  }

  /** The edges of a definition; a 422 problem that points at each wrong place when it cannot run. */
  async function edgesOf(ctx: Context, definition: PipelineDefinition): Promise<PipelineVersion["edges"]> {
    const { errors, edges } = await check(ctx, definition);
    if (errors.length === 0) return edges;
    throw problem.invalid(errors.length === 1 ? "The definition has an error." : `The definition has ${errors.length} errors.`, {
      errors: errors.map(({ pointer, detail }) => ({ pointer: `/definition${pointer}`, detail })),
    });
  }

  async function existing(ctx: Context, id: string): Promise<Pipeline> {
    const pipeline = await pipelines.find(ctx, id);
    if (pipeline === undefined) throw problem.notFound("There is no such pipeline.");
    return pipeline;
  }

  return {
    ...defaults,

    async createPipeline(ctx, input) {
      const edges = await edgesOf(ctx, input.definition);
      return core.database.transact(ctx, async (ctx) => {
        const pipeline = await defaults.createPipeline(ctx, input);
        await pipelineVersions.insert(ctx, { pipelineId: pipeline.id, number: pipeline.latest, definition: pipeline.definition, edges });
        return pipeline;
      });
    },

    /** A definition that differs makes the next version; the same one again does not. */
    async updatePipeline(ctx, id, patch, expected) {
      const { definition } = patch;
      if (definition === undefined || isDeepStrictEqual((await existing(ctx, id)).definition, definition)) {
        const { definition: _same, ...rest } = patch;
        return defaults.updatePipeline(ctx, id, rest, expected);
      }
      const edges = await edgesOf(ctx, definition);
      return core.database.transact(ctx, async (ctx) => {
        const before = await existing(ctx, id);
        const number = before.latest + 1;
        const pipeline = await pipelines.update(ctx, id, { ...patch, latest: number }, expected ?? before.version);
        await pipelineVersions.insert(ctx, { pipelineId: pipeline.id, number, definition, edges });
        await events.pipelineUpdated(ctx, pipeline);
        return pipeline;
      });
    },

    checkPipeline: (ctx, { body }) => check(ctx, body),

    async listPipelineVersions(ctx, { id }) {
      const pipeline = await existing(ctx, id);
      const versions = await pipelineVersions.listOfPipeline(ctx, pipeline.id);
      return versions.toSorted((left, right) => right.number - left.number);
    },

    /** Versions outlive their pipeline: a run that pinned one still ends when the pipeline has been deleted. */
    async getPipelineVersion(ctx, { id, number }) {
      const version = isPipelineId(id) ? await pipelineVersions.findVersion(ctx, id, number) : undefined;
      if (version === undefined) throw problem.notFound("There is no such version of this pipeline.");
      return version;
    },
  };
}

const isPipelineId = (id: string): id is Pipeline["id"] => isId("pl", id);
