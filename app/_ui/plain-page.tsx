import type { ReactNode } from 'react';
import { PlumbIcon } from './icons.tsx';

/** A page with one message and nothing around it. */
export function PlainPage({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <main className="mx-auto max-w-xl px-4 py-20 text-base">
      <PlumbIcon />
      <h1 className="mt-4 text-xl font-semibold tracking-tight">{title}</h1>
      <div className="mt-3">{children}</div>
      {action ? <div className="mt-6 text-sm">{action}</div> : null}
    </main>
  );
}
