import { type RawBuilder, type SqlBool, sql } from "kysely";
import { postgresList } from "./postgres-list.ts";

/** Whether a column has one of the values of a list, which is bound as `boundList` makes it. */
export const among = (column: string, values: readonly string[]): RawBuilder<SqlBool> =>
  postgresList.among(sql.ref(column), sql`${values}`);

/** A list as a parameter. */
export const boundList = (values: readonly string[]): readonly string[] => values;
