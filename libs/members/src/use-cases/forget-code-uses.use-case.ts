import { addDays, type Clock } from '@fanloop/kernel';
import { CLOCK, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { CodeUseRepository } from '../store/code-use.repository';

const BATCH = 5000;

/** Nightly: used member codes of more than a day ago decide nothing any more. */
@Injectable()
export class ForgetCodeUses {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly uses: CodeUseRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(): Promise<number> {
    const before = addDays(this.clock.now(), -1);
    let forgotten = 0;
    for (;;) {
      const gone = await this.unitOfWork.run((tx) => this.uses.forget(tx, before, BATCH));
      forgotten += gone;
      if (gone < BATCH) return forgotten;
    }
  }
}
