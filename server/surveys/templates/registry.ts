import { platformExperience } from './platform-experience.ts';
import type { SurveyTemplate } from './template.ts';

/** Every survey template, one line each. */
export const surveyTemplates: Readonly<Record<string, SurveyTemplate>> = {
  [platformExperience.key]: platformExperience,
};
