import type { ReactNode } from 'react';

/** What a part of the settings is about, with its one action. */
export function SectionHeader({ title, about, children }: { title: string; about?: string; children?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 pb-4">
      <div className="min-w-0 max-w-2xl">
        <h2 className="text-base font-semibold">{title}</h2>
        {about ? <p className="mt-0.5 text-muted">{about}</p> : null}
      </div>
      {children}
    </div>
  );
}
