import { listen, openSample } from "./sample-app.ts";

// Run as a child process, so that its memory is its own: tells where it listens, then its largest resident set whenever it is asked.
const { app, tokenFor } = await openSample();
const { url } = await listen(app);
const token = await tokenFor({ user: "us-1", organization: "og-1", permissions: ["labels.write"] });

let largest = 0;
setInterval(() => {
  largest = Math.max(largest, process.memoryUsage.rss());
}, 5);
process.on("message", () => {
  process.send?.({ largest });
  largest = 0;
});
process.send?.({ url, token });
