export function Logo() {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" className="size-6 shrink-0">
      <rect width="32" height="32" rx="7" fill="var(--accent-solid)" />
      <path d="M8 25V15a8 8 0 0 1 16 0v10M13 25V16a3 3 0 0 1 6 0v9" fill="none" stroke="#fff" strokeWidth="2.5" strokeLinecap="round" />
    </svg>
  );
}
