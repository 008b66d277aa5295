import { TiersRead } from '@fanloop/loyalty';
import { DrainOutbox } from '@fanloop/platform';
import { PurchasesRead } from '@fanloop/sales';
import { PopulationRead, RequestTagging, RunTagging } from '@fanloop/tagging';
import type { INestApplicationContext } from '@nestjs/common';
import type { ProgressLine } from './progress-line';
import type { Ends } from './summary';

/** Hands the events to their handlers, computes RFM, tags and fan tiers, and tells what came out. */
export const followUp = async (
  app: INestApplicationContext,
  changed: boolean,
  progress: ProgressLine,
): Promise<Ends> => {
  const drain = app.get(DrainOutbox, { strict: false });
  let deliveries = await drain.execute();
  progress.say(`handled ${deliveries} event deliveries`);
  const asOf = await app.get(PurchasesRead, { strict: false }).lastBusinessDate();
  if (changed && asOf) {
    await app.get(RequestTagging, { strict: false }).execute({ by: 'system:import', asOf });
    const tagging = app.get(RunTagging, { strict: false });
    for (let run = await tagging.execute(); run; run = await tagging.execute())
      progress.say(`tagging run ${run.runId}`);
    // Changed tiers are events themselves.
    deliveries += await drain.execute();
  }
  const [tiers, fanTiers] = await Promise.all([
    app.get(TiersRead, { strict: false }).execute(),
    app.get(PopulationRead, { strict: false }).fanTiers(),
  ]);
  return {
    deliveries,
    asOf: changed ? asOf : null,
    tiers: tiers.items.map(({ name, members }) => ({ name, members })),
    fanTiers: fanTiers.map(({ name, members }) => ({ name, members })),
  };
};
