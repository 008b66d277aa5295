import type { paths } from './generated/schema';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** One HTTP request, ready to send; `path` begins with `/api` and has its parameters filled in. */
export interface TransportRequest {
  readonly method: Uppercase<Method>;
  readonly path: string;
  readonly query: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** Sends a request with what the platform has (fetch, Taro.request), adds the session, answers the parsed body or throws. */
export type Transport = (request: TransportRequest) => Promise<unknown>;

type PathsWith<M extends Method> = {
  [P in keyof paths]: paths[P] extends { [K in M]: object } ? P : never;
}[keyof paths];

type Operation<P extends keyof paths, M extends Method> = paths[P] extends { [K in M]: infer O } ? O : never;

type Ok<O> = O extends { responses: infer R }
  ? {
      [S in keyof R]: S extends 200 | 201 | 202
        ? R[S] extends { content: { 'application/json': infer B } }
          ? B
          : undefined
        : never;
    }[keyof R]
  : never;

type Body<O> = O extends { requestBody?: { content: { 'application/json': infer B } } } ? B : undefined;
type PathParams<O> = O extends { parameters: { path: infer P } } ? P : undefined;
type Query<O> = O extends { parameters: { query?: infer Q } } ? Q : undefined;

export interface CallOptions<O> {
  readonly params?: PathParams<O>;
  readonly query?: Query<O>;
  readonly body?: Body<O>;
  /** 8–64 characters of `A–Z a–z 0–9 _ -`: keep it for every retry of the same deed. */
  readonly idempotencyKey?: string;
}

/** The answer's body of an operation, for naming types: `Answer<'/api/member/home', 'get'>`. */
export type Answer<P extends keyof paths, M extends Method> = Ok<Operation<P, M>>;

/** The request's body of an operation. */
export type Input<P extends keyof paths, M extends Method> = Body<Operation<P, M>>;

const caller =
  <M extends Method>(transport: Transport, method: M) =>
  <P extends PathsWith<M>>(path: P, options: CallOptions<Operation<P, M>> = {}): Promise<Answer<P, M>> =>
    transport({
      method: method.toUpperCase() as Uppercase<M>,
      path: fill(path as string, (options.params ?? {}) as Record<string, string>),
      query: (options.query ?? {}) as TransportRequest['query'],
      body: options.body,
      headers: options.idempotencyKey ? { 'Idempotency-Key': options.idempotencyKey } : {},
    }) as Promise<Answer<P, M>>;

const fill = (path: string, params: Record<string, string>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));

/** A typed caller of every route. @example client.get('/api/member/posts/{id}', { params: { id } }) */
export const createClient = (transport: Transport) => ({
  get: caller(transport, 'get'),
  post: caller(transport, 'post'),
  put: caller(transport, 'put'),
  patch: caller(transport, 'patch'),
  delete: caller(transport, 'delete'),
});

export type ApiClient = ReturnType<typeof createClient>;
