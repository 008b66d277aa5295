import { answers, type Scene } from './answers';

export interface ApiRequest {
  readonly method: string;
  readonly url: string;
  readonly header: Record<string, string>;
  readonly body: unknown;
}
type ApiAnswer = { status: number; body: unknown } | 'offline';

/** Answers the routes of the API from `answers.ts`, remembers what was asked, and can be unplugged. */
export class FakeApi {
  readonly requests: (ApiRequest & { readonly path: string })[] = [];
  online = true;
  readonly scene: Scene;

  constructor(scene: Partial<Scene> = {}) {
    this.scene = { enrolled: true, staff: false, claimed: false, ...scene };
  }

  answer(request: ApiRequest): ApiAnswer {
    const path = request.url.replace(/^https?:\/\/[^/]+/, '').split('?')[0] ?? '';
    this.requests.push({ ...request, path });
    if (!this.online) return 'offline';
    for (const [method, pattern, answer] of answers) {
      const match = method === request.method ? pattern.exec(path) : null;
      if (match) return { status: 200, body: answer(this.scene, request) };
    }
    return { status: 404, body: { code: 'NoSuchRoute', message: `${request.method} ${path}`, details: {} } };
  }

  asked(method: string, path: string): (ApiRequest & { readonly path: string })[] {
    return this.requests.filter((request) => request.method === method && request.path === path);
  }
}
