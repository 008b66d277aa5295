import { Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { PopulationRepository } from './population.repository';
import { ResultsRepository } from './results.repository';
import { RunsRepository } from './runs.repository';

/** What a run reads from and writes to. */
@Injectable()
export class RunStore {
  constructor(
    readonly reader: Reader,
    readonly population: PopulationRepository,
    readonly results: ResultsRepository,
    readonly runs: RunsRepository,
  ) {}
}
