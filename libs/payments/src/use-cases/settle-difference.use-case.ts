import type { Clock, StaffId } from '@fanloop/kernel';
import { AuditLog, CLOCK, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';
import { BillRepository } from '../store/bill.repository';

/** A person has looked at a difference and says what it was. Refuses DifferenceNotFound. */
@Injectable()
export class SettleDifference {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly bills: BillRepository,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ id, note, staffId }: { id: string; note: string; staffId: StaffId }): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.bills.settle(tx, id, note, staffId, this.clock.now()))) throw refuse('DifferenceNotFound');
      const actor = { kind: 'staff', id: staffId } as const;
      await this.audit.append(tx, {
        actor,
        action: 'payments.difference-settled',
        subject: `difference:${id}`,
        details: { note },
      });
    });
  }
}
