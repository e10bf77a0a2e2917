import { checkPipeline } from "@sdk/sdk.gen.ts";
import type { CheckResult, PipelineDefinition } from "@sdk/types.gen.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { asProblem } from "@/api/problem.ts";
import type { Issues } from "./issues.ts";

const pause = 350;

interface Check {
  readonly issues: Issues;
  readonly edges: CheckResult["edges"] | undefined;
  /** Whether the answer is for the definition as it is now. */
  readonly state: "checking" | "checked" | "failed";
}

/** Asks the server what is wrong with a definition, whenever the typing pauses. */
export function useCheck(definition: PipelineDefinition): Check {
  const [settled, setSettled] = useState(definition);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(definition), pause);
    return () => clearTimeout(timer);
  }, [definition]);
  const check = useQuery({
    queryKey: ["checkPipeline", settled],
    queryFn: async ({ signal }) => (await checkPipeline({ body: settled, signal, throwOnError: true })).data,
    enabled: settled.steps.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  });
  if (definition.steps.length === 0) return { issues: [], edges: [], state: "checked" };
  const problem = check.error === null ? undefined : asProblem(check.error);
  // A definition that breaks the schema is refused as a request: its errors are as good as found ones.
  if (problem !== undefined && problem.errors.length > 0) return { issues: problem.errors, edges: undefined, state: "checked" };
  const current = settled === definition && !check.isFetching;
  return {
    issues: check.data?.errors ?? [],
    edges: current && problem === undefined ? check.data?.edges : undefined,
    state: problem !== undefined ? "failed" : current ? "checked" : "checking",
  };
}
