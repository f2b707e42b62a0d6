export const surveys = { title: 'Surveys' } as const;
