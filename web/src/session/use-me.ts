import { getMeOptions } from "@sdk/@tanstack/react-query.gen.ts";
import type { Me } from "@sdk/types.gen.ts";
import { useSuspenseQuery } from "@tanstack/react-query";

/** Who the caller is. The signed-in part of the app loads it before it shows. */
export const useMe = (): Me => useSuspenseQuery({ ...getMeOptions(), staleTime: 300_000 }).data;

/** Whether the caller has a permission; the server checks it again, this only spares dead buttons. */
export const useMay = (permission: string): boolean => useMe().permissions.includes(permission);
