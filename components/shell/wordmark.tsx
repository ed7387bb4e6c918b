/** The product's logo, two piers and a span, with its name. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2 font-semibold tracking-tight">
      <svg viewBox="0 0 20 20" className="size-5 text-accent" fill="none" stroke="currentColor" aria-hidden="true">
        <path
          d="M1.5 14h17M6 17V4.5m8 12.5V4.5m-8 0c1 8 7 8 8 0m-8 0-4.5 6.5M14 4.5l4.5 6.5"
          strokeWidth="1.6"
          strokeLinecap="round"
        />
      </svg>
      Casebridge
    </span>
  );
}
