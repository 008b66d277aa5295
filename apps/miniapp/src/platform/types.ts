import type { ButtonProps } from '@tarojs/components';

export type Mode = 'light' | 'dark';

/** What `wx.requestPayment` takes: the server has signed it. */
export interface PayParameters {
  readonly appId: string;
  readonly timeStamp: string;
  readonly nonceStr: string;
  readonly package: string;
  readonly signType: 'RSA';
  readonly paySign: string;
}

/** How the pay sheet was left, by its own word, which proves nothing. failed: it did not open, or broke off. */
export type SheetWord = 'ok' | 'cancelled' | 'failed';

/** Everything that differs between WeChat and a browser. The rest of the source never asks where it runs. */
export interface Platform {
  readonly name: 'weapp' | 'h5';
  /** Scheme and host of the API, without a trailing slash; empty for the one that served this page. */
  readonly apiOrigin: string;
  /** Called once when the program starts. */
  launched(): void;
  /** A one-use log-in code for `POST /member/session`. Rejects when nobody is chosen. */
  loginCode(): Promise<string>;
  /** Props for the button that asks for the phone number; null means that the person refused. */
  phoneButton(onCode: (code: string | null) => void): Partial<ButtonProps>;
  /** The text in a QR or bar code, or null when the person closes the scanner. */
  scan(): Promise<string | null>;
  /** What the person has copied elsewhere, or null when that is refused. */
  pasted(): Promise<string | null>;
  /** Raises the brightness and keeps the screen on; the answer puts both back. */
  brighten(): Promise<() => void>;
  /** Tells when a screenshot is taken; the answer stops listening. */
  onScreenshot(told: () => void): () => void;
  /** Props for the button that opens the list of friends with the page's card; null where there is none. */
  readonly shareButton: Partial<ButtonProps> | null;
  /** A link that opens a page of this program, for who copies it. */
  linkTo(path: string): string;
  /** Where the person is, or null when that is refused or unknown. */
  position(): Promise<{ lat: number; lng: number } | null>;
  mode(): Mode;
  onMode(changed: (mode: Mode) => void): () => void;
  /** WeChat's privacy gate: `decide(true)` lets the waiting call go on. */
  onPrivacyNeeded(asked: (decide: (agreed: boolean) => void) => void): () => void;
  /** Hands a text file to the person. */
  saveText(fileName: string, text: string): Promise<void>;
  /** Opens WeChat's pay sheet and answers how it was left. Never rejects: what became of the money, only the server knows. */
  openPaySheet(parameters: PayParameters): Promise<SheetWord>;
  openMap(place: { lat: number; lng: number; name: string; address: string }): Promise<void>;
  /** The member number of the person whose shared card was opened, if any. */
  inviterNo(): string | null;
  /** Leads to the choice of another person where the platform has one (the demo's stand-in). */
  switchPerson: (() => void) | null;
  /** Height in px of the system's own head line over a page without a navigation bar. */
  statusBarHeight(): number;
  /** True where pages need a head line of their own, because the host draws none. */
  readonly drawsOwnHeader: boolean;
}
