import Link from 'next/link';
import type { AppText } from '../../../../../_messages/registry.ts';
import type { OpenCampaign } from './campaign-data.ts';

type Place = OpenCampaign['places'][number];

/** Where a place is shown; one of the whole platform on the page of any capability that the campaign is about. */
function addressOf({ platform, places }: OpenCampaign, { criterion, capability, aspect }: Place): string | null {
  const page = capability ?? places.find((one) => one.capability !== null)?.capability;
  if (!page || aspect === null) return null;
  return `/p/${platform.key}/capabilities/${page}?${new URLSearchParams({ aspect, criterion })}`;
}

function PlaceLine({ t, open, place }: { t: AppText; open: OpenCampaign; place: Place }) {
  const address = addressOf(open, place);
  const name = place.title ?? t('campaigns.item.gone');
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-hairline py-1.5 last:border-0">
      <span className="min-w-0">
        {address === null ? (
          name
        ) : (
          <Link href={address} prefetch={false} className="hover:underline hover:underline-offset-3">
            {name}
          </Link>
        )}{' '}
        <span className="figures text-xs text-muted">{place.criterion}</span>
      </span>
      <span className={place.standing === 'reached' ? 'font-medium' : 'text-muted'}>
        {place.title === null ? null : t(`backlog.item.standing.${place.standing ?? 'none'}`)}
      </span>
    </li>
  );
}

/** Every place of a campaign under its capability, in the platform's order. */
export function CampaignPlaces({ t, open }: { t: AppText; open: OpenCampaign }) {
  const byCapability = Map.groupBy(open.places, ({ capability }) => capability);
  const groups = open.owners.map(({ capability, capabilityName }) => ({
    name: capabilityName,
    places: byCapability.get(capability) ?? [],
  }));
  return groups.map(({ name, places }) => (
    <details key={name} open={groups.length === 1} className="border-b border-hairline py-1.5">
      <summary>
        {name ?? t('campaigns.item.whole')}{' '}
        <span className="figures text-xs text-muted">
          {t('campaigns.reached', {
            reached: places.filter(({ standing }) => standing === 'reached').length,
            of: places.filter(({ standing }) => standing !== null).length,
          })}
        </span>
      </summary>
      <ul className="mt-1 ml-4">
        {places.map((place) => (
          <PlaceLine key={place.criterion} t={t} open={open} place={place} />
        ))}
      </ul>
    </details>
  ));
}
