import { RecordImportedPurchases } from '@fanloop/counter';
import { systemActor } from '@fanloop/kernel';
import { InstallDefaultProgramme, TiersRead } from '@fanloop/loyalty';
import { MembersDoor } from '@fanloop/members';
import { ImportStores, type Store } from '@fanloop/organization';
import { BusinessCalendar, chunks, UnitOfWork } from '@fanloop/platform';
import { type PurchaseDraft, PutProducts } from '@fanloop/sales';
import type { INestApplicationContext } from '@nestjs/common';
import { type JourneyBasket, type JourneyFiles, readJourney } from './complete-journey-files';
import { followUp } from './follow-up';
import type { ProgressLine } from './progress-line';
import { Stopwatch, summaryLines, type Tally } from './summary';

const SOURCE = 'complete-journey';
/** The stores of the data set are in the United States' east. */
const ZONE = 'America/New_York';
const BATCH = 500;
const PRODUCTS_PER_TRANSACTION = 10_000;

/** The Complete Journey households as members with their purchases of 2017; a second run finds everything there. */
export const importCompleteJourney = async (
  app: INestApplicationContext,
  folder: string,
  progress: ProgressLine,
): Promise<string[]> => {
  const watch = new Stopwatch();
  const files = await readJourney(folder);
  progress.say(`read ${files.rows} rows, ${files.baskets.length} baskets, ${files.products.length} products`);
  // A brand without rules would pay no points at all; one that has some keeps them untouched.
  if ((await app.get(TiersRead, { strict: false }).execute()).items.length === 0)
    await app.get(InstallDefaultProgramme, { strict: false }).execute();
  watch.lap('reading');
  const drafts = await prepare(app, files);
  watch.lap('members, stores, products');
  const tally = await record(app, drafts, progress);
  watch.lap('purchases');
  const ends = await followUp(app, tally.written > 0, progress);
  watch.lap('events and tags');
  return summaryLines({ ...tally, rows: files.rows, skipped: files.skipped }, ends, watch);
};

const prepare = async (app: INestApplicationContext, files: JourneyFiles): Promise<PurchaseDraft[]> => {
  const calendar = app.get(BusinessCalendar, { strict: false });
  const instants = new Instants(calendar);
  const stores = await putStores(app, files);
  const members = await putMembers(app, files, instants);
  const put = app.get(PutProducts, { strict: false });
  for (const part of chunks(files.products, PRODUCTS_PER_TRANSACTION))
    await app.get(UnitOfWork, { strict: false }).run((tx) => put.execute(tx, part));
  return files.baskets.map((basket) => ({
    source: SOURCE,
    externalKey: basket.basketId,
    memberId: members.get(basket.householdId)!,
    storeId: stores.get(codeOf(basket.storeId))!.id,
    zone: ZONE,
    clerkStaffId: null,
    channel: 'import',
    occurredAt: instants.of(basket.localTime),
    lines: basket.lines,
  }));
};

const codeOf = (storeId: string): string => `CJ-${storeId}`;

const putStores = (app: INestApplicationContext, files: JourneyFiles): Promise<Map<string, Store>> => {
  const ids = [...new Set(files.baskets.map((basket) => basket.storeId))].sort();
  const none = { lat: null, lng: null, phone: null, photoUrl: null, openHours: '' };
  return app.get(ImportStores, { strict: false }).execute({
    actor: systemActor('import'),
    stores: ids.map((id) => ({ ...none, code: codeOf(id), name: `Store ${id}`, address: '', zone: ZONE })),
  });
};

const putMembers = async (
  app: INestApplicationContext,
  files: JourneyFiles,
  instants: Instants,
): Promise<Map<string, string>> => {
  const first = new Map<string, JourneyBasket>();
  for (const basket of files.baskets) if (!first.has(basket.householdId)) first.set(basket.householdId, basket);
  const door = app.get(MembersDoor, { strict: false });
  const members = new Map<string, string>();
  for (const part of chunks([...first.values()], BATCH)) {
    const ids = await app.get(UnitOfWork, { strict: false }).run((tx) =>
      door.importMany(
        tx,
        part.map((basket) => ({
          kind: 'household',
          externalKey: basket.householdId,
          nickname: `家庭 ${basket.householdId}`,
          joinedAt: instants.of(basket.localTime),
        })),
      ),
    );
    part.forEach((basket, i) => {
      members.set(basket.householdId, ids[i]!);
    });
  }
  return members;
};

const record = async (
  app: INestApplicationContext,
  drafts: readonly PurchaseDraft[],
  progress: ProgressLine,
): Promise<Pick<Tally, 'purchases' | 'written' | 'duplicates' | 'writtenLines' | 'points'>> => {
  const recorder = app.get(RecordImportedPurchases, { strict: false });
  const tally = { purchases: drafts.length, written: 0, duplicates: 0, writtenLines: 0, points: 0 };
  for (const part of chunks(drafts, BATCH)) {
    const { purchases, points } = await recorder.execute(part);
    for (const purchase of purchases) {
      if (purchase.duplicate) tally.duplicates += 1;
      else {
        tally.written += 1;
        tally.writtenLines += purchase.lines.length;
      }
    }
    tally.points += points;
    progress.show('purchases', tally.written + tally.duplicates, drafts.length);
  }
  return tally;
};

/** Local texts to instants: a zone is asked once for each hour, not for each basket. */
class Instants {
  private readonly hours = new Map<string, number>();

  constructor(private readonly calendar: BusinessCalendar) {}

  of(local: string): Date {
    const hour = local.slice(0, 13);
    let start = this.hours.get(hour);
    if (start === undefined) {
      start = this.calendar.instant(`${hour.replace(' ', 'T')}:00`, ZONE).getTime();
      this.hours.set(hour, start);
    }
    return new Date(start + Number(local.slice(14, 16)) * 60_000 + Number(local.slice(17, 19)) * 1_000);
  }
}
