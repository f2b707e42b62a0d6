/** A question as a template says it; `text` is the whole of what is asked. */
export type TemplateQuestion = {
  /** the key under which criteria know it */
  key: string;
  /** one of rubrics/question-types/registry.ts */
  kind: string;
  /** asked about each capability, or once */
  per: 'capability' | 'cycle';
  text: string;
  /** statements to be rated one by one */
  items?: { key: string; text: string }[];
  options?: { key: string; text: string }[];
  /** how long people take over it */
  seconds: number;
};

/** What a cycle asks. One file here and one line in registry.ts. Core questions stay as they are from cycle to cycle. */
export type SurveyTemplate = {
  key: string;
  name: string;
  about: string;
  /** why we ask, as the form says it unless the author has better words */
  purpose: string;
  /** more than this in one form tires people */
  mostCapabilities: number;
  questions: TemplateQuestion[];
};
