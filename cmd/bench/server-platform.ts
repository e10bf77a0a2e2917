import { startForBench } from "./platform.ts";

// The platform itself, with a thousand pipelines of one organization made through its API.
const platform = await startForBench(process.env.DATABASE_URL);
const definition = { steps: [{ id: "one", tool: "wait", inputs: { seconds: "1" } }] };
let id = "";
for (let index = 0; index < 1_000; index++) {
  const answer = await platform.request("POST", "/pipelines", { name: `Pipeline ${index}`, definition });
  id = answer.id as string;
}
process.stdout.write(
  `${JSON.stringify({ url: platform.url, headers: platform.headers, file: platform.databaseFile, organization: platform.organization, id })}\n`,
);
