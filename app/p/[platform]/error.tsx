'use client';

import { useRouter } from 'next/navigation';
import { startTransition } from 'react';
import { Failure } from '../../_ui/failure.tsx';

/** A page that failed inside its platform: the frame stays, and trying again asks the server anew. */
export default function PlatformErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const router = useRouter();
  const retry = () => {
    startTransition(() => {
      router.refresh();
      reset();
    });
  };
  return <Failure digest={error.digest} onRetry={retry} />;
}
