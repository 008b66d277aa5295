import type { HttpCaller } from './http';

export interface Shopper {
  readonly personId: string;
  readonly nickname: string;
  token: string;
  memberNo: string;
}

/** What the tour knows while it goes: the story's people and things. */
export interface Story {
  readonly api: HttpCaller;
  readonly standIn: HttpCaller;
  readonly apiRoot: HttpCaller;
  readonly login: { login: string; password: string };
  readonly mark: string;
  manager: string;
  clerk: string;
  store: { id: string; name: string };
  shopper: Shopper;
  friend: Shopper;
  visitToken: string;
  couponTemplateId: string;
  couponId: string;
  activityId: string;
  contentTitle: string;
  purchase: { purchaseNo: string; points: number; paidFen: number };
}

/** One step: acts, checks, and returns what the server answered as evidence. */
export interface Step {
  readonly name: string;
  readonly play: (story: Story) => Promise<Record<string, unknown>>;
}
