import type { Caller } from "../auth/caller.ts";
import { problem } from "../problems/problem.ts";
import { type Effects, needed } from "./effects.ts";
import type { Operation } from "./operation.ts";

/** Lets a caller pass whose organization has what the operation belongs to. @throws a 403 or 404 problem */
export type Gate = (caller: Caller) => Promise<void>;

/** What an operation's caller has to pass beside the permission: the optional domain, and the feature. Most have none. */
export function gatesOf(operation: Operation<never>, effects: Effects): readonly Gate[] {
  const { id, feature, tenant } = operation;
  const gates: Gate[] = [];
  const { optional } = effects;
  if (optional !== undefined && tenant) gates.push(domainGate(optional, needed(effects.features, id, "the features of organizations")));
  if (feature !== undefined) gates.push(featureGate(feature, needed(effects.features, id, "the features of organizations")));
  return gates;
}

type Features = NonNullable<Effects["features"]>;

/** For an organization without the domain, nothing of it exists; only who could have it switched on is told why. */
function domainGate(domain: string, features: Features): Gate {
  return async (caller) => {
    if (await features.enabled(caller, domain)) return;
    if (!isAdministrator(caller)) throw problem.notFound("There is nothing here.");
    const detail = `The domain ${domain} is switched off for your organization. ${await remedy(caller, domain, features)}`;
    throw problem.notFound(detail, { extensions: { domain } });
  };
}

function featureGate(feature: string, features: Features): Gate {
  return async (caller) => {
    if (await features.enabled(caller, feature)) return;
    const detail = `Your organization does not have the feature ${feature}. ${await remedy(caller, feature, features)}`;
    throw problem.forbidden(detail, { extensions: { feature } });
  };
}

/** Who can switch it on: the organization itself, when it was given it. */
async function remedy(caller: Caller, name: string, features: Features): Promise<string> {
  const { given } = await features.switchesOf(caller, name);
  return given
    ? "Its administrators can switch it on in its settings."
    : `Whoever runs this platform can give it: \`npm run features -- ${caller.organization} ${name} on\`.`;
}

const isAdministrator = ({ roles }: Caller): boolean => roles.includes("owner") || roles.includes("admin");
