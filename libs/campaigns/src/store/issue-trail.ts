import type { Clock } from '@fanloop/kernel';
import { AuditLog, CLOCK } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';

/** When, and who did it. */
@Injectable()
export class IssueTrail {
  constructor(
    readonly audit: AuditLog,
    @Inject(CLOCK) readonly clock: Clock,
  ) {}
}
