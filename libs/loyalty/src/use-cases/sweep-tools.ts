import { Outbox, Reader, UnitOfWork } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';

/** What a sweep works with: it reads what is due, changes it in transactions of bounded size, and tells of it. */
@Injectable()
export class SweepTools {
  constructor(
    readonly reader: Reader,
    readonly unitOfWork: UnitOfWork,
    readonly outbox: Outbox,
  ) {}
}
