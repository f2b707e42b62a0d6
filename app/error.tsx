'use client';

import { Failure } from './_ui/failure.tsx';

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="mx-auto max-w-xl px-4">
      <Failure digest={error.digest} onRetry={reset} />
    </main>
  );
}
