import { Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { classes } from "./classes.ts";
import { Input } from "./Input.tsx";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Takes the whole width, however wide. */
  readonly full?: boolean;
}

/** A filter field that waits for the typing to pause. */
export function SearchInput({ label, value, onChange, full = false }: Props) {
  const [text, setText] = useState(value);
  const told = useRef(value);
  const tell = useRef(onChange);
  tell.current = onChange;

  // Changed from outside, by "clear" or the back button: show that.
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setText(value);
  }, [value]);

  useEffect(() => {
    if (text === told.current) return;
    const timer = setTimeout(() => {
      told.current = text;
      tell.current(text);
    }, 250);
    return () => clearTimeout(timer);
  }, [text]);

  return (
    <span className={classes("relative w-full", !full && "sm:w-64")}>
      <Search aria-hidden className="pointer-events-none absolute top-2 left-2.5 size-4 text-faint" />
      <Input
        type="search"
        className="pl-8"
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </span>
  );
}
