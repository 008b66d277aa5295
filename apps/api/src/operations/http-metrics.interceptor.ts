import { Metrics } from '@fanloop/platform';
import { CallHandler, ExecutionContext, Injectable, NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { finalize, Observable } from 'rxjs';

/** Times each request by its route pattern. */
@Injectable()
export class HttpMetricsInterceptor implements NestInterceptor {
  constructor(private readonly metrics: Metrics) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const stop = this.metrics.httpSeconds.startTimer({
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
    });
    return next.handle().pipe(finalize(() => stop({ status: String(http.getResponse<FastifyReply>().statusCode) })));
  }
}
