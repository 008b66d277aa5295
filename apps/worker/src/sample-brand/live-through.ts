import { RecordImportedPurchases } from '@fanloop/counter';
import { addDays } from '@fanloop/kernel';
import { ActivatePoints, ExpirePoints, ReassessTiers } from '@fanloop/loyalty';
import { MembersDoor } from '@fanloop/members';
import type { Store } from '@fanloop/organization';
import { chunks, DrainOutbox, UnitOfWork } from '@fanloop/platform';
import type { PurchaseDraft } from '@fanloop/sales';
import type { INestApplicationContext } from '@nestjs/common';
import type { SampleMember } from './members';
import type { SamplePurchase } from './purchases';
import type { StoryClock } from './story-clock';

const BATCH = 500;
const STEP_DAYS = 7;
/** Tiers are looked at every fourth step. */
const STEPS_PER_TIER_SWEEP = 4;

export interface Past {
  readonly members: readonly SampleMember[];
  readonly purchases: readonly SamplePurchase[];
  readonly from: Date;
  readonly until: Date;
  /** Filled as members join; one map for all spans of a past. */
  readonly memberIds: Map<string, string>;
  /** What members do with their points in the week that ends at `at`. */
  readonly usePoints?: (memberIds: readonly string[], at: Date) => Promise<void>;
}

/**
 * Two years in steps of a week: members join, buy, and the nightly sweeps do their work, each in its own time and
 * through the use cases of every day. Keys make it repeatable: a seed that was cut short goes on where it stopped.
 */
export const liveThrough = async (
  app: INestApplicationContext,
  past: Past,
  stores: Map<string, Store>,
  clock: StoryClock,
  progress: (done: number, all: number) => void,
): Promise<{ purchases: number; points: number }> => {
  const ids = past.memberIds;
  const total = { purchases: 0, points: 0 };
  let step = 0;
  for (let from = past.from; from < past.until; from = addDays(from, STEP_DAYS)) {
    step += 1;
    const until = new Date(Math.min(addDays(from, STEP_DAYS).getTime(), past.until.getTime()));
    const within = (at: Date): boolean => at >= from && at < until;
    await join(
      app,
      past.members.filter((member) => within(member.joinedAt)),
      ids,
    );
    clock.moveTo(until);
    const drafts = past.purchases
      .filter((purchase) => within(purchase.occurredAt))
      .map((purchase) => draftOf(purchase, ids, stores));
    for (const part of chunks(drafts, BATCH)) {
      total.points += (await app.get(RecordImportedPurchases, { strict: false }).execute(part)).points;
      total.purchases += part.length;
      progress(total.purchases, past.purchases.length);
    }
    await app.get(DrainOutbox, { strict: false }).execute();
    await app.get(ActivatePoints, { strict: false }).execute();
    await app.get(ExpirePoints, { strict: false }).execute();
    await past.usePoints?.([...ids.values()], until);
    if (step % STEPS_PER_TIER_SWEEP === 0) await app.get(ReassessTiers, { strict: false }).execute();
  }
  return total;
};

const join = async (
  app: INestApplicationContext,
  members: readonly SampleMember[],
  ids: Map<string, string>,
): Promise<void> => {
  const door = app.get(MembersDoor, { strict: false });
  for (const part of chunks(members, BATCH)) {
    const made = await app.get(UnitOfWork, { strict: false }).run((tx) =>
      door.importMany(
        tx,
        part.map(({ externalKey, nickname, joinedAt, phone, birthday }) => ({
          kind: 'pos-card',
          externalKey,
          nickname,
          joinedAt,
          phone,
          birthday,
        })),
      ),
    );
    part.forEach((member, i) => {
      ids.set(member.externalKey, made[i]!);
    });
  }
};

const draftOf = (purchase: SamplePurchase, ids: Map<string, string>, stores: Map<string, Store>): PurchaseDraft => {
  const store = stores.get(purchase.storeCode)!;
  return {
    source: 'sample-brand',
    externalKey: purchase.externalKey,
    memberId: ids.get(purchase.member.externalKey)!,
    storeId: store.id,
    zone: store.zone,
    clerkStaffId: null,
    channel: 'store',
    occurredAt: purchase.occurredAt,
    lines: purchase.lines.map(({ product, quantity }) => ({
      sku: product.sku,
      name: product.name,
      category: product.category,
      quantity,
      grossFen: product.priceFen * quantity,
      discountFen: 0,
      amountFen: product.priceFen * quantity,
    })),
  };
};
