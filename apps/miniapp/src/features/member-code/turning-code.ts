import type { MemberCode, MemberCodeStep } from '@/shared/http/types';

/** A code as it came, with how far the phone's clock was from the server's at that moment. */
export interface KeptCode {
  answer: MemberCode;
  /** Server time minus phone time in ms. A phone that is ten minutes wrong still shows the right code. */
  skewMs: number;
}

export interface ShownCode {
  code: string;
  secondsLeft: number;
  stepSeconds: number;
  /** True when this code came from the steps sent ahead: the network is away, the code is still right. */
  ahead: boolean;
}

export const keep = (answer: MemberCode, sentAt: number, receivedAt: number): KeptCode => ({
  answer,
  skewMs: new Date(answer.serverTime).getTime() - (sentAt + receivedAt) / 2,
});

const endOf = (step: MemberCodeStep): number => new Date(step.validUntil).getTime();

/** The step that is valid now, or null when all that is known has run out. */
export const shownAt = (kept: KeptCode, phoneNow: number): ShownCode | null => {
  const now = phoneNow + kept.skewMs;
  const steps: MemberCodeStep[] = [kept.answer, ...kept.answer.upcoming];
  const at = steps.findIndex((step) => endOf(step) > now);
  const step = steps[at];
  if (!step) return null;
  const left = Math.ceil((endOf(step) - now) / 1000);
  const { stepSeconds } = kept.answer;
  return { code: step.code, secondsLeft: Math.min(stepSeconds, left), stepSeconds, ahead: at > 0 };
};

/** 123456 789012 345678: read aloud or typed by a clerk. */
export const grouped = (code: string): string => code.replace(/(\d{6})(?=\d)/g, '$1 ');
