import Link from 'next/link';
import type { ReactNode } from 'react';
import type { AppText } from '../../../../../_messages/registry.ts';
import type { OpenCampaign, Place } from './campaign-data.ts';

/** Where a place is shown; one of the whole platform on the page of any capability that the campaign is about. */
function addressOf({ platform, places }: OpenCampaign, { criterion, capability, aspect }: Place): string | null {
  const page = capability ?? places.find((one) => one.capability !== null)?.capability;
  if (!page || aspect === null) return null;
  return `/p/${platform.key}/capabilities/${page}?${new URLSearchParams({ aspect, criterion })}`;
}

/** Leads to a place of a campaign where the rubric still has it. */
export function PlaceLink({ open, place, children }: { open: OpenCampaign; place: Place; children: ReactNode }) {
  const address = addressOf(open, place);
  if (address === null) return children;
  return (
    <Link href={address} prefetch={false} className="hover:underline hover:underline-offset-3">
      {children}
    </Link>
  );
}

/** Whether a place is reached; nothing where the rubric no longer has it. */
export function Standing({ t, place: { title, standing } }: { t: AppText; place: Place }) {
  if (title === null) return null;
  return (
    <span className={standing === 'reached' ? 'font-medium' : 'text-muted'}>
      {t(`backlog.item.standing.${standing ?? 'none'}`)}
    </span>
  );
}
