import type { ReactNode } from 'react';
import { PlumbIcon } from '../_ui/icons.tsx';

/** The page in front of the house: one column, one thing to do. */
export function Door({
  title,
  about,
  wide = false,
  children,
}: {
  title: string;
  about?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <main className={`mx-auto w-full px-4 py-10 sm:py-16 ${wide ? 'max-w-2xl' : 'max-w-sm'}`}>
      <PlumbIcon />
      <h1 className="mt-6 text-xl font-semibold tracking-tight">{title}</h1>
      {about ? <p className="mt-1 text-muted">{about}</p> : null}
      <div className="mt-8">{children}</div>
    </main>
  );
}
