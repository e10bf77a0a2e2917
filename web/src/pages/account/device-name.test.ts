import { expect, test } from "vitest";
import { deviceName } from "./device-name.ts";

test.each([
  { agent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", want: "Firefox, Linux" },
  {
    agent: "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0",
    want: "Edge, Windows",
  },
  {
    agent: "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
    want: "Chrome, Android",
  },
  {
    agent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
    want: "Safari, iOS",
  },
  {
    agent: "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/142.0.0.0 Safari/537.36",
    want: "Chrome, Linux",
  },
  { agent: "curl/8.5.0", want: "curl" },
  { agent: null, want: undefined },
])("$agent is shown as $want", ({ agent, want }) => {
  expect(deviceName(agent)).toBe(want);
});
