import { ZodResponse, ZodSerializationException } from 'nestjs-zod';

type Route = (...args: unknown[]) => unknown;
interface Schema {
  parse(value: unknown): unknown;
}

/**
 * What a route answers: its status and DTO for callers and for the OpenAPI document, and the check of each answer against it,
 * which drops what the DTO does not name. An answer that does not fit is InternalError, and the log says why.
 *
 * `ZodResponse` with the check inside the route's own method. nestjs-zod checks in an interceptor, and already the first
 * interceptor makes Nest build observables and async resources around every request: a tenth of what a claim costs.
 */
export const Answers = ((options: Parameters<typeof ZodResponse>[0]) => {
  const document = ZodResponse(options as never) as MethodDecorator;
  const { schema } = options.type as unknown as { schema: Schema };
  return (target: object, key: string | symbol, descriptor: TypedPropertyDescriptor<Route>) => {
    document(target, key, descriptor);
    descriptor.value = checked(descriptor.value!, schema);
  };
}) as unknown as typeof ZodResponse;

const checked = (route: Route, schema: Schema): Route => {
  const withCheck = async function (this: unknown, ...args: unknown[]): Promise<unknown> {
    const answer = await route.apply(this, args);
    try {
      return schema.parse(answer);
    } catch (error) {
      throw new ZodSerializationException(error);
    }
  };
  // Nest looks for what decorators said, and for names in its errors, on the method itself.
  for (const name of Reflect.getMetadataKeys(route))
    Reflect.defineMetadata(name, Reflect.getMetadata(name, route), withCheck);
  return Object.defineProperty(withCheck, 'name', { value: route.name });
};
