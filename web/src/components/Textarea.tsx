import type { ComponentProps } from "react";
import { classes } from "./classes.ts";
import { control } from "./control.ts";

export function Textarea({ className, ...rest }: ComponentProps<"textarea">) {
  return <textarea className={classes(control, "min-h-16 py-1.5", className)} {...rest} />;
}
