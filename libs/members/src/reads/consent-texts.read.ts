import { Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { ConsentText } from '../rules/consent';
import { ConsentRepository } from '../store/consent.repository';

/** The texts in force, to be shown before anything personal is asked for. */
@Injectable()
export class ConsentTextsRead {
  constructor(
    private readonly reader: Reader,
    private readonly consents: ConsentRepository,
  ) {}

  current(): Promise<ConsentText[]> {
    return this.consents.texts(this.reader);
  }
}
