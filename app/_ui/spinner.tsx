/** Something is under way, said in words for those who do not see it. */
export function Spinner({ label }: { label: string }) {
  return (
    <span role="status" className="inline-flex items-center gap-2 text-muted">
      <svg aria-hidden="true" viewBox="0 0 16 16" className="size-4 animate-turn fill-none stroke-current stroke-[1.5]">
        <circle cx="8" cy="8" r="6" className="opacity-25" />
        <path d="M8 2a6 6 0 0 1 6 6" />
      </svg>
      {label}
    </span>
  );
}
