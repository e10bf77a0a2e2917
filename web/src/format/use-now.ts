import { useEffect, useState } from "react";

/** The current time, renewed every `milliseconds` while `active`. */
export function useNow(milliseconds: number, active = true): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!active) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), milliseconds);
    return () => clearInterval(timer);
  }, [milliseconds, active]);
  return now;
}
