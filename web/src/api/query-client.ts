import { QueryClient } from "@tanstack/react-query";
import { asProblem } from "./problem.ts";

/** Whether another try may help: the server did not answer, or says that it will again. */
const mayPass = (error: unknown): boolean => {
  const { status } = asProblem(error);
  return status === 0 || status === 503 || status === 504;
};

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 10_000, retry: (count, error) => count < 2 && mayPass(error) },
    mutations: { retry: false },
  },
});

/** The mark by which a replica of the database may answer: internal/core/http/seen.ts. */
const seen = "archwright_seen=; Path=/; Max-Age=0";

/** Marks everything that the given operations answered as old, whatever their parameters; what is on the page is asked again. */
export async function invalidate(...operations: readonly string[]): Promise<void> {
  // The page knows of something new, perhaps of what somebody else did: what is asked from here on must not be older.
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is asynchronous, and not in every browser.
  document.cookie = seen;
  await queryClient.invalidateQueries({
    predicate: ({ queryKey: [key] }) => typeof key === "object" && key !== null && "_id" in key && operations.includes(String(key._id)),
  });
}
