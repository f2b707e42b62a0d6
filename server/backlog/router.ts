import { procedure, router } from '../trpc.ts';
import { changeImprovement, changeImprovementInput } from './change-improvement.ts';
import { createImprovement, createImprovementInput } from './create-improvement.ts';
import { evaluateImprovement, evaluateImprovementInput } from './evaluate-improvement.ts';
import { importImprovements, importImprovementsInput } from './import-improvements.ts';
import { listBacklog, listBacklogInput } from './list-backlog.ts';
import { listChoices, listChoicesInput } from './list-choices.ts';
import { moveImprovement, moveImprovementInput } from './move-improvement.ts';
import { openLedger, openLedgerInput } from './open-ledger.ts';
import { previewEffect, previewEffectInput } from './preview-effect.ts';
import { previewImprovements, previewImprovementsInput } from './preview-improvements.ts';
import { openImprovement, readImprovementInput } from './read-improvement.ts';

export const backlogRouter = router({
  list: procedure.input(listBacklogInput).query(({ ctx, input }) => listBacklog(ctx, input)),
  read: procedure.input(readImprovementInput).query(({ ctx, input }) => openImprovement(ctx, input)),
  choices: procedure.input(listChoicesInput).query(({ ctx, input }) => listChoices(ctx, input)),
  preview: procedure.input(previewEffectInput).query(({ ctx, input }) => previewEffect(ctx, input)),
  ledger: procedure.input(openLedgerInput).query(({ ctx, input }) => openLedger(ctx, input)),
  // a file is too long for an address
  previewFile: procedure.input(previewImprovementsInput).mutation(({ ctx, input }) => previewImprovements(ctx, input)),
  importFile: procedure.input(importImprovementsInput).mutation(({ ctx, input }) => importImprovements(ctx, input)),
  create: procedure.input(createImprovementInput).mutation(({ ctx, input }) => createImprovement(ctx, input)),
  change: procedure.input(changeImprovementInput).mutation(({ ctx, input }) => changeImprovement(ctx, input)),
  move: procedure.input(moveImprovementInput).mutation(({ ctx, input }) => moveImprovement(ctx, input)),
  evaluate: procedure.input(evaluateImprovementInput).mutation(({ ctx, input }) => evaluateImprovement(ctx, input)),
});
