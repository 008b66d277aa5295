import { ProveLedger } from '@fanloop/loyalty';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { contextModules } from '../../../../config/contexts';
import type { Env } from '../../../../config/env';

/** Runs with a prover of its own, which ends with the work. */
export const withProver = async <T>(env: Env, work: (prover: ProveLedger) => Promise<T>): Promise<T> => {
  @Module({ imports: contextModules(env) })
  class ProofModule {}
  const context = await NestFactory.createApplicationContext(ProofModule, { logger: ['error', 'warn'] });
  try {
    return await work(context.get(ProveLedger));
  } finally {
    await context.close();
  }
};
