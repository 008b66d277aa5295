import type { Clock } from '@fanloop/kernel';
import { AuditLog, CLOCK } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { AdjustmentRequestRepository } from '../../store/adjustment-request.repository';
import { ProgrammeRepository } from '../../store/programme.repository';

/** What asking for an adjustment and deciding about it both need. */
@Injectable()
export class AdjustmentDesk {
  constructor(
    readonly requests: AdjustmentRequestRepository,
    readonly programmes: ProgrammeRepository,
    readonly audit: AuditLog,
    @Inject(CLOCK) readonly clock: Clock,
  ) {}
}
