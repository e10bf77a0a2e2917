import { Ellipsis } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./Button.tsx";
import { Menu } from "./Menu.tsx";

/** The actions of one row, behind three dots; `label` says whose. */
export function RowMenu({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Menu
      trigger={
        <Button look="ghost" size="icon" aria-label={label}>
          <Ellipsis aria-hidden />
        </Button>
      }
    >
      {children}
    </Menu>
  );
}
