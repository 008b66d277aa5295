import type { Tx } from '@fanloop/platform';
import {
  AuditLog,
  BusinessCalendar,
  FieldCipher,
  Idempotency,
  RateLimits,
  Reader,
  UnitOfWork,
} from '@fanloop/platform';
import type { Redis } from 'ioredis';
import type { DataSource } from 'typeorm';
import { CodeBatchesRead } from '../../../libs/coupons/src/reads/code-batches.read';
import { CodeRepository } from '../../../libs/coupons/src/store/code.repository';
import { type BatchRow, CodeBatchRepository } from '../../../libs/coupons/src/store/code-batch.repository';
import { CodeDesk } from '../../../libs/coupons/src/store/code-desk';
import { CodeDraw } from '../../../libs/coupons/src/store/code-draw';
import { CodeSecrets } from '../../../libs/coupons/src/store/code-secrets';
import { CodeSourceRepository } from '../../../libs/coupons/src/store/code-source.repository';
import { KnownCodes } from '../../../libs/coupons/src/store/known-codes';
import { DeedTools } from '../../../libs/coupons/src/use-cases/codes/deed-tools';
import { ExportCodes } from '../../../libs/coupons/src/use-cases/codes/export-codes.use-case';
import { ImportCodes } from '../../../libs/coupons/src/use-cases/codes/import-codes.use-case';
import { LookThroughCodes } from '../../../libs/coupons/src/use-cases/codes/look-through-codes.use-case';
import { OrderCodes } from '../../../libs/coupons/src/use-cases/codes/order-codes.use-case';
import { RunCodeBatches } from '../../../libs/coupons/src/use-cases/codes/run-code-batches.use-case';
import { SteerCodes } from '../../../libs/coupons/src/use-cases/codes/steer-codes.use-case';
import { UseCode } from '../../../libs/coupons/src/use-cases/codes/use-code.use-case';
import { WriteCodes } from '../../../libs/coupons/src/use-cases/codes/write-codes';
import type { FixedClock } from '../../support/fixed-clock';
import { couponsProcess, staff } from './coupons-process';

/** The parts that a broken twin may swap. */
export interface CodeParts {
  readonly codes?: (unitOfWork: UnitOfWork) => CodeRepository;
  readonly draw?: CodeDraw;
  /** Called before each portion; a throw is a worker that dies there. */
  readonly beforePortion?: (batch: BatchRow) => Promise<void> | void;
}

export const KEYS = { fieldKey: 'a'.repeat(64), blindIndexKey: 'b'.repeat(64) };

/** Unique codes as one process has them. */
export const codesProcess = (dataSource: DataSource, redis: Redis, clock: FixedClock, parts: CodeParts = {}) => {
  const coupons = couponsProcess(dataSource, clock);
  const { unitOfWork } = coupons;
  const [reader, audit, calendar] = [
    new Reader(dataSource),
    new AuditLog(clock),
    new BusinessCalendar('Asia/Shanghai'),
  ];
  const secrets = new CodeSecrets(new FieldCipher(KEYS));
  const codes = parts.codes?.(unitOfWork) ?? new CodeRepository();
  const batches = new CodeBatchRepository(clock);
  const source = new CodeSourceRepository(secrets);
  const write = new Interrupted(batches, codes, source, secrets, parts.draw ?? new CodeDraw());
  write.before = parts.beforePortion;
  const look = new LookThroughCodes(codes, secrets, reader);
  const tools = new DeedTools(unitOfWork, audit);
  const idempotency = new Idempotency(clock);
  const desk = new CodeDesk(new KnownCodes(reader, clock), codes, secrets, clock);
  return {
    ...coupons,
    secrets,
    look,
    order: new OrderCodes(batches, coupons.templates, unitOfWork, idempotency, audit),
    import: new ImportCodes(look, batches, source, coupons.templates, tools),
    run: new RunCodeBatches(batches, codes, write, unitOfWork),
    steer: new SteerCodes(batches, unitOfWork, audit),
    export: new ExportCodes(batches, secrets, reader, calendar, tools),
    use: new UseCode(desk, coupons.grants, new RateLimits(redis), idempotency, unitOfWork),
    batches: new CodeBatchesRead(reader, clock),
  };
};

export type CodesProcess = ReturnType<typeof codesProcess>;

class Interrupted extends WriteCodes {
  before?: CodeParts['beforePortion'];

  override async portion(tx: Tx, batch: BatchRow): Promise<boolean> {
    await this.before?.(batch);
    return super.portion(tx, batch);
  }
}

export const FORM = { pattern: 'FL-#####-#####', charset: 'readable', checked: true } as const;

let orders = 0;

/** Orders codes and makes them; answers the batch and its codes as they are printed. */
export const codesOf = async (
  process: CodesProcess,
  templateId: string,
  count: number,
  usableUntil: Date | null = null,
) => {
  orders += 1;
  const asked = { templateId, name: '会员日贺卡', form: FORM, count, usableUntil, actor: staff };
  const batchId = await process.order.execute({ ...asked, idempotencyKey: `order-codes-${orders}` });
  await process.run.execute();
  return { batchId, codes: await exported(process, batchId) };
};

export const exported = async (process: CodesProcess, batchId: string): Promise<string[]> => {
  let text = '';
  for await (const page of await process.export.execute({ batchId, actor: staff })) text += page;
  return text
    .split('\r\n')
    .slice(1, -1)
    .map((line) => line.split(',')[0]!);
};
