import { createParamDecorator, ExecutionContext } from '@nestjs/common';
import { refusePlatform } from './platform-refusals';

const KEY = /^[A-Za-z0-9_-]{8,64}$/;

/** The `Idempotency-Key` header of a request that moves value; refuses a missing or malformed one. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const request = context.switchToHttp().getRequest<{ headers: Record<string, string | undefined> }>();
  const key = request.headers['idempotency-key'];
  if (!key || !KEY.test(key)) throw refusePlatform('IdempotencyKeyMissing');
  return key;
});
