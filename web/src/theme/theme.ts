import { useSyncExternalStore } from "react";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

const key = "archwright.theme";
const listeners = new Set<() => void>();

function stored(): Theme {
  try {
    const value = localStorage.getItem(key);
    return value === "light" || value === "dark" ? value : "system";
  } catch {
    return "system";
  }
}

let current: Theme = stored();

/** Applies a theme and remembers it on this device; `system` follows the operating system. */
export function setTheme(theme: Theme): void {
  current = theme;
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  try {
    if (theme === "system") localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // Storage may be blocked: the choice lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

const dark = window.matchMedia("(prefers-color-scheme: dark)");

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  dark.addEventListener("change", listener);
  return () => {
    listeners.delete(listener);
    dark.removeEventListener("change", listener);
  };
}

/** The theme that the person chose. */
export const useTheme = (): Theme => useSyncExternalStore(subscribe, () => current);

/** The theme that shows, for libraries that must be told. */
export const useShownTheme = (): "light" | "dark" =>
  useSyncExternalStore(subscribe, () => (current === "system" ? (dark.matches ? "dark" : "light") : current));
