import { account } from "./en/account.ts";
import { artifacts } from "./en/artifacts.ts";
import { editor } from "./en/editor.ts";
import { organization } from "./en/organization.ts";
import { pipelines } from "./en/pipelines.ts";
import { runs } from "./en/runs.ts";
import { security } from "./en/security.ts";
import { shell } from "./en/shell.ts";

/** Every string that a page shows, in English. Another language is another object of this type. */
export const en = { ...shell, ...account, ...pipelines, ...editor, ...runs, ...artifacts, ...organization, ...security } as const;
