import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./Button.tsx";
import { classes } from "./classes.ts";
import { dialogLook } from "./dialog-look.ts";
import { useReturnFocus } from "./use-return-focus.ts";

interface Props {
  readonly open: boolean;
  /** Left out, only what stands in it closes it: for what is shown once. */
  readonly onOpenChange?: (open: boolean) => void;
  readonly title: string;
  readonly description?: string | undefined;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A modal window; on narrow screens it takes the whole width at the bottom. */
export function Dialog({ open, onOpenChange, title, description, wide = false, children }: Props) {
  const { t } = useTranslation();
  const returnFocus = useReturnFocus(open);
  return (
    <Radix.Root open={open} {...(onOpenChange === undefined ? {} : { onOpenChange })}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-shade" />
        <Radix.Content
          onCloseAutoFocus={returnFocus}
          {...(description === undefined ? { "aria-describedby": undefined } : {})}
          className={classes(dialogLook, wide ? "sm:w-[min(44rem,92vw)]" : "sm:w-[min(30rem,92vw)]")}
        >
          <header className="border-b py-4 pr-14 pl-5">
            <Radix.Title className="text-base font-semibold">{title}</Radix.Title>
            {description !== undefined && <Radix.Description className="mt-0.5 text-muted">{description}</Radix.Description>}
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto p-5">{children}</div>
          {/* Last, so that the first field gets the focus. */}
          {onOpenChange !== undefined && (
            <Radix.Close asChild>
              <Button look="ghost" size="icon" aria-label={t("common.close")} className="absolute top-3 right-3">
                <X aria-hidden />
              </Button>
            </Radix.Close>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
