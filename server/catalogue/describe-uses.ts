import type { countUsesOfCapability, countUsesOfTeam } from '#db/queries/uses.ts';

type TeamUses = Awaited<ReturnType<typeof countUsesOfTeam>>;
type CapabilityUses = Awaited<ReturnType<typeof countUsesOfCapability>>;

const counted = (n: number, one: string, many: string): string[] => (n === 0 ? [] : [n === 1 ? one : `${n} ${many}`]);
const told = (n: number, words: string): string[] => (n === 0 ? [] : [words]);

/** Why a team has to stay, or null where nothing needs it. */
export function teamIsNeeded(name: string, uses: TeamUses): string | null {
  const reasons = [
    ...told(uses.capabilities, 'it owns capabilities'),
    ...told(uses.formerSettings, 'it owned capabilities before'),
    ...told(uses.teams, 'other teams belong to it or once did'),
    ...told(uses.roles, 'people speak for it as owners'),
    ...counted(uses.surveys, 'a survey asks or asked it', 'surveys ask or asked it'),
    ...told(uses.series, 'evidence is labelled with it'),
    ...told(uses.improvements, 'the backlog names it'),
    ...counted(uses.campaigns, 'a campaign names it', 'campaigns name it'),
  ];
  return stays(name, reasons);
}

/** Why a capability has to stay, or null where nothing needs it. */
export function capabilityIsNeeded(name: string, uses: CapabilityUses): string | null {
  const reasons = [
    ...counted(uses.quarters, 'a frozen quarter shows it', 'frozen quarters show it'),
    ...told(uses.series, 'there is evidence of it'),
    ...counted(uses.attestations, 'an attestation is about it', 'attestations are about it'),
    ...counted(uses.exemptions, 'an exemption was asked for it', 'exemptions were asked for it'),
    ...told(uses.claims, 'the self-assessment speaks of it'),
    ...counted(uses.surveys, 'a survey asks or asked about it', 'surveys ask or asked about it'),
    ...told(uses.improvements, 'the backlog names it'),
    ...counted(uses.campaigns, 'a campaign is about it', 'campaigns are about it'),
  ];
  return stays(name, reasons);
}

const stays = (name: string, reasons: string[]): string | null =>
  reasons.length === 0 ? null : `${name} is needed: ${reasons.join('; ')}. Archive it instead.`;
