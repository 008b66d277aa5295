import { unwrap } from '@fanloop/kernel';
import { Injectable } from '@nestjs/common';
import { type ContentBody, checkBody } from '../rules/content';
import type { Misfire } from '../rules/occurrence';
import type { Plan } from '../rules/plan';
import { TimeZones } from '../store/time-zones';

/** What a manager hands in: the post and its one schedule. */
export interface ContentDraft extends ContentBody {
  /** `2026-11-23T10:30` on the clocks of `zone`. */
  readonly plannedLocal: string;
  readonly zone: string;
  readonly misfire: Misfire;
}

/** Reads a draft: what is said into what is meant. */
@Injectable()
export class DraftReader {
  constructor(private readonly zones: TimeZones) {}

  /** Throws ContentInvalid, ZoneUnknown, LocalTimeInvalid. */
  read(draft: ContentDraft): { body: ContentBody; plan: Plan } {
    const { title, text, pictureUrls, link } = draft;
    const body = unwrap(checkBody({ title, text, pictureUrls, link }));
    return { body, plan: this.plan(draft) };
  }

  plan({ plannedLocal, zone, misfire }: Omit<Plan, 'plannedAt'>): Plan {
    return { plannedLocal, zone, misfire, plannedAt: this.zones.instantOf(plannedLocal, zone).at };
  }
}

/** `2026-11-23 10:30（Asia/Shanghai）`: for the history of a content item. */
export const planText = (plan: Plan): string => `${plan.plannedLocal.replace('T', ' ')}（${plan.zone}）`;
