import type { ReactNode, Ref } from 'react';

/** One screen of the respondent's page: a column with one heading, and nothing else on the page. */
export function Leaf({
  title,
  above,
  heading,
  children,
}: {
  title: string;
  /** a small line over the heading */
  above?: ReactNode;
  /** takes the focus when the screen changes */
  heading?: Ref<HTMLHeadingElement>;
  children: ReactNode;
}) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-xl flex-col px-4 py-8 text-base sm:py-16">
      {above ? <p className="mb-2 text-muted">{above}</p> : null}
      <h1 ref={heading} tabIndex={-1} id="question" className="mb-5 text-lg font-semibold tracking-tight outline-none">
        {title}
      </h1>
      {typeof children === 'string' ? <p>{children}</p> : children}
    </main>
  );
}
