import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { configureClient } from "./api/client.ts";
import { ApiProblem } from "./api/problem.ts";
import { queryClient } from "./api/query-client.ts";
import { Toasts } from "./components/Toasts.tsx";
import { initMessages } from "./messages/i18n.ts";
import { keepFocus } from "./router/keep-focus.ts";
import { router } from "./router/router.ts";
import { session } from "./session/session.ts";
import { staysHere } from "./session/stays-here.ts";
import "./theme/theme.css";

configureClient();
await initMessages();

keepFocus();
session.checkBy(staysHere);
session.onEnd((replaced) => {
  // What is on the page was loaded by somebody else.
  if (replaced) return location.reload();
  queryClient.clear();
  void router.invalidate();
});

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no element with the id root.");
createRoot(root, {
  // That the server failed, the page says; only faults of our own are for the console.
  onCaughtError: (error) => error instanceof ApiProblem || console.error(error),
}).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
      <Toasts />
    </QueryClientProvider>
  </StrictMode>,
);
