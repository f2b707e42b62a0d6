import type { AppText } from '../../../../../_messages/registry.ts';
import type { OpenCampaign, Place } from './campaign-data.ts';
import { PlaceLink, Standing } from './place-link.tsx';

function PlaceLine({ t, open, place }: { t: AppText; open: OpenCampaign; place: Place }) {
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-hairline py-1.5 last:border-0">
      <span className="min-w-0">
        <PlaceLink open={open} place={place}>
          {place.title ?? t('campaigns.item.gone')}
        </PlaceLink>{' '}
        <span className="figures text-xs text-muted">{place.criterion}</span>
      </span>
      <Standing t={t} place={place} />
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
