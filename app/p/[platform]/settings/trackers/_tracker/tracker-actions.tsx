'use client';

import { trpc } from '../../../../../_trpc/client.tsx';
import { ConnectionActions } from '../../../../../_ui/connection-actions.tsx';

type Here = { id: string; name: string; paused: boolean; lastRunAt: string | null };

/** What an editor does with a tracker. */
export function TrackerActions({ platform, tracker }: { platform: string; tracker: Here }) {
  const about = { platform, tracker: tracker.id };
  const list = `/p/${platform}/settings/trackers`;
  return (
    <ConnectionActions
      kind="trackers"
      about={tracker}
      list={list}
      form={`${list}/${tracker.id}/edit`}
      run={() => trpc.trackers.run.mutate(about)}
      setState={(state) => trpc.trackers.setState.mutate({ ...about, state })}
      remove={() => trpc.trackers.delete.mutate(about)}
    />
  );
}
