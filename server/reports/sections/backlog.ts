import { type BacklogSnapshot, ledgerOf } from '../../backlog/backlog-snapshot.ts';
import type { Calibration, Ledger } from '../../backlog/ledger-schema.ts';
import { listAsks } from '../list-asks.ts';
import type { Material } from '../report-material.ts';
import type { Block } from '../report-model.ts';
import { number, type SectionBuilder, text } from '../section.ts';

const LONGEST_LIST = 5;

type Item = BacklogSnapshot['items'][number];

/** What would help most, what is planned and what it should bring, and what finished improvements did bring. */
export const backlog: SectionBuilder = (material) => {
  const { texts, edition, backlog: snapshot } = material;
  const blocks: Block[] = [];
  // without asks of the editors the summary says it already
  if (edition.asks.length > 0) {
    const items = listAsks(material, LONGEST_LIST);
    blocks.push({ kind: 'list', title: texts.summary.helps, ordered: true, items });
  }
  if (snapshot === null) blocks.push({ kind: 'paragraph', text: texts.backlog.notKept });
  else if (snapshot.items.length === 0) blocks.push({ kind: 'paragraph', text: texts.backlog.none });
  else blocks.push(planned(snapshot, material), ...finished(snapshot, material), ...estimates(snapshot, material));
  return { id: 'backlog', title: texts.backlog.title, startsPage: true, blocks };
};

const isOpen = ({ state }: Item) => state === 'proposed' || state === 'planned' || state === 'doing';
const isFinished = ({ state }: Item) => state === 'done' || state === 'verified' || state === 'not_confirmed';

function planned({ items }: BacklogSnapshot, material: Material): Block {
  const { texts } = material;
  const open = items.filter(isOpen);
  const expected = open.flatMap(({ predicted }) => predicted?.value ?? []);
  const sum = expected.length === 0 ? null : texts.points(expected.reduce((total, value) => total + value, 0));
  const { improvement, state, owner, due, effort, expected: effect } = texts.backlog.columns;
  return {
    kind: 'table',
    title: open.length === 0 ? texts.backlog.openNone : texts.backlog.open(open.length, sum),
    columns: [text(improvement), text(state), text(owner), text(due), number(effort), number(effect)],
    rows: open.map((item) => [
      titleOf(item, material),
      texts.backlog.states[item.state],
      ownerIn(item, material),
      item.dueOn === null ? texts.none : texts.day(item.dueOn),
      item.effortDays === null ? texts.none : texts.number(item.effortDays),
      pointsOf(item.predicted, material),
    ]),
    note: texts.backlog.openNote,
  };
}

/** Predicted beside measured, of everything that was finished. */
function finished({ items }: BacklogSnapshot, material: Material): Block[] {
  const { texts } = material;
  const ended = items.filter(isFinished);
  if (ended.length === 0) return [];
  const confirmed = ended.filter(({ state }) => state === 'verified').length;
  const { improvement, state, expected, measured } = texts.backlog.columns;
  return [
    {
      kind: 'table',
      title: texts.backlog.ledger(confirmed, ended.length),
      columns: [text(improvement), text(state), number(expected), number(measured)],
      rows: ended.map((item) => [
        titleOf(item, material),
        texts.backlog.states[item.state],
        pointsOf(item.predicted, material),
        pointsOf(item.measured, material),
      ]),
      note: texts.backlog.ledgerNote,
    },
  ];
}

/** Whether estimates are any good, by the quarter in which they were put to the test. */
function estimates(snapshot: BacklogSnapshot, { texts }: Material): Block[] {
  const ledger = ledgerOf(snapshot);
  if (ledger === null || ledger.items.length === 0) return [];
  const { estimates: words, columns } = texts.backlog;
  const { compared, predicted, measured, daysToVerify } = ledger.all;
  const days = daysToVerify === null ? '' : ` ${words.days(texts.number(daysToVerify))}`;
  return [
    {
      kind: 'table',
      title:
        compared < ledger.needed
          ? words.few(compared, ledger.needed)
          : words.brought(compared, texts.points(predicted), texts.points(measured)),
      columns: [
        ...[text(columns.quarter), number(columns.verified), number(columns.expected), number(columns.measured)],
        ...[number(columns.ratio), number(columns.error), number(columns.effort)],
      ],
      rows: rowsOf(ledger, texts),
      note: `${words.note(ledger.needed)}${days}`,
    },
  ];
}

function rowsOf({ quarters, all }: Ledger, texts: Material['texts']): string[][] {
  const { estimates: words } = texts.backlog;
  const row = (
    name: string,
    { compared, settled, verified, predicted, measured, ratio, error, effort }: Calibration,
  ) => [
    ...[name, words.of(`${verified}`, `${settled}`)],
    ...[predicted, measured].map((value) => (compared === 0 ? texts.none : texts.points(value))),
    ratio === null ? texts.none : texts.ratio(ratio),
    error === null
      ? texts.none
      : words.error(texts.points(error.estimate), texts.points(error.low), texts.points(error.high)),
    effort === null ? texts.none : words.of(texts.number(effort.actual), texts.number(effort.estimated)),
  ];
  const single = quarters.map((quarter) => row(quarter.period, quarter));
  return quarters.length > 1 ? [...single, row(words.all, all)] : single;
}

/** Who sees to it; a person who has left or is to be forgotten has no name. */
export const ownerIn = ({ owner }: Item, { texts }: Material) =>
  owner === null ? texts.backlog.nobody : (owner.name ?? texts.backlog.somebody);

const pointsOf = (effect: { value: number | null } | null, { texts }: Material) =>
  effect === null || effect.value === null ? texts.none : texts.points(effect.value);

function titleOf({ title, criteria }: Item, { texts }: Material): string {
  const ids = [...new Set(criteria.map(({ criterion }) => criterion))];
  return ids.length === 0 ? title : `${title} (${texts.list(ids)})`;
}
