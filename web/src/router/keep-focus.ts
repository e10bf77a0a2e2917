import { router } from "./router.ts";

/** After a way to another page, on which the link that led there is gone, the keyboard goes on where the page begins. */
export function keepFocus(): void {
  router.subscribe("onRendered", ({ fromLocation, pathChanged }) => {
    if (fromLocation !== undefined && pathChanged && document.activeElement === document.body)
      document.getElementById("content")?.focus({ preventScroll: true });
  });
}
