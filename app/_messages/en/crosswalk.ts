export const crosswalk = {
  title: 'See also in other models',
  about:
    'Where this rubric has a neighbour in another model. It points and converts nothing: levels of one say nothing about levels of the other.',
  related: 'Related',
  inModel: 'in {model}: {names}',
  points: 'It points, it never converts.',
  here: 'Here',
  there: 'There',
  note: 'How near they are',
  noneTitle: 'No neighbour is named',
  none: 'This rubric names none. A pack says so in its file crosswalk.yaml.',
  unknown: 'Only a frozen quarter knows this rubric; the file that would name its neighbours is not here.',
} as const;
