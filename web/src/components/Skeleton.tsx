import { classes } from "./classes.ts";

/** A grey place-holder; say by `className` how large. */
export function Skeleton({ className }: { readonly className?: string }) {
  return <div aria-hidden className={classes("animate-pulse rounded-md bg-hover", className)} />;
}
