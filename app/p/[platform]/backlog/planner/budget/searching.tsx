/** A search may take seconds: it says so, and leaves the form alive. */
export function Searching({ label }: { label: string }) {
  return (
    <p role="status" className="animate-pulse border-y border-hairline py-10 text-muted motion-reduce:animate-none">
      {label}
    </p>
  );
}
