import { Refusal } from '@fanloop/kernel';
import { ArgumentsHost, Catch, ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { ZodValidationException } from 'nestjs-zod';
import type { ZodError } from 'zod';
import { problemInChinese, problemInEnglish } from './input-problem';
import { refusePlatform } from './platform-refusals';

interface WebRequest {
  id: string;
  headers: Record<string, string | undefined>;
  /** Told to the request's line in the log. */
  refused?: string | null;
}

interface WebReply {
  status(code: number): WebReply;
  header(name: string, value: string): WebReply;
  send(body: unknown): void;
}

/** The one place where a refusal becomes HTTP: `{ code, message, details }`, in the caller's language, never a stack. */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  private readonly logger = new Logger(RefusalFilter.name);

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<WebRequest>();
    const reply = http.getResponse<WebReply>();
    const language = request.headers['accept-language']?.toLowerCase().startsWith('en') ? 'en' : 'zh';
    const refusal = this.toRefusal(thrown, request, language);
    request.refused = refusal.code;
    const wait = refusal.details.retryAfterSeconds;
    if (wait !== undefined) reply.header('retry-after', String(wait));
    reply
      .status(refusal.status)
      .send({ code: refusal.code, message: refusal.reason(language), details: refusal.details });
  }

  private toRefusal(thrown: unknown, request: WebRequest, language: 'zh' | 'en'): Refusal {
    if (thrown instanceof Refusal) return thrown;
    if (thrown instanceof ZodValidationException) return refuseInput(thrown.getZodError() as ZodError, language);
    const status = statusOf(thrown);
    if (status === 404) return refusePlatform('NotFound');
    if (status === 401) return refusePlatform('SessionInvalid');
    if (status === 403) return refusePlatform('NotAllowed');
    if (status !== undefined && status < 500)
      return refusePlatform('InvalidInput', { problem: thrown instanceof Error ? thrown.message : 'bad request' });
    this.logger.error({ requestId: request.id, err: thrown }, 'a request failed');
    return refusePlatform('InternalError', { requestId: request.id });
  }
}

/** Nest's and Fastify's own errors carry a status (a body that is not JSON, one that is too large). */
const statusOf = (thrown: unknown): number | undefined => {
  if (thrown instanceof HttpException) return thrown.getStatus();
  const status = (thrown as { statusCode?: unknown })?.statusCode;
  return typeof status === 'number' ? status : undefined;
};

const refuseInput = (error: ZodError, language: 'zh' | 'en'): Refusal => {
  const [issue] = error.issues;
  return refusePlatform('InvalidInput', {
    field: issue?.path.join('.') ?? '',
    problem: language === 'en' ? problemInEnglish(issue) : problemInChinese(issue),
  });
};
