import { finitePopulation } from './finite-population.ts';
import { mannKendallStatistic } from './mann-kendall.ts';
import { meanAndSdStatistic } from './mean-and-sd.ts';
import { meanTStatistic } from './mean-t.ts';
import { nearestRankStatistic } from './nearest-rank.ts';
import { newcombeStatistic } from './newcombe.ts';
import { npsStatistic } from './nps.ts';
import type { StatisticDefinition } from './statistic.ts';
import { theilSenStatistic } from './theil-sen.ts';
import { umuxLiteStatistic } from './umux-lite.ts';
import { wilsonStatistic } from './wilson.ts';

/** Every statistic that Plumbline computes, one line each. */
export const statistics = {
  [finitePopulation.key]: finitePopulation,
  [mannKendallStatistic.key]: mannKendallStatistic,
  [meanAndSdStatistic.key]: meanAndSdStatistic,
  [meanTStatistic.key]: meanTStatistic,
  [nearestRankStatistic.key]: nearestRankStatistic,
  [newcombeStatistic.key]: newcombeStatistic,
  [npsStatistic.key]: npsStatistic,
  [theilSenStatistic.key]: theilSenStatistic,
  [umuxLiteStatistic.key]: umuxLiteStatistic,
  [wilsonStatistic.key]: wilsonStatistic,
} satisfies Record<string, StatisticDefinition>;
