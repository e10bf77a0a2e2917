import { expect, test } from "vitest";
import { CircuitBreaker } from "./circuit-breaker.ts";

test("after five failures in a row nobody is let through for a second, then one, and all when that one succeeds", () => {
  const breaker = new CircuitBreaker();
  for (let failure = 0; failure < 5; failure++) {
    expect(breaker.allows(0)).toBe(true);
    breaker.failed(0);
  }
  expect(breaker.allows(999)).toBe(false);
  expect([breaker.allows(1_000), breaker.allows(1_001)]).toEqual([true, false]);
  breaker.failed(1_500);
  expect([breaker.allows(2_400), breaker.allows(2_500), breaker.allows(2_501)]).toEqual([false, true, false]);
  breaker.succeeded();
  expect([breaker.allows(2_502), breaker.allows(2_503)]).toEqual([true, true]);
});

test("a success in between counts failures anew", () => {
  const breaker = new CircuitBreaker();
  for (let failure = 0; failure < 20; failure++) {
    breaker.failed(0);
    if (failure % 4 === 3) breaker.succeeded();
    expect(breaker.allows(0)).toBe(true);
  }
});
