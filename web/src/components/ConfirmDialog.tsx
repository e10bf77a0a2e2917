import { AlertDialog } from "radix-ui";
import { useTranslation } from "react-i18next";
import { Button } from "./Button.tsx";
import { classes } from "./classes.ts";
import { dialogLook } from "./dialog-look.ts";
import { useReturnFocus } from "./use-return-focus.ts";

interface Props {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly description: string;
  readonly action: string;
  /** What the other button says, where "Cancel" could be read as the action. */
  readonly keep?: string;
  readonly danger?: boolean;
  readonly onConfirm: () => void;
}

/** Asks before something that cannot be undone. */
export function ConfirmDialog({ open, onOpenChange, title, description, action, keep, danger = true, onConfirm }: Props) {
  const { t } = useTranslation();
  const returnFocus = useReturnFocus(open);
  return (
    <AlertDialog.Root open={open} onOpenChange={onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-40 bg-shade" />
        <AlertDialog.Content onCloseAutoFocus={returnFocus} className={classes(dialogLook, "p-5 sm:w-[min(26rem,92vw)]")}>
          <AlertDialog.Title className="text-base font-semibold">{title}</AlertDialog.Title>
          <AlertDialog.Description className="mt-1 text-muted">{description}</AlertDialog.Description>
          <div className="mt-5 flex justify-end gap-2">
            <AlertDialog.Cancel asChild>
              <Button>{keep ?? t("common.cancel")}</Button>
            </AlertDialog.Cancel>
            <AlertDialog.Action asChild>
              <Button look={danger ? "danger" : "primary"} onClick={onConfirm}>
                {action}
              </Button>
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
