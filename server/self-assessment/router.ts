import { procedure, router } from '../trpc.ts';
import { importPemm, importPemmInput } from './import-pemm.ts';
import { previewPemm, previewPemmInput } from './preview-pemm.ts';
import { readSelfAssessment, readSelfAssessmentInput } from './read-self-assessment.ts';
import { saveClaims, saveClaimsInput } from './save-claims.ts';

export const selfAssessmentRouter = router({
  read: procedure.input(readSelfAssessmentInput).query(({ ctx, input }) => readSelfAssessment(ctx, input)),
  save: procedure.input(saveClaimsInput).mutation(({ ctx, input }) => saveClaims(ctx, input)),
  // changes nothing, but a link is what somebody answered and has no place in an address
  previewPemm: procedure.input(previewPemmInput).mutation(({ ctx, input }) => previewPemm(ctx, input)),
  importPemm: procedure.input(importPemmInput).mutation(({ ctx, input }) => importPemm(ctx, input)),
});
