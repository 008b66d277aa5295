/** What the server refused, or why it was not reached, in words for the person at the screen. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'ApiError';
  }

  /** The server answered and said no: nothing was written. A dropped line or a 5xx leaves that open. */
  get isDefinite(): boolean {
    return this.status >= 400 && this.status < 500 && this.code !== 'IdempotencyKeyReused' && this.status !== 408;
  }
}

const byStatus: Record<number, string> = {
  400: '填写的内容有误，请检查后再试',
  401: '登录已过期，请重新登录',
  403: '没有权限做这件事',
  404: '没有找到',
  409: '当前状态不允许这样操作',
  413: '内容太大了',
  422: '这次提交与上一次内容不同，请核对后再试',
  429: '操作太频繁，请稍后再试',
};

export const fallbackMessage = (status: number): string =>
  byStatus[status] ?? (status >= 500 ? '服务暂时出错，请稍后重试' : '请求没有成功，请重试');

export const networkError = (): ApiError => new ApiError(0, 'NetworkFailed', '网络不通，请检查网络后重试');

export const messageOf = (error: unknown): string =>
  error instanceof ApiError ? error.message : '页面出现意外，请刷新后重试';
