import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { Pending } from "@/components/Pending.tsx";
import { NotFound } from "@/pages/not-found/NotFound.tsx";
import { RouteError } from "@/pages/route-error/RouteError.tsx";
import { requireNoSession, requireSession } from "./guards.ts";
import { optionalText } from "./search.ts";

const rootRoute = createRootRoute({ notFoundComponent: NotFound, errorComponent: RouteError });

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: (search) => optionalText(search, ["next"]),
  beforeLoad: ({ search }) => requireNoSession(search.next),
  component: lazyRouteComponent(() => import("@/pages/sign-in/SignInPage.tsx"), "SignInPage"),
});

/** The other pages of signing in; each works with or without a session. */
const plainRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/sign-in/callback",
    component: lazyRouteComponent(() => import("@/pages/sign-in/CallbackPage.tsx"), "CallbackPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/sign-in/link",
    component: lazyRouteComponent(() => import("@/pages/password/AskLinkPage.tsx"), "AskMagicLinkPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/forgotten-password",
    component: lazyRouteComponent(() => import("@/pages/password/AskLinkPage.tsx"), "ForgottenPasswordPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/reset-password",
    component: lazyRouteComponent(() => import("@/pages/password/ResetPasswordPage.tsx"), "ResetPasswordPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/magic-link",
    component: lazyRouteComponent(() => import("@/pages/magic-link/MagicLinkPage.tsx"), "MagicLinkPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/finish-account",
    component: lazyRouteComponent(() => import("@/pages/finish-account/FinishAccountPage.tsx"), "FinishAccountPage"),
  }),
] as const;

const verifyEmailRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/verify-email",
  beforeLoad: ({ location }) => requireSession(location.href),
  component: lazyRouteComponent(() => import("@/pages/confirm/ConfirmAddressPage.tsx"), "VerifyEmailPage"),
});

const confirmEmailRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/confirm-email",
  beforeLoad: ({ location }) => requireSession(location.href),
  component: lazyRouteComponent(() => import("@/pages/confirm/ConfirmAddressPage.tsx"), "ConfirmEmailPage"),
});

const deviceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/device",
  validateSearch: (search) => optionalText(search, ["code"]),
  beforeLoad: ({ location }) => requireSession(location.href),
  component: lazyRouteComponent(() => import("@/pages/device/DevicePage.tsx"), "DevicePage"),
});

const registerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/register",
  beforeLoad: () => requireNoSession(undefined),
  component: lazyRouteComponent(() => import("@/pages/register/RegisterPage.tsx"), "RegisterPage"),
});

const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/invitation",
  component: lazyRouteComponent(() => import("@/pages/invitation/InvitationPage.tsx"), "InvitationPage"),
});

const appRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "app",
  beforeLoad: ({ location }) => requireSession(location.href),
  component: lazyRouteComponent(() => import("@/pages/shell/Shell.tsx"), "Shell"),
});

const homeRoute = createRoute({
  getParentRoute: () => appRoute,
  path: "/",
  component: lazyRouteComponent(() => import("@/pages/home/HomePage.tsx"), "HomePage"),
});

const pipelinesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: "/pipelines",
  validateSearch: (search) => optionalText(search, ["text", "sort"]),
  component: lazyRouteComponent(() => import("@/pages/pipelines/PipelinesPage.tsx"), "PipelinesPage"),
});

const newPipelineRoute = createRoute({
  getParentRoute: () => appRoute,
  path: "/pipelines/new",
  component: lazyRouteComponent(() => import("@/pages/pipeline-editor/NewPipelinePage.tsx"), "NewPipelinePage"),
});

const pipelineRoute = createRoute({
  getParentRoute: () => appRoute,
  path: "/pipelines/$pipelineId",
  validateSearch: (search) => optionalText(search, ["version"]),
  component: lazyRouteComponent(() => import("@/pages/pipeline/PipelinePage.tsx"), "PipelinePage"),
});

const editPipelineRoute = createRoute({
  getParentRoute: () => appRoute,
  path: "/pipelines/$pipelineId/edit",
  component: lazyRouteComponent(() => import("@/pages/pipeline-editor/EditPipelinePage.tsx"), "EditPipelinePage"),
});

const runsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: "/runs",
  validateSearch: (search) => optionalText(search, ["status", "sort"]),
  component: lazyRouteComponent(() => import("@/pages/runs/RunsPage.tsx"), "RunsPage"),
});

const runRoute = createRoute({
  getParentRoute: () => appRoute,
  path: "/runs/$runId",
  validateSearch: (search) => optionalText(search, ["step"]),
  component: lazyRouteComponent(() => import("@/pages/run/RunPage.tsx"), "RunPage"),
});

const artifactsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: "/artifacts",
  validateSearch: (search) => optionalText(search, ["text", "sort"]),
  component: lazyRouteComponent(() => import("@/pages/artifacts/ArtifactsPage.tsx"), "ArtifactsPage"),
});

const artifactRoute = createRoute({
  getParentRoute: () => appRoute,
  path: "/artifacts/$artifactId",
  validateSearch: (search) => optionalText(search, ["version"]),
  component: lazyRouteComponent(() => import("@/pages/artifact/ArtifactPage.tsx"), "ArtifactPage"),
});

const toolsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: "/tools",
  validateSearch: (search) => optionalText(search, ["text"]),
  component: lazyRouteComponent(() => import("@/pages/tools/ToolsPage.tsx"), "ToolsPage"),
});

const toolRoute = createRoute({
  getParentRoute: () => appRoute,
  path: "/tools/$toolId",
  component: lazyRouteComponent(() => import("@/pages/tool/ToolPage.tsx"), "ToolPage"),
});

const organizationRoute = createRoute({
  getParentRoute: () => appRoute,
  path: "/organization",
  component: lazyRouteComponent(() => import("@/pages/organization/OrganizationFrame.tsx"), "OrganizationFrame"),
});

const generalRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: "/",
  component: lazyRouteComponent(() => import("@/pages/organization/general/GeneralPage.tsx"), "GeneralPage"),
});

const membersRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: "/members",
  validateSearch: (search) => optionalText(search, ["name"]),
  component: lazyRouteComponent(() => import("@/pages/organization/members/MembersPage.tsx"), "MembersPage"),
});

const teamsRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: "/teams",
  component: lazyRouteComponent(() => import("@/pages/organization/teams/TeamsPage.tsx"), "TeamsPage"),
});

const rolesRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: "/roles",
  component: lazyRouteComponent(() => import("@/pages/organization/roles/RolesPage.tsx"), "RolesPage"),
});

const serviceTokensRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: "/service-tokens",
  component: lazyRouteComponent(() => import("@/pages/organization/ServiceTokensPage.tsx"), "ServiceTokensPage"),
});

const organizationsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: "/organizations",
  component: lazyRouteComponent(() => import("@/pages/organizations/OrganizationsPage.tsx"), "OrganizationsPage"),
});

const accountRoute = createRoute({
  getParentRoute: () => appRoute,
  path: "/account",
  component: lazyRouteComponent(() => import("@/pages/account/AccountPage.tsx"), "AccountPage"),
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    signInRoute,
    ...plainRoutes,
    verifyEmailRoute,
    confirmEmailRoute,
    deviceRoute,
    registerRoute,
    invitationRoute,
    appRoute.addChildren([
      homeRoute,
      accountRoute,
      pipelinesRoute,
      newPipelineRoute,
      pipelineRoute,
      editPipelineRoute,
      runsRoute,
      runRoute,
      artifactsRoute,
      artifactRoute,
      toolsRoute,
      toolRoute,
      organizationRoute.addChildren([generalRoute, membersRoute, teamsRoute, rolesRoute, serviceTokensRoute]),
      organizationsRoute,
    ]),
  ]),
  defaultPreload: "intent",
  defaultPendingComponent: Pending,
  defaultPendingMs: 300,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
