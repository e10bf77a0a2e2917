import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slug } from "./slug.ts";

describe("slug", () => {
  it.for([
    ["Quarterly Report", "quarterly-report"],
    ["  Crème brûlée -- à la carte! ", "creme-brulee-a-la-carte"],
    ["ﬁne №5", "fine-no5"],
    ["a--b__c", "a-b-c"],
  ])("makes of %j %j", ([text, made]) => {
    expect(slug(text ?? "", 80)).toBe(made);
  });

  it("is nothing of nothing", () => {
    expect(slug(null, 80)).toBeNull();
  });

  it("tells apart what has no letter of ASCII", () => {
    expect(slug("日本", 80)).toMatch(/^[0-9a-f]{12}$/);
    expect(slug("日本", 80)).not.toBe(slug("東京", 80));
  });

  it("is never empty, too long, or anything but words with dashes between", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 30 }), (text, longest) => {
        const made = slug(text, longest);
        expect(made).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(made.length).toBeLessThanOrEqual(longest);
        expect(slug(text, longest)).toBe(made);
      }),
    );
  });
});
