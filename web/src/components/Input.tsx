import type { ComponentProps } from "react";
import { classes } from "./classes.ts";
import { control } from "./control.ts";

export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input className={classes(control, "h-8", className)} {...rest} />;
}
