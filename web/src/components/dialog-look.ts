/** How every dialog stands: at the bottom of narrow windows, in the middle of others. */
export const dialogLook =
  "fixed z-50 flex max-h-[90dvh] flex-col overflow-hidden border bg-raised shadow-xl focus:outline-none inset-x-0 bottom-0 rounded-t-xl " +
  "sm:inset-x-auto sm:top-[10vh] sm:bottom-auto sm:left-1/2 sm:max-h-[80vh] sm:-translate-x-1/2 sm:rounded-xl";
