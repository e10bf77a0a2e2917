import { startForBench } from "./platform.ts";
import { serveUnguarded } from "./unguarded.ts";

// The platform itself, with a thousand pipelines of one organization, made through its API.
const { url, databaseFile, person, platform, config } = await startForBench(process.env.DATABASE_URL);
const definition = { steps: [{ id: "one", tool: "wait", inputs: { seconds: "1" } }] };
let id = "";
for (let index = 0; index < 1_000; index++) {
  ({ id } = await person.call<{ id: string }>("POST", "/pipelines", { name: `Pipeline ${index}`, definition }));
}
const unguarded = await serveUnguarded(platform, person.organization, config);
process.stdout.write(
  `${JSON.stringify({ url, unguarded, headers: person.headers, file: databaseFile, organization: person.organization, id })}\n`,
);
