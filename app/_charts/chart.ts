import type { ReactNode } from 'react';
import type { AppText } from '../_messages/registry.ts';

/** What a chart draws from, and the language it speaks. */
export type ChartProps<Data> = { data: Data; t: AppText };

/**
 * A chart and the numbers behind it. A new one is one file here, one line in `registry.ts`, and its title and unit under
 * `charts` in the messages. The table says everything that the drawing does, for whoever cannot or will not see that.
 */
export type Chart<Data> = {
  Drawing: (props: ChartProps<Data>) => ReactNode;
  Table: (props: ChartProps<Data>) => ReactNode;
};
