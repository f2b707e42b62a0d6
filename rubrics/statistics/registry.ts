import { benjaminiHochbergStatistic } from './benjamini-hochberg.ts';
import { bootstrapStatistic } from './bootstrap.ts';
import { cliffsDeltaStatistic } from './cliffs-delta.ts';
import { cronbachAlphaStatistic } from './cronbach-alpha.ts';
import { csatStatistic } from './csat.ts';
import { favourabilityStatistic } from './favourability.ts';
import { finitePopulation } from './finite-population.ts';
import { fisherExactStatistic } from './fisher-exact.ts';
import { fleissKappaStatistic } from './fleiss-kappa.ts';
import { hedgesGStatistic } from './hedges-g.ts';
import { holmStatistic } from './holm.ts';
import { krippendorffStatistic } from './krippendorff.ts';
import { mannKendallStatistic } from './mann-kendall.ts';
import { mannWhitneyStatistic } from './mann-whitney.ts';
import { meanAndSdStatistic } from './mean-and-sd.ts';
import { meanTStatistic } from './mean-t.ts';
import { nearestRankStatistic } from './nearest-rank.ts';
import { newcombeStatistic } from './newcombe.ts';
import { npsStatistic } from './nps.ts';
import { quickCheckStatistic } from './quick-check.ts';
import { sampleSizeStatistic } from './sample-size.ts';
import type { StatisticDefinition } from './statistic.ts';
import { susStatistic } from './sus.ts';
import { theilSenStatistic } from './theil-sen.ts';
import { umuxLiteStatistic } from './umux-lite.ts';
import { weightedKappaStatistic } from './weighted-kappa.ts';
import { welchStatistic } from './welch.ts';
import { wilsonStatistic } from './wilson.ts';

/** Every statistic that Plumbline computes, one line each. */
export const statistics = {
  [benjaminiHochbergStatistic.key]: benjaminiHochbergStatistic,
  [bootstrapStatistic.key]: bootstrapStatistic,
  [cliffsDeltaStatistic.key]: cliffsDeltaStatistic,
  [cronbachAlphaStatistic.key]: cronbachAlphaStatistic,
  [csatStatistic.key]: csatStatistic,
  [favourabilityStatistic.key]: favourabilityStatistic,
  [finitePopulation.key]: finitePopulation,
  [fisherExactStatistic.key]: fisherExactStatistic,
  [fleissKappaStatistic.key]: fleissKappaStatistic,
  [hedgesGStatistic.key]: hedgesGStatistic,
  [holmStatistic.key]: holmStatistic,
  [krippendorffStatistic.key]: krippendorffStatistic,
  [mannKendallStatistic.key]: mannKendallStatistic,
  [mannWhitneyStatistic.key]: mannWhitneyStatistic,
  [meanAndSdStatistic.key]: meanAndSdStatistic,
  [meanTStatistic.key]: meanTStatistic,
  [nearestRankStatistic.key]: nearestRankStatistic,
  [newcombeStatistic.key]: newcombeStatistic,
  [npsStatistic.key]: npsStatistic,
  [quickCheckStatistic.key]: quickCheckStatistic,
  [sampleSizeStatistic.key]: sampleSizeStatistic,
  [susStatistic.key]: susStatistic,
  [theilSenStatistic.key]: theilSenStatistic,
  [umuxLiteStatistic.key]: umuxLiteStatistic,
  [weightedKappaStatistic.key]: weightedKappaStatistic,
  [welchStatistic.key]: welchStatistic,
  [wilsonStatistic.key]: wilsonStatistic,
} satisfies Record<string, StatisticDefinition>;
