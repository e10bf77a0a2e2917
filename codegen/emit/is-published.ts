import type { Operation } from "../model/operation.ts";

/** Whether an operation is served and published: one that only other domains may call, in process, is not. */
export const isPublished = (operation: Operation): boolean => operation.permission !== "internal";
