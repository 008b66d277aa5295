import type { Clock } from '@fanloop/kernel';
import { BusinessCalendar, CLOCK, Reader, Tx, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { ImportPlan, planImport, RowFault } from '../rules/import/plan';
import type { ImportStore } from '../rules/import/read-row';
import { refuseSale } from '../rules/refusals';
import { readCsv } from '../store/csv';
import { ImportJob, ImportRepository, RowOutcome } from '../store/import.repository';

/** The steps of a run, for the use case that records the purchases. Each checkpoint is committed with its batch. */
@Injectable()
export class ProgressImport {
  constructor(
    private readonly imports: ImportRepository,
    private readonly reader: Reader,
    private readonly unitOfWork: UnitOfWork,
    private readonly calendar: BusinessCalendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  waiting(): Promise<string[]> {
    return this.imports.waiting(this.reader);
  }

  async job(importId: string): Promise<ImportJob> {
    const job = await this.imports.find(this.reader, importId);
    if (!job) throw refuseSale('ImportNotFound');
    return job;
  }

  /** Takes or keeps a running import. False when it was cancelled or another worker holds it. */
  lease(importId: string, owner: string): Promise<boolean> {
    return this.unitOfWork.run((tx) => this.imports.lease(tx, importId, owner));
  }

  /** The same inside a batch: the row stays locked until the batch commits, so a cancel comes before or after it. */
  leaseIn(tx: Tx, importId: string, owner: string): Promise<boolean> {
    return this.imports.lease(tx, importId, owner);
  }

  async plan(job: ImportJob, stores: readonly (ImportStore & { code: string })[]): Promise<ImportPlan> {
    if (!job.settings) throw refuseSale('ImportStateForbids', { state: job.state });
    const settings = job.settings;
    const table = await readCsv(await this.imports.content(this.reader, job.importId));
    const around = {
      storeByCode: new Map(stores.map((store) => [store.code, store])),
      storeOfAll: stores.find((store) => store.storeId === settings.storeId) ?? null,
      instant: (text: string, zone: string) => this.instant(text, zone, settings.dateFormat),
    };
    return planImport(table, settings, around, this.clock.now());
  }

  advance(tx: Tx, importId: string, purchases: number, points: number, rows: readonly RowOutcome[]): Promise<void> {
    return this.imports.advance(tx, { importId, purchases, points }, rows);
  }

  /** Rows that never became a purchase: reported once, at the start of the run. */
  reportFaults(tx: Tx, importId: string, faults: readonly RowFault[]): Promise<void> {
    return this.imports.advance(
      tx,
      { importId, purchases: 0, points: 0 },
      faults.map((fault) => ({ ...fault, outcome: 'skipped', purchaseNo: null })),
    );
  }

  finish(importId: string): Promise<boolean> {
    return this.unitOfWork.run((tx) => this.imports.move(tx, importId, ['running'], 'done'));
  }

  fail(importId: string, failure: string): Promise<boolean> {
    return this.unitOfWork.run((tx) =>
      this.imports.move(tx, importId, ['running'], 'failed', { failure: failure.slice(0, 500) }),
    );
  }

  private instant(text: string, zone: string, format: string): Date | null {
    const parsed =
      format === 'iso'
        ? DateTime.fromISO(text.replace(' ', 'T'), { zone })
        : DateTime.fromFormat(text, format, { zone });
    return parsed.isValid && /^(19|20)\d\d-/.test(this.calendar.date(parsed.toJSDate(), zone))
      ? parsed.toJSDate()
      : null;
  }
}
