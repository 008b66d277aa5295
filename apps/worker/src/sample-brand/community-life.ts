import { ChangeActivityStatus, CreateActivity, JoinActivity } from '@fanloop/activities';
import { CreateContent, FeedRead, LikePost, PublishDueContent } from '@fanloop/community';
import { ClaimCoupon, CreateTemplate, termsOf } from '@fanloop/coupons';
import { addDays, addMs, Refusal, systemActor } from '@fanloop/kernel';
import type { Store } from '@fanloop/organization';
import { BusinessCalendar, DrainOutbox, mediaUrl } from '@fanloop/platform';
import type { INestApplicationContext } from '@nestjs/common';
import { Chance } from './chance';
import { sampleActivities, sampleCoupons, samplePosts } from './community-plan';
import { openMall } from './mall-life';
import type { StoryClock } from './story-clock';

const HOUR_MS = 3_600_000;
const HALF_HOUR_MS = HOUR_MS / 2;
/** Of its own, so that what the rest of the story draws stays as it was. */
const MALL_SEED = 20_261_126;
const ZONE = 'Asia/Shanghai';
const actor = systemActor('sample-brand');

export interface CommunityDays {
  readonly from: Date;
  readonly until: Date;
  /** Members who take part. */
  readonly memberIds: readonly string[];
}

/** The brand's last days: coupons are claimed, seats are taken, posts appear at their minute and are liked. */
export const liveTogether = async (
  app: INestApplicationContext,
  days: CommunityDays,
  stores: Map<string, Store>,
  clock: StoryClock,
  chance: Chance,
): Promise<void> => {
  clock.moveTo(days.from);
  const coupons = await offerCoupons(app, days, chance);
  const activities = await openActivities(app, days, stores, chance);
  await openMall(app, { memberIds: days.memberIds, templateId: coupons[0]!.id }, new Chance(MALL_SEED), settle);
  await planPosts(app, days, { coupon: coupons[0]!, activity: activities[0]! });
  const firstHalfHour = new Date(Math.ceil(days.from.getTime() / HALF_HOUR_MS) * HALF_HOUR_MS);
  for (let at = firstHalfHour; at < days.until; at = addMs(at, HALF_HOUR_MS)) {
    clock.moveTo(at);
    await app.get(PublishDueContent, { strict: false }).execute();
  }
  clock.moveTo(days.until);
  await likePosts(app, days, chance);
  await app.get(DrainOutbox, { strict: false }).execute();
};

interface Named {
  readonly id: string;
  readonly title: string;
}

const offerCoupons = async (
  app: INestApplicationContext,
  { memberIds }: CommunityDays,
  chance: Chance,
): Promise<Named[]> => {
  const made: Named[] = [];
  for (const { name, amountFen, thresholdFen, stockTotal, days, categories, share } of sampleCoupons) {
    const templateId = await app.get(CreateTemplate, { strict: false }).execute({
      actor,
      status: 'active',
      draft: {
        terms: termsOf({
          kind: 'cash',
          name,
          amountFen,
          thresholdFen,
          scope: { stores: null, categories },
          validity: { kind: 'days', days },
          returnGraceDays: 3,
        }),
        stockTotal,
        perMemberLimit: 1,
        claimFrom: null,
        openTo: 'everyone',
        audienceId: null,
        claimUntil: null,
      },
    });
    const claimers = memberIds.filter(() => chance.happens(share));
    await settle(
      claimers.map((memberId) =>
        app
          .get(ClaimCoupon, { strict: false })
          .execute({ templateId, memberId, idempotencyKey: `sample-${templateId}-${memberId}` }),
      ),
    );
    made.push({ id: templateId, title: name });
  }
  return made;
};

const openActivities = async (
  app: INestApplicationContext,
  days: CommunityDays,
  stores: Map<string, Store>,
  chance: Chance,
): Promise<Named[]> => {
  const made: Named[] = [];
  for (const plan of sampleActivities) {
    const store = stores.get(plan.storeCode)!;
    const startsAt = addDays(days.until, plan.inDays);
    startsAt.setUTCHours(plan.hour - 8, 0, 0, 0);
    const activityId = await app.get(CreateActivity, { strict: false }).execute(
      {
        title: plan.title,
        summary: plan.summary,
        body: plan.body,
        coverUrl: mediaUrl(plan.picture),
        storeId: store.id,
        place: `${store.name}（${store.address}）`,
        startsAt,
        endsAt: addMs(startsAt, 2 * HOUR_MS),
        signUpUntil: addMs(startsAt, -3 * HOUR_MS),
        seatsTotal: plan.seats,
        couponTemplateId: null,
      },
      actor,
    );
    await app.get(ChangeActivityStatus, { strict: false }).execute({ activityId, status: 'open', actor });
    const guests = days.memberIds.filter(() => chance.happens(plan.share));
    await settle(
      guests.map((memberId) =>
        app
          .get(JoinActivity, { strict: false })
          .execute({ activityId, memberId, idempotencyKey: `sample-${activityId}-${memberId}` }),
      ),
    );
    made.push({ id: activityId, title: plan.title });
  }
  return made;
};

const planPosts = async (
  app: INestApplicationContext,
  days: CommunityDays,
  links: { coupon: Named; activity: Named },
): Promise<void> => {
  const calendar = app.get(BusinessCalendar, { strict: false });
  for (const post of samplePosts) {
    const date = calendar.date(addDays(days.until, post.inDays), ZONE);
    const link = post.link && { kind: post.link, ...links[post.link] };
    await app.get(CreateContent, { strict: false }).execute({
      actor,
      draft: {
        title: post.title,
        text: post.text,
        pictureUrls: post.pictures.map(mediaUrl),
        link,
        plannedLocal: `${date}T${post.time}`,
        zone: ZONE,
        misfire: { kind: 'late', maxLatenessMinutes: 24 * 60 },
      },
    });
  }
};

const likePosts = async (app: INestApplicationContext, { memberIds }: CommunityDays, chance: Chance): Promise<void> => {
  const { items } = await app.get(FeedRead, { strict: false }).page(null, null, 50);
  for (const post of items) {
    const share = 0.1 + 0.35 * chance.unit();
    for (const memberId of memberIds.filter(() => chance.happens(share)))
      await app.get(LikePost, { strict: false }).execute({ postId: post.id, memberId });
  }
};

/** Those who come too late are refused, as in life; anything else stops the seed. */
const settle = async (deeds: readonly Promise<unknown>[]): Promise<void> => {
  for (const outcome of await Promise.allSettled(deeds))
    if (outcome.status === 'rejected' && !(outcome.reason instanceof Refusal)) throw outcome.reason;
};
