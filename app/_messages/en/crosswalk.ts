export const crosswalk = {
  title: 'See also in other models',
  about:
    'Where this rubric has a neighbour in another model. It points and converts nothing: levels of one say nothing about levels of the other.',
  here: 'Here',
  there: 'There',
  note: 'How near they are',
  noneTitle: 'No neighbour is named',
  none: 'This rubric names none. A pack says so in its file crosswalk.yaml.',
  unknown: 'This rubric does not come with Plumbline, and what it names is not kept with it.',
} as const;
