import type { AppText } from '../../../../../_messages/registry.ts';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../../_ui/table.tsx';
import type { CampaignOwners, OpenCampaign, Place } from './campaign-data.ts';
import { ownerWords } from './campaign-owners.tsx';
import { PlaceLink, Standing } from './place-link.tsx';

type Single = { owner: CampaignOwners[number]; place: Place };

/** Each capability with its place where it has one and no more, so that a line says all there is; null where one has several. */
export function singlePlacesOf({ owners, places }: OpenCampaign): Single[] | null {
  const singles = owners.flatMap((owner) => {
    const [place, ...others] = places.filter(({ capability }) => capability === owner.capability);
    return place === undefined || others.length > 0 ? [] : [{ owner, place }];
  });
  return singles.length === owners.length && owners.length > 1 ? singles : null;
}

const Criterion = ({ t, place }: { t: AppText; place: Place }) => (
  <>
    {place.title ?? t('campaigns.item.gone')} <span className="figures text-xs">{place.criterion}</span>
  </>
);

/** Who sees to which place, and whether it is reached; a criterion that is the same everywhere is named once. */
export function SinglePlaces({ t, open, singles }: { t: AppText; open: OpenCampaign; singles: readonly Single[] }) {
  const first = singles[0]?.place;
  const isOne = first !== undefined && singles.every(({ place }) => place.criterion === first.criterion);
  return (
    <>
      {isOne ? (
        <p className="pb-1 text-muted">
          <Criterion t={t} place={first} />
        </p>
      ) : null}
      <Table label={t('campaigns.item.owners')} className="min-w-112">
        <Head>
          <tr>
            <HeadCell>{t('campaigns.item.capability')}</HeadCell>
            <HeadCell>{t('campaigns.item.who')}</HeadCell>
            <HeadCell>{t('campaigns.columns.progress')}</HeadCell>
          </tr>
        </Head>
        <Body>
          {singles.map(({ owner, place }) => (
            <Row key={owner.capability}>
              <Cell>
                <PlaceLink open={open} place={place}>
                  {owner.capabilityName ?? t('campaigns.item.whole')}
                </PlaceLink>
                {isOne ? null : (
                  <span className="block text-xs text-muted">
                    <Criterion t={t} place={place} />
                  </span>
                )}
              </Cell>
              <Cell className={owner.owner === null ? 'text-muted' : undefined}>{ownerWords(t, owner)}</Cell>
              <Cell>
                <Standing t={t} place={place} />
              </Cell>
            </Row>
          ))}
        </Body>
      </Table>
    </>
  );
}
