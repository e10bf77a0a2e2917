/** Parts of a page that the keyboard can go on from. */
const places = "section[aria-labelledby], [role=dialog], main";

/**
 * Where what had the focus is gone, a link of the page before, a row that was deleted, the keyboard goes on in the part of the page that
 * it stood in, or where the page begins: browsers would begin anew at the address bar. What a page focuses by itself goes first.
 */
export function keepFocus(): void {
  let last: Element | undefined;
  let around: readonly HTMLElement[] = [];
  document.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof Element)) return;
    last = target;
    // Dialogs and menus stand beside the page: they belong to the place that they were opened from.
    const before = document.getElementById("root")?.contains(target) === true ? [] : around.filter(({ isConnected }) => isConnected);
    around = [...placesAround(target), ...before];
  });
  // Who clicks beside everything wants the focus nowhere.
  document.addEventListener("pointerdown", () => {
    last = undefined;
  });

  function goOn(): void {
    if (last === undefined || last.isConnected || document.activeElement !== document.body) return;
    const place = around.find(({ isConnected }) => isConnected) ?? document.getElementById("content");
    if (place === null) return;
    if (!place.hasAttribute("tabindex")) place.setAttribute("tabindex", "-1");
    place.focus({ preventScroll: true });
  }
  let waiting: ReturnType<typeof setTimeout> | undefined;
  new MutationObserver(() => {
    if (last === undefined || last.isConnected) return;
    // Dialogs give the focus back a moment after they are gone.
    clearTimeout(waiting);
    waiting = setTimeout(goOn, 50);
  }).observe(document.body, { childList: true, subtree: true });
}

function placesAround(element: Element): readonly HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let at = element.closest<HTMLElement>(places); at !== null; at = at.parentElement?.closest<HTMLElement>(places) ?? null)
    found.push(at);
  return found;
}
