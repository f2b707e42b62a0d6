import { procedure, router } from '../trpc.ts';
import { createPlatform, createPlatformInput } from './create-platform.ts';
import { deleteCapability, deleteCapabilityInput } from './delete-capability.ts';
import { deleteTeam, deleteTeamInput } from './delete-team.ts';
import { exportFile, exportFileInput } from './export-file.ts';
import { importFile, importFileInput } from './import-file.ts';
import { listCapabilities, listCapabilitiesInput } from './list-capabilities.ts';
import { listItemTargets, listItemTargetsInput } from './list-item-targets.ts';
import { listPlatforms } from './list-platforms.ts';
import { listTargets, listTargetsInput } from './list-targets.ts';
import { listTeams, listTeamsInput } from './list-teams.ts';
import { orderCapabilities, orderCapabilitiesInput } from './order-capabilities.ts';
import { previewFile, previewFileInput } from './preview-file.ts';
import { readCatalogue, readCatalogueInput } from './read-catalogue.ts';
import { readOffer } from './read-offer.ts';
import { readTeam, readTeamInput } from './read-team.ts';
import { saveCapability, saveCapabilityInput } from './save-capability.ts';
import { saveItemTarget, saveItemTargetInput } from './save-item-target.ts';
import { saveTargets, saveTargetsInput } from './save-targets.ts';
import { saveTeam, saveTeamInput } from './save-team.ts';
import { updatePlatform, updatePlatformInput } from './update-platform.ts';

export const catalogueRouter = router({
  listPlatforms: procedure.query(({ ctx }) => listPlatforms(ctx)),
  createPlatform: procedure.input(createPlatformInput).mutation(({ ctx, input }) => createPlatform(ctx, input)),
  updatePlatform: procedure.input(updatePlatformInput).mutation(({ ctx, input }) => updatePlatform(ctx, input)),
  readOffer: procedure.query(({ ctx }) => readOffer(ctx)),
  readCatalogue: procedure.input(readCatalogueInput).query(({ ctx, input }) => readCatalogue(ctx, input)),
  listCapabilities: procedure.input(listCapabilitiesInput).query(({ ctx, input }) => listCapabilities(ctx, input)),
  saveCapability: procedure.input(saveCapabilityInput).mutation(({ ctx, input }) => saveCapability(ctx, input)),
  deleteCapability: procedure.input(deleteCapabilityInput).mutation(({ ctx, input }) => deleteCapability(ctx, input)),
  orderCapabilities: procedure
    .input(orderCapabilitiesInput)
    .mutation(({ ctx, input }) => orderCapabilities(ctx, input)),
  listTargets: procedure.input(listTargetsInput).query(({ ctx, input }) => listTargets(ctx, input)),
  listItemTargets: procedure.input(listItemTargetsInput).query(({ ctx, input }) => listItemTargets(ctx, input)),
  saveItemTarget: procedure.input(saveItemTargetInput).mutation(({ ctx, input }) => saveItemTarget(ctx, input)),
  saveTargets: procedure.input(saveTargetsInput).mutation(({ ctx, input }) => saveTargets(ctx, input)),
  listTeams: procedure.input(listTeamsInput.default({})).query(({ ctx, input }) => listTeams(ctx, input)),
  readTeam: procedure.input(readTeamInput).query(({ ctx, input }) => readTeam(ctx, input)),
  deleteTeam: procedure.input(deleteTeamInput).mutation(({ ctx, input }) => deleteTeam(ctx, input)),
  saveTeam: procedure.input(saveTeamInput).mutation(({ ctx, input }) => saveTeam(ctx, input)),
  // a file may be large: both go by POST, though a preview writes nothing
  previewFile: procedure.input(previewFileInput).mutation(({ ctx, input }) => previewFile(ctx, input)),
  importFile: procedure.input(importFileInput).mutation(({ ctx, input }) => importFile(ctx, input)),
  exportFile: procedure.input(exportFileInput).query(({ ctx, input }) => exportFile(ctx, input)),
});
