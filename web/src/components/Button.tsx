import { Slot } from "radix-ui";
import type { ComponentProps, MouseEvent } from "react";
import { classes } from "./classes.ts";
import { Spinner } from "./Spinner.tsx";

const looks = {
  primary: "bg-accent-solid text-white hover:bg-accent-solid-hover",
  secondary: "border border-line-strong bg-raised text-text hover:bg-hover",
  ghost: "text-muted hover:bg-hover hover:text-text",
  danger: "bg-danger-solid text-white hover:opacity-90",
} as const;

const sizes = { md: "h-8 px-3", sm: "h-7 px-2 text-xs", icon: "size-8 shrink-0" } as const;

interface Props extends ComponentProps<"button"> {
  readonly look?: keyof typeof looks;
  readonly size?: keyof typeof sizes;
  /** Shows that the action is under way, and holds further clicks. It keeps the focus, as a disabled one does. */
  readonly busy?: boolean;
  /** Gives the look to the only child, a link for instance. */
  readonly asChild?: boolean;
}

export function Button({
  look = "secondary",
  size = "md",
  busy = false,
  asChild = false,
  disabled = false,
  className,
  children,
  ...rest
}: Props) {
  const Element = asChild ? Slot.Root : "button";
  // Held by aria-disabled: a button that gets disabled loses the focus, and the keyboard cannot find out that it is there.
  const held = { "aria-disabled": true, onClick: (event: MouseEvent) => event.preventDefault() };
  return (
    <Element
      {...(asChild ? {} : { type: "button" as const })}
      className={classes(
        "inline-flex items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap transition-colors",
        "aria-disabled:cursor-not-allowed aria-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0",
        looks[look],
        sizes[size],
        className,
      )}
      {...rest}
      {...(busy ? { "aria-busy": true } : {})}
      {...(busy || disabled ? held : {})}
    >
      {asChild ? (
        children
      ) : (
        <>
          {busy && <Spinner />}
          {children}
        </>
      )}
    </Element>
  );
}
