import type { Material } from '../report-material.ts';
import { column, day, type SheetBuilder, text } from './sheet.ts';

/** What counts as met though it is not, and what was set aside. */
export const exemptionsSheet: SheetBuilder = (material) => {
  const { texts, setAside } = material;
  const { cells, criteria, exemptions, kinds, sheets } = texts.workbook;
  return {
    name: sheets.exemptions,
    columns: [
      ...[column(exemptions.kind, 16), column(criteria.id, 11), column(criteria.title, 70)],
      ...[column(cells.capability, 34), column(exemptions.approved, 12), column(exemptions.ends, 12)],
      column(exemptions.self, 14),
    ],
    rows: [
      ...setAside.exemptions.map((one) => rowOf(kinds.exemption, { ...one, endsAt: one.expiresAt }, material)),
      ...setAside.notApplicable.map((one) => rowOf(kinds.not_applicable, { ...one, endsAt: null }, material)),
    ],
  };
};

type Approval = {
  criterion: string;
  capability: string | null;
  approvedAt: string;
  endsAt: string | null;
  selfApproved: boolean;
};

function rowOf(kind: string, given: Approval, { texts, nameOf }: Material) {
  const { criterion, capability, approvedAt, endsAt, selfApproved } = given;
  return [
    ...[text(kind), text(criterion), text(nameOf.criterion(criterion))],
    text(capability === null ? texts.evidence.platform : nameOf.capability(capability)),
    ...[day(approvedAt), day(endsAt), text(selfApproved ? texts.yes : texts.no)],
  ];
}
