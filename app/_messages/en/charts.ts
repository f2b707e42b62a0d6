export const charts = {
  table: 'Show as a table',
  day: 'Day',
  unknown: 'not known',
  'campaign-progress': {
    title: 'Met by evidence, day by day',
    unit: 'places; dashed: all that are in force',
    reached: 'Met',
    of: 'In force',
  },
  'level-history': {
    title: 'Level by day',
    unit: 'level; shaded: what is possible',
    aspect: 'Aspect',
    from: 'From',
    to: 'To',
    level: 'Level',
    range: 'Possible',
    none: 'No level',
  },
  'metric-series': {
    title: 'Day by day',
    unit: 'by day',
    value: 'Value',
    spread: 'Least to greatest',
  },
  'percent-trend': {
    title: 'Percent to target, day by day',
    unit: 'percent; shaded: what is possible',
    value: 'To target',
    range: 'Range',
  },
} as const;
