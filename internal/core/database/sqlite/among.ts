import { type RawBuilder, type SqlBool, sql } from "kysely";
import { sqliteList } from "./sqlite-list.ts";

/** Whether a column has one of the values of a list, which is bound as `boundList` makes it. */
export const among = (column: string, values: string): RawBuilder<SqlBool> => sqliteList.among(sql.ref(column), sql`${values}`);

/** A list as a parameter. */
export const boundList = (values: readonly string[]): string => JSON.stringify(values);
