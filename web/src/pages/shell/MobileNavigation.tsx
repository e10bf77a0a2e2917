import { X } from "lucide-react";
import { Dialog } from "radix-ui";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/Button.tsx";
import { Logo } from "@/components/Logo.tsx";
import { useReturnFocus } from "@/components/use-return-focus.ts";
import { Navigation } from "./Navigation.tsx";
import { ProfileMenu } from "./ProfileMenu.tsx";

interface Props {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** The menu of narrow windows, from the left. */
export function MobileNavigation({ open, onOpenChange }: Props) {
  const { t } = useTranslation();
  const returnFocus = useReturnFocus(open);
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-shade lg:hidden" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={returnFocus}
          className="fixed inset-y-0 left-0 z-50 flex w-64 flex-col gap-4 border-r bg-panel p-3 focus:outline-none lg:hidden"
        >
          <div className="flex items-center gap-2 pl-1.5">
            <Logo />
            <Dialog.Title className="flex-1 font-semibold">{t("app.name")}</Dialog.Title>
            <Dialog.Close asChild>
              <Button look="ghost" size="icon" aria-label={t("common.close")}>
                <X aria-hidden />
              </Button>
            </Dialog.Close>
          </div>
          <div className="flex-1">
            <Navigation onLeave={() => onOpenChange(false)} />
          </div>
          <ProfileMenu />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
