import type { ReactNode } from 'react';

/** Says what will appear here, why it is worth it, and the one action that starts it. */
export function EmptyState({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section className="py-8">
      <div className="max-w-xl">
        <h2 className="text-base font-semibold">{title}</h2>
        <div className="mt-1 text-muted">{children}</div>
        {action ? <div className="mt-4 flex flex-wrap gap-2">{action}</div> : null}
      </div>
    </section>
  );
}
