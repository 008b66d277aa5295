import { ProgressImport } from '@fanloop/sales';
import { Injectable } from '@nestjs/common';
import { RunImport } from './run-import.use-case';

/** Takes up imports that were started, or whose worker died. */
@Injectable()
export class RunWaitingImports {
  constructor(
    private readonly progress: ProgressImport,
    private readonly runImport: RunImport,
  ) {}

  /** How many imports it worked on. */
  async execute(): Promise<number> {
    const waiting = await this.progress.waiting();
    for (const importId of waiting) await this.runImport.execute(importId);
    return waiting.length;
  }
}
