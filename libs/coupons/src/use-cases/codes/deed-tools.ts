import { AuditLog, UnitOfWork } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';

/** What a deed of a person needs: a transaction, and the audit log in which it leaves its trace. */
@Injectable()
export class DeedTools {
  constructor(
    readonly unitOfWork: UnitOfWork,
    readonly audit: AuditLog,
  ) {}
}
