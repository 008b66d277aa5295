import { Metrics, Reader } from '@fanloop/platform';
import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { HealthCheck, HealthCheckResult, HealthCheckService } from '@nestjs/terminus';
import type { FastifyReply } from 'fastify';
import { ForPublic } from '../auth';

/** For operators: is the process alive, can it work, what does it measure. Keep these behind the load balancer. */
@ApiExcludeController()
@ForPublic()
@Controller()
export class OperationsController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly reader: Reader,
    private readonly metrics: Metrics,
  ) {}

  @Get('healthz')
  alive(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** Ready when the database answers. Redis may be away: limits fall back to each process, work waits in the database. */
  @Get('readyz')
  @HealthCheck()
  ready(): Promise<HealthCheckResult> {
    return this.health.check([
      async () => {
        await this.reader.query('SELECT 1');
        return { database: { status: 'up' } };
      },
    ]);
  }

  @Get('metrics')
  @Header('cache-control', 'no-store')
  async scrape(@Res() reply: FastifyReply): Promise<void> {
    const text = await this.metrics.registry.metrics();
    await reply.header('content-type', this.metrics.registry.contentType).send(text);
  }
}
