import { expect, test } from "vitest";
import type { Setting } from "../modules/domain.ts";
import { ConfigError, readSettings } from "./settings.ts";

const settings: readonly Setting[] = [
  { name: "steps", env: "STEPS", type: "integer", default: 200, minimum: 1, maximum: 1000, description: "Largest pipeline." },
  { name: "mode", env: "MODE", type: "string", default: "open", enum: ["open", "closed"], description: "Who may enter." },
  { name: "secret", env: "SECRET", type: "integer", default: 1, sensitive: true, description: "Hidden." },
  { name: "on", env: "ON", type: "boolean", default: false, description: "A switch." },
];

test("absent and empty variables have their defaults", () => {
  expect(readSettings(settings, { STEPS: "" })).toEqual({ steps: 200, mode: "open", secret: 1, on: false });
});

test("variables are read as their type", () => {
  expect(readSettings(settings, { STEPS: "7", MODE: "closed", ON: "true", SECRET: "5" })).toEqual({
    steps: 7,
    mode: "closed",
    secret: 5,
    on: true,
  });
});

test("every wrong variable is named at once, a sensitive one without its value", () => {
  const attempt = () => readSettings(settings, { STEPS: "0", MODE: "ajar", ON: "perhaps", SECRET: "hunter2" });
  expect(attempt).toThrow(ConfigError);
  try {
    attempt();
  } catch (error) {
    const { problems } = error as ConfigError;
    expect(problems).toEqual([
      'STEPS must be at least 1, but it is "0". Largest pipeline.',
      'MODE must be one of open, closed, but it is "ajar". Who may enter.',
      "SECRET must be a whole number. Hidden.",
      'ON must be true or false, but it is "perhaps". A switch.',
    ]);
  }
});
