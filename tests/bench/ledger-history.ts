import { InstallDefaultProgramme, LoyaltyDoor } from '@fanloop/loyalty';
import { chunks, UnitOfWork } from '@fanloop/platform';
import type { INestApplicationContext } from '@nestjs/common';
import { sampleRules } from '../../apps/worker/src/sample-brand/programme';
import { linesOf } from '../support/baskets';
import { type CountOf, seededCounts } from '../support/seeded-counts';

const SEED = 7;
const MEMBERS = 2000;
const DAYS = 360;
const FIRST_DAY = Date.UTC(2025, 10, 1);
const PER_TRANSACTION = 500;

/** A year of a brand in the points ledger: purchases of five lines, in the order of their times, under the sample brand's rules. */
export const fillLedger = async (app: INestApplicationContext, purchases: number): Promise<void> => {
  await app.get(InstallDefaultProgramme, { strict: false }).execute({ rules: sampleRules });
  const uow = app.get(UnitOfWork, { strict: false });
  const loyalty = app.get(LoyaltyDoor, { strict: false });
  const count = seededCounts(SEED);
  const ordinals = new Map<string, number>();
  const all = Array.from({ length: purchases }, (_, i) => aPurchase(i, purchases, count, ordinals));
  for (const batch of chunks(all, PER_TRANSACTION)) await uow.run((tx) => loyalty.earnForPurchases(tx, batch));
};

const aPurchase = (i: number, of: number, count: CountOf, ordinals: Map<string, number>) => {
  const memberId = String(count(1, MEMBERS));
  const ordinalOfMember = (ordinals.get(memberId) ?? 0) + 1;
  ordinals.set(memberId, ordinalOfMember);
  return {
    purchaseId: String(i + 1),
    purchaseNo: `B${i + 1}`,
    memberId,
    storeId: String(count(1, 20)),
    occurredAt: new Date(FIRST_DAY + Math.floor((i / of) * DAYS * 86_400_000)),
    channel: 'store',
    lines: linesOf(count),
    ordinalOfMember,
  };
};
