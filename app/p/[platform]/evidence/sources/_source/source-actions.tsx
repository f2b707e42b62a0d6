'use client';

import { trpc } from '../../../../../_trpc/client.tsx';
import { ConnectionActions } from '../../../../../_ui/connection-actions.tsx';

type Here = { id: string; name: string; paused: boolean; lastRunAt: string | null };

/** What an editor does with a source. */
export function SourceActions({ platform, source }: { platform: string; source: Here }) {
  const about = { platform, source: source.id };
  const list = `/p/${platform}/evidence/sources`;
  return (
    <ConnectionActions
      kind="sources"
      about={source}
      list={list}
      form={`${list}/${source.id}/edit`}
      run={() => trpc.sources.run.mutate(about)}
      setState={(state) => trpc.sources.setState.mutate({ ...about, state })}
      remove={() => trpc.sources.delete.mutate(about)}
    />
  );
}
