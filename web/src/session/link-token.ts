/**
 * The token at the end of a link from a mail: behind `#`, so that no server, log or proxy sees it before a person has pressed the button.
 * "" when there is none.
 */
export const linkToken = (hash: string): string => hash.replace(/^#/, "");
