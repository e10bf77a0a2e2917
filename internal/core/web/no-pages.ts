import { Hono } from "hono";

/** What a platform without pages answers to whoever looks for some. */
export const noPages = (basePath: string): Hono =>
  new Hono().notFound((c) => c.text(`There is nothing here. The API begins at ${basePath}.\n`, 404));
