import { useRef } from "react";

/**
 * Gives the focus back to what had it before a dialog opened: to a menu's button, where the dialog was chosen from a menu. Radix does so
 * only for dialogs that have a trigger of their own. Returns what to do when the dialog has closed.
 */
export function useReturnFocus(open: boolean): (event: Event) => void {
  const was = useRef(false);
  const opener = useRef<HTMLElement | null>(null);
  // While it is drawn: once it is on the page, the menu is gone.
  if (open && !was.current) opener.current = openerNow();
  was.current = open;
  return (event) => {
    event.preventDefault();
    // What is gone meanwhile is looked after by keepFocus.
    opener.current?.focus();
  };
}

function openerNow(): HTMLElement | null {
  const active = document.activeElement;
  const button = active?.closest('[role="menu"]')?.getAttribute("aria-labelledby");
  if (typeof button === "string") return document.getElementById(button);
  return active instanceof HTMLElement ? active : null;
}
