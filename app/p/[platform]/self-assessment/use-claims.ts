'use client';

import { useCallback, useMemo } from 'react';
import { trpc } from '../../../_trpc/client.tsx';
import { type Claim, placeOf, type SelfAssessment } from './self-assessment-data.ts';
import { useSaved } from './use-saved.ts';

/** The claims as they are on the screen; each is saved a moment after it was given. */
export function useClaims({ platform, claims }: Pick<SelfAssessment, 'platform' | 'claims'>) {
  const save = useCallback(
    (changed: Claim[]) => trpc.selfAssessment.save.mutate({ platform: platform.key, claims: changed }),
    [platform.key],
  );
  const before = claims.map(({ aspect, capability, claimed }): Claim => ({ aspect, capability, claimed }));
  const { given: answers, ...saved } = useSaved({ given: before, placeOf, save });
  const given = useMemo(() => new Map([...answers].map(([place, { claimed }]) => [place, claimed])), [answers]);
  return { given, ...saved };
}
