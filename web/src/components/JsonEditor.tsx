import { json, jsonParseLinter } from "@codemirror/lang-json";
import { linter } from "@codemirror/lint";
import { EditorView } from "@codemirror/view";
import CodeMirror from "@uiw/react-codemirror";
import { useMemo } from "react";
import { useShownTheme } from "@/theme/theme.ts";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const look = EditorView.theme({
  "&": { fontSize: "0.75rem", backgroundColor: "transparent !important" },
  ".cm-content, .cm-gutters": { fontFamily: "var(--font-mono)" },
  ".cm-gutters": { backgroundColor: "var(--panel) !important", borderRight: "1px solid var(--line)", color: "var(--faint)" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--hover) !important" },
  "&.cm-focused": { outline: "2px solid var(--accent)" },
});

/** A text editor for JSON. Tab leaves it, as everywhere. */
export function JsonEditor({ label, value, onChange }: Props) {
  const theme = useShownTheme();
  const extensions = useMemo(
    () => [
      json(),
      linter(jsonParseLinter()),
      look,
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
    ],
    [label],
  );
  return (
    <div className="overflow-hidden rounded-md border border-line-control">
      <CodeMirror
        value={value}
        onChange={onChange}
        theme={theme}
        extensions={extensions}
        indentWithTab={false}
        minHeight="24rem"
        maxHeight="60vh"
      />
    </div>
  );
}
