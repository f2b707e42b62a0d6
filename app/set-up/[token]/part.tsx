import type { ReactNode } from 'react';

/** A part of a long form, with its heading to say what it is about. */
export function Part({ title, about, children }: { title: string; about?: string; children: ReactNode }) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="mb-4 w-full border-b border-hairline pb-2 text-base font-semibold">{title}</legend>
      {about ? <p className="-mt-2 text-muted">{about}</p> : null}
      {children}
    </fieldset>
  );
}
