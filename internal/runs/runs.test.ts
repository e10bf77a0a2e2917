import { afterEach, expect, test } from "vitest";
import { problem } from "../core/problems/problem.ts";
import { forEachDatabase } from "../core/testing/test-databases.ts";
import type { OpenRun } from "./store/open-run.ts";
import { closeLaboratories, laboratory, waits } from "./testing/laboratory.ts";

afterEach(closeLaboratories);

forEachDatabase(
  (_, database) => {
    test("a run takes its steps' outputs from one to the next and ends with the output that it promised", async () => {
      const lab = laboratory(database(), { double: ({ input }) => ({ value: Number(input.value) * 2 }) });
      lab.worker();
      const run = await lab.start(
        {
          inputSchema: { type: "object", properties: { start: { type: "integer", default: 5 } } },
          steps: [
            { id: "a", tool: "double", inputs: { value: "input.start" } },
            { id: "b", tool: "double", inputs: { value: "steps.a.value + 1" } },
          ],
          outputs: { result: "steps.b.value", given: "input.start" },
        },
        {},
      );
      expect(run).toMatchObject({ status: "queued", waitReason: "slot", input: { start: 5 } });
      const ended = await lab.ended(run);
      expect(ended).toMatchObject({ status: "succeeded", output: { result: 22, given: 5 }, error: null, waitReason: null });
      expect(ended.startedAt).not.toBeNull();
      const steps = await lab.steps(run);
      expect(steps.b).toMatchObject({ status: "succeeded", attempts: 1, input: { value: 11 }, output: { value: 22 }, waitReason: null });
      expect(await lab.logs(run)).toMatchObject([
        { step: "a", attempt: 1, level: "info", message: "double was used" },
        { step: "b", attempt: 1 },
      ]);
    });

    test("the branches of a diamond run at the same time, and what joins them once", async () => {
      const gate = Promise.withResolvers<void>();
      let inside = 0;
      const uses: string[] = [];
      const lab = laboratory(database(), {
        plain: ({ source }) => void uses.push(source.split("/")[1] ?? ""),
        branch: async () => {
          inside += 1;
          if (inside === 2) gate.resolve();
          await gate.promise;
          return { inside };
        },
      });
      lab.worker();
      lab.worker();
      const run = await lab.start({
        steps: [
          { id: "top", tool: "plain" },
          { id: "left", tool: "branch", needs: ["top"] },
          { id: "right", tool: "branch", needs: ["top"] },
          { id: "bottom", tool: "plain", needs: ["left", "right"] },
        ],
      });
      expect((await lab.ended(run)).status).toBe("succeeded");
      expect(uses).toEqual(["top", "bottom"]);
    });

    test("a step that fails is tried again as often as it may be, and waits in between with the reason", async () => {
      let tries = 0;
      const lab = laboratory(database(), {
        flaky: () => {
          tries += 1;
          if (tries < 3) throw problem.unavailable("Not yet.");
          return { tries };
        },
      });
      lab.worker();
      const run = await lab.start({ steps: [{ id: "a", tool: "flaky", retry: { attempts: 3, backoffSeconds: 0.2 } }] });
      const waiting = await lab.until(run, (run, steps) => run.status === "waiting" && steps.a?.waitReason === "retry");
      expect(waiting.waitReason).toBe("retry");
      expect((await lab.ended(run)).status).toBe("succeeded");
      expect(await lab.steps(run)).toMatchObject({ a: { attempts: 3, output: { tries: 3 }, error: null } });
      const logs = await lab.logs(run, "a");
      expect(logs.filter(({ level }) => level === "warn").map(({ attempt }) => attempt)).toEqual([1, 2]);
    });

    test("while a part of the platform is down a step waits, and no try is used up", async () => {
      let tries = 0;
      const lab = laboratory(database(), {
        store() {
          const extensions = { part: "artifacts" };
          if (++tries < 3) throw problem.unavailable("The domain artifacts could not be reached. Try again later.", { extensions });
          return "stored";
        },
      });
      lab.worker();
      const run = await lab.start({ steps: [{ id: "a", tool: "store" }] });
      await lab.until(run, (found) => found.status === "waiting" && found.waitReason === "timer");
      expect(await lab.ended(run)).toMatchObject({ status: "succeeded", error: null });
      expect(await lab.steps(run)).toMatchObject({ a: { status: "succeeded", attempts: 1 } });
      expect((await lab.logs(run))[0]).toMatchObject({
        level: "warn",
        message: "The domain artifacts could not be reached. Try again later.",
      });
    });

    test("what is wrong with the input of a tool is not tried again", async () => {
      let tries = 0;
      const lab = laboratory(database(), {
        picky: () => {
          tries += 1;
          throw problem.invalid("This cannot be used.", { errors: [{ pointer: "/input/rows", detail: "must be a list" }] });
        },
      });
      lab.worker();
      const run = await lab.start({ steps: [{ id: "a", tool: "picky", retry: { attempts: 5, backoffSeconds: 0 } }] });
      expect(await lab.ended(run)).toMatchObject({
        status: "failed",
        error: 'Step "a": This cannot be used.\n/input/rows must be a list',
      });
      expect(tries).toBe(1);
    });

    test("a step that takes too long is timed out, though its tool goes on, and so is the run", async () => {
      const seen = Promise.withResolvers<boolean>();
      const lab = laboratory(database(), {
        deaf: ({ ctx }) => {
          ctx.signal.addEventListener("abort", () => seen.resolve(true));
          return new Promise(() => {});
        },
        plain: () => ({}),
      });
      lab.worker();
      const run = await lab.start({
        steps: [
          { id: "a", tool: "deaf", timeoutSeconds: 1 },
          { id: "b", tool: "plain", needs: ["a"] },
        ],
      });
      expect(await lab.ended(run)).toMatchObject({ status: "timed_out", error: 'Step "a": It took longer than 1 seconds.' });
      expect(await seen.promise).toBe(true);
      expect(await lab.steps(run)).toMatchObject({ a: { status: "timed_out" }, b: { status: "skipped" } });
    });

    test("a failure skips all that depends on it, and nothing else", async () => {
      const lab = laboratory(database(), {
        fails: () => {
          throw new Error("a secret of the server");
        },
        plain: () => ({}),
      });
      lab.worker();
      const run = await lab.start({
        steps: [
          { id: "bad", tool: "fails" },
          { id: "after", tool: "plain", needs: ["bad"] },
          { id: "later", tool: "plain", needs: ["after", "good"] },
          { id: "good", tool: "plain" },
          { id: "fine", tool: "plain", needs: ["good"] },
        ],
      });
      const ended = await lab.ended(run);
      expect(ended).toMatchObject({ status: "failed", error: 'Step "bad": The tool fails failed unexpectedly.' });
      const steps = await lab.steps(run);
      expect(Object.values(steps).map(({ step, status }) => `${step} ${status}`)).toEqual([
        "bad failed",
        "after skipped",
        "later skipped",
        "good succeeded",
        "fine succeeded",
      ]);
      expect(JSON.stringify([ended, steps, await lab.logs(run)])).not.toContain("secret");
    });

    test("an input that cannot be evaluated fails the step with the reason", async () => {
      const lab = laboratory(database(), { plain: () => ({ rows: [] }) });
      lab.worker();
      const run = await lab.start({
        steps: [
          { id: "a", tool: "plain" },
          { id: "b", tool: "plain", inputs: { first: "steps.a.rows[0]" }, retry: { attempts: 3 } },
        ],
      });
      expect((await lab.ended(run)).error).toContain('Step "b": Input "first": ');
      expect(await lab.steps(run)).toMatchObject({ b: { status: "failed", attempts: 1 } });
    });

    test("an output that cannot be evaluated fails the run", async () => {
      const lab = laboratory(database(), { plain: () => ({}) });
      lab.worker();
      const run = await lab.start({ steps: [{ id: "a", tool: "plain" }], outputs: { x: "steps.a.missing" } });
      expect(await lab.ended(run)).toMatchObject({ status: "failed", error: expect.stringContaining('Output "x": '), output: null });
    });

    test("a wait holds no slot", async () => {
      let first: number | undefined;
      const lab = laboratory(database(), {
        wait: () => {
          first ??= Date.now();
          return Date.now() - first < 300 ? waits(300) : { done: true };
        },
        plain: () => ({}),
      });
      lab.worker({ concurrency: 1 });
      const waiting = await lab.start({ steps: [{ id: "a", tool: "wait" }] });
      const seen = await lab.until(waiting, ({ status }) => status === "waiting");
      expect(seen.waitReason).toBe("timer");
      expect(await lab.steps(waiting)).toMatchObject({ a: { status: "waiting", waitReason: "timer" } });
      const other = await lab.start({ steps: [{ id: "a", tool: "plain" }] });
      expect((await lab.ended(other)).status).toBe("succeeded");
      expect((await lab.ended(waiting)).status).toBe("succeeded");
      expect(await lab.steps(waiting)).toMatchObject({ a: { attempts: 1, output: { done: true } } });
    });

    test("light steps that fail, wait or branch off are taken up where they belong", async () => {
      const tries = new Map<string, number>();
      const lab = laboratory(database(), {
        plain: () => ({}),
        flaky: ({ source }) => {
          tries.set(source, (tries.get(source) ?? 0) + 1);
          if (tries.get(source) === 1) throw problem.unavailable("Not yet.");
          return { tries: tries.get(source) };
        },
        wait: ({ source }) => {
          tries.set(source, (tries.get(source) ?? 0) + 1);
          return tries.get(source) === 1 ? waits(20) : {};
        },
      });
      lab.worker();
      const run = await lab.start({
        steps: [
          { id: "a", tool: "plain" },
          { id: "b", tool: "flaky", needs: ["a"], retry: { attempts: 2, backoffSeconds: 0.01 } },
          { id: "c", tool: "wait", needs: ["b"] },
          { id: "d", tool: "plain", needs: ["c"] },
          { id: "e", tool: "flaky", needs: ["d"] },
          { id: "f", tool: "plain", needs: ["e"] },
          { id: "g", tool: "plain", needs: ["d"] },
        ],
        outputs: {},
      });
      expect(await lab.ended(run)).toMatchObject({ status: "failed", error: 'Step "e": Not yet.' });
      const steps = Object.values(await lab.steps(run));
      expect(steps.map(({ step, status, attempts }) => `${step} ${status} ${attempts}`)).toEqual([
        "a succeeded 1",
        "b succeeded 2",
        "c succeeded 1",
        "d succeeded 1",
        "e failed 1",
        "f skipped 0",
        "g succeeded 1",
      ]);
    });

    test("an input that the pipeline does not take is refused, with the place", async () => {
      const lab = laboratory(database(), {});
      const definition = {
        inputSchema: {
          type: "object",
          required: ["city"],
          properties: { city: { type: "string" }, days: { type: "integer", default: 7 } },
        },
        steps: [{ id: "a", tool: "none" }],
      };
      const refused = lab.start(definition, { days: "many" });
      await expect(refused).rejects.toMatchObject({ status: 422 });
      const error = await refused.catch((error) => error);
      expect(error.errors.map(({ pointer }: { pointer: string }) => pointer).toSorted()).toEqual(["/input/city", "/input/days"]);
    });

    test("nobody sees the runs of another organization", async () => {
      const lab = laboratory(database(), {});
      const other = laboratory(database(), {});
      const run = await lab.start({ steps: [{ id: "a", tool: "none" }] });
      const id = run.id;
      await expect(other.service.listRunSteps(other.ctx, { id })).rejects.toMatchObject({ status: 404 });
      await expect(other.logs(run)).rejects.toMatchObject({ status: 404 });
      await expect(other.service.cancelRun(other.ctx, { id })).rejects.toMatchObject({ status: 404 });
      const stream = other.service.streamRunEvents(other.ctx, { id })[Symbol.asyncIterator]();
      await expect(stream.next()).rejects.toMatchObject({ status: 404 });
      await lab.service.cancelRun(lab.ctx, { id });
    });

    test("what a tool gives survives both databases, whatever is in it", async () => {
      const odd = { nul: "a\0b", half: "\ud800", deep: [[["ü", null, true, -0.5]]], "": { " key": 1 }, "na\0me \udfff": "\\u0000" };
      const lab = laboratory(database(), { odd: () => odd, same: ({ input }) => input });
      lab.worker();
      const run = await lab.start({
        steps: [
          { id: "a", tool: "odd" },
          { id: "b", tool: "same", inputs: { all: "steps.a" } },
        ],
      });
      expect((await lab.ended(run)).status).toBe("succeeded");
      const stored = { ...odd, nul: "a\ufffdb", half: "\ufffd", "na\ufffdme \ufffd": "\\u0000" };
      Reflect.deleteProperty(stored, "na\0me \udfff");
      const steps = await lab.steps(run);
      expect([steps.a?.output, steps.b?.output]).toEqual([stored, { all: stored }]);
    });

    test("a result that no row can keep fails its step with the reason, once", async () => {
      const lab = laboratory(database(), {
        deep: () => ({ list: JSON.parse(`${"[".repeat(5_000)}${"]".repeat(5_000)}`) }),
        huge: () => ({ text: "x".repeat(9_000_000) }),
        same: ({ input }) => input,
      });
      lab.worker();
      const [deep, huge, twice] = await Promise.all([
        lab.start({ steps: [{ id: "a", tool: "deep", retry: { attempts: 3 } }] }),
        lab.start({ steps: [{ id: "a", tool: "huge" }] }),
        lab.start({ steps: [{ id: "a", tool: "same", inputs: { both: "[input.text, input.text]" } }] }, { text: "y".repeat(5_000_000) }),
      ]);
      expect((await lab.ended(deep)).error).toMatch(/^Step "a": The output of deep (cannot be written as JSON|is nested deeper)/);
      expect((await lab.ended(huge)).error).toMatch(/^Step "a": The output of huge has 9\d+ characters/);
      expect((await lab.ended(twice)).error).toMatch(/^Step "a": The input of same has 1\d+ characters/);
      expect(await lab.steps(deep)).toMatchObject({ a: { status: "failed", attempts: 1 } });
    });

    test("a result that the database refuses for itself fails its step instead of being offered for ever", async () => {
      const lab = laboratory(database(), { plain: () => ({}), poison: () => ({ text: "poison" }) });
      const { ledger } = lab.engine;
      const poisoned = (open: OpenRun) => [...open.changes().moved.values()].some((payloads) => payloads?.output?.includes("poison"));
      const refusing: typeof ledger = {
        ...ledger,
        write: (ctx, runs) => (runs.some(poisoned) ? Promise.reject(new Error("refused")) : ledger.write(ctx, runs)),
      };
      lab.worker({}, { ...lab.engine, ledger: refusing });
      const run = await lab.start({
        steps: [
          { id: "a", tool: "plain" },
          { id: "b", tool: "poison", needs: ["a"] },
          { id: "c", tool: "plain", needs: ["b"] },
        ],
      });
      expect((await lab.ended(run)).error).toBe('Step "b": The result of this step could not be recorded.');
      expect(await lab.steps(run)).toMatchObject({
        a: { status: "succeeded" },
        b: { status: "failed", output: null },
        c: { status: "skipped" },
      });
    });
  },
  ["sqlite", "postgres"],
);
