/** How every text field, select and text area looks. */
export const control =
  "w-full rounded-md border border-line-control bg-raised px-2.5 text-sm text-text transition-colors hover:border-faint " +
  "disabled:cursor-not-allowed disabled:opacity-60 aria-invalid:border-danger focus-visible:outline-offset-0";
