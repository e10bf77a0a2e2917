import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { client } from "../generated/sdk/client.gen.ts";
import { downloadArtifact, listArtifacts, listPipelines, register, startRun, streamRunEvents } from "../generated/sdk/sdk.gen.ts";

// The first job, through the SDK: sign up, run the sample pipeline, watch it, print its report.
// usage: npm run example            against http://localhost:8080, or ARCHWRIGHT_URL
const url = process.env.ARCHWRIGHT_URL ?? "http://localhost:8080";
await fetch(`${url}/health/ready`).catch(() => {
  console.error(`Nothing answers at ${url}. Start the platform with \`npm start\`, or name the address of one that runs: ARCHWRIGHT_URL=…`);
  process.exit(1);
});
client.setConfig({ baseUrl: `${url}/api/v1`, throwOnError: true });

const email = `example-${randomBytes(4).toString("hex")}@example.com`;
const password = randomBytes(12).toString("base64url");
const { data: signedIn } = await register({ body: { email, password, name: "First Run" }, throwOnError: true });
client.setConfig({ auth: () => signedIn.accessToken });
console.log(`Signed up as ${email}, password ${password}`);

const pipeline = await samplePipeline();
const { data: run } = await startRun({ body: { pipelineId: pipeline.id, input: {} }, throwOnError: true });
console.log(`Run ${run.id} of "${pipeline.name}": ${url}/runs/${run.id}`);

const { stream } = await streamRunEvents({ path: { id: run.id } });
for await (const news of stream) {
  if (news.kind === "step") console.log(`  ${news.step.step}: ${news.step.status}`);
  if (news.kind === "run") console.log(`  run: ${news.run.status}`);
}

const { data: reports } = await listArtifacts({
  query: { "filter[mediaType][eq]": "text/markdown", sort: "-updatedAt" },
  throwOnError: true,
});
const [report] = reports.items;
if (report === undefined) throw new Error("The run left no report.");
const { data: text } = await downloadArtifact({ path: { id: report.id }, parseAs: "text", throwOnError: true });
console.log(`\n${text}`);

/** A new organization gets its sample a moment after it was made. */
async function samplePipeline() {
  for (let tries = 0; tries < 50; tries++) {
    const { data: page } = await listPipelines({ throwOnError: true });
    const [first] = page.items;
    if (first !== undefined) return first;
    await sleep(100);
  }
  throw new Error("The organization has no sample pipeline: is PIPELINES_SAMPLE=false set?");
}
