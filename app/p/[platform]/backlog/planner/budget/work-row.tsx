import Link from 'next/link';
import type { AppText } from '../../../../../_messages/registry.ts';
import { Cell, Row } from '../../../../../_ui/table.tsx';
import {
  type Asked,
  addressOf,
  isPlace,
  type Names,
  type Surroundings,
  type Work,
  withoutWish,
} from './budget-data.ts';
import { EstimateField } from './estimate-field.tsx';

type Props = { t: AppText; work: Work; asked: Asked; around: Surroundings; names: Names };

export function mayEstimate({ capabilities, mayEstimatePlatform }: Surroundings, capability: string | null): boolean {
  if (capability === null) return mayEstimatePlatform;
  return capabilities.some((one) => one.key === capability && one.mayEstimate);
}

/** Rules a place out, or keeps it in; what is wished already is taken back above the plan. */
function Wishes({ t, work, asked, around, names }: Props) {
  const { criterion, capability } = work;
  const place = { criterion, capability };
  const platform = around.platform.key;
  const rest = withoutWish(asked, place);
  const words = { criterion, about: names.about(capability) };
  const style =
    'inline-flex min-h-6 items-center text-accent-strong underline-offset-3 hover:underline pointer-coarse:min-h-11';
  return (
    <span className="inline-flex gap-3 text-xs whitespace-nowrap">
      {asked.must.some((one) => isPlace(one, place)) ? null : (
        <Link
          href={addressOf(platform, { ...rest, must: [...rest.must, place] })}
          prefetch={false}
          aria-label={t('budget.keepLabel', words)}
          className={style}
        >
          {t('budget.keep')}
        </Link>
      )}
      <Link
        href={addressOf(platform, { ...rest, never: [...rest.never, place] })}
        prefetch={false}
        aria-label={t('budget.ruleOutLabel', words)}
        className={style}
      >
        {t('budget.ruleOut')}
      </Link>
    </span>
  );
}

/** One thing to do: what, where, whose, how much. */
export function WorkRow(props: Props) {
  const { t, work, around, names } = props;
  const { criterion, capability } = work;
  const isOwn = around.ownEfforts.some((one) => isPlace(one, work));
  const marks = [
    t(`budget.kinds.${work.kind}`),
    work.isMedian ? t('budget.isMedian') : null,
    isOwn ? t('budget.isOwn') : null,
    work.isWanted ? t('budget.isWanted') : null,
  ].filter((mark) => mark !== null);
  return (
    <Row>
      <Cell className="min-w-64">
        <Link
          href={names.page(around.platform.key, work)}
          prefetch={false}
          className="hover:underline hover:underline-offset-3"
        >
          {work.title}
        </Link>
        <span className="block text-xs text-muted">
          <span className="figures">{criterion}</span> · {marks.join(' · ')}
        </span>
      </Cell>
      <Cell className="whitespace-nowrap">{names.about(capability)}</Cell>
      <Cell className="whitespace-nowrap">{capability === null ? null : names.team(work.owner)}</Cell>
      <Cell numeric>
        <EstimateField
          platform={around.platform.key}
          place={{ criterion, capability }}
          about={names.about(capability)}
          days={work.days}
          isOwn={isOwn}
          mayChange={mayEstimate(around, capability)}
        />
      </Cell>
      <Cell>
        <Wishes {...props} />
      </Cell>
    </Row>
  );
}
