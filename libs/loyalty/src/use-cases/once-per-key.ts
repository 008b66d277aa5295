import { Idempotency, type IdempotencyClaim, type Tx, UnitOfWork } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';

/** One transaction per caller's key: a repeated request gets the stored answer. */
@Injectable()
export class OncePerKey {
  constructor(
    readonly unitOfWork: UnitOfWork,
    private readonly idempotency: Idempotency,
  ) {}

  run<T>(claim: IdempotencyClaim, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.unitOfWork.run((tx) => this.idempotency.run(tx, claim, () => work(tx)));
  }
}
