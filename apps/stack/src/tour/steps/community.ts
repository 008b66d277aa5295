import { setTimeout as sleep } from 'node:timers/promises';
import { expectStatus, expectThat, newKey } from '../http';
import type { Step, Story } from '../story';

const ZONE_OFFSET_MS = 8 * 3_600_000;
const localMinute = (at: Date): string => new Date(at.getTime() + ZONE_OFFSET_MS).toISOString().slice(0, 16);
const inMinutes = (count: number): string => new Date(Date.now() + count * 60_000).toISOString();

const join = (story: Story, token: string) =>
  story.api('POST', `/member/activities/${story.activityId}/entries`, { token, body: {}, key: newKey() });

const findPost = async (story: Story) => {
  const feed = expectStatus(await story.api('GET', '/member/posts?limit=20', { token: story.shopper.token }), 200).body
    .items;
  return feed.find((post: { title: string }) => post.title === story.contentTitle);
};

export const communitySteps: readonly Step[] = [
  {
    name: '活动 one seat: the shopper joins, the friend waits, a cancellation promotes',
    play: async (story) => {
      const body = {
        title: `手冲茶会 ${story.mark}`,
        summary: '一席一茶，慢慢喝',
        body: '跟茶师学一次龙井的冲法。',
        coverUrl: null,
        storeId: story.store.id,
        place: story.store.name,
        startsAt: inMinutes(20),
        endsAt: inMinutes(140),
        signUpUntil: inMinutes(15),
        seatsTotal: 1,
      };
      const made = expectStatus(
        await story.api('POST', '/console/activities', { token: story.manager, body }),
        200,
        201,
      ).body;
      story.activityId = made.id;
      const open = { token: story.manager, body: { status: 'open' } };
      expectStatus(await story.api('POST', `/console/activities/${made.id}/status`, open), 200, 201, 204);
      const joined = expectStatus(await join(story, story.shopper.token), 200, 201).body;
      const waiting = expectStatus(await join(story, story.friend.token), 200, 201).body;
      expectThat(joined.state === 'joined' && waiting.state === 'waiting', 'the last seat is sold once');
      const mine = `/member/activities/${made.id}/entries/mine`;
      expectStatus(await story.api('DELETE', mine, { token: story.shopper.token }), 200, 204);
      const promoted = expectStatus(
        await story.api('GET', `/member/activities/${made.id}`, { token: story.friend.token }),
        200,
      ).body;
      expectThat(promoted.myState === 'joined', 'the first in line got the seat');
      return { joined, waiting, promoted: promoted.myState };
    },
  },
  {
    name: '签到 the clerk checks the guest in by code',
    play: async (story) => {
      const detail = expectStatus(
        await story.api('GET', `/member/activities/${story.activityId}`, { token: story.friend.token }),
        200,
      ).body;
      const path = `/clerk/activities/${story.activityId}/check-ins`;
      const done = expectStatus(
        await story.api('POST', path, { token: story.clerk, body: { code: detail.checkInCode.code } }),
        200,
        201,
      ).body;
      return { guest: done.nickname, state: done.state };
    },
  },
  {
    name: '发布 a post is planned for the next minute and appears in that minute, once',
    play: async (story) => {
      story.contentTitle = `今日茶单 ${story.mark}`;
      const planned = new Date(Math.ceil((Date.now() + 2_000) / 60_000) * 60_000);
      const body = {
        title: story.contentTitle,
        text: '桂花乌龙新到，今天第一泡免费续杯。',
        pictureUrls: [],
        link: null,
        plannedLocal: localMinute(planned),
        zone: 'Asia/Shanghai',
        misfire: 'late',
      };
      const made = expectStatus(
        await story.api('POST', '/console/content', { token: story.manager, body }),
        200,
        201,
      ).body;
      expectThat((await findPost(story)) === undefined, 'not before its minute');
      const until = planned.getTime() + 20_000;
      while (Date.now() < until && !(await findPost(story)))
        await sleep(Math.max(250, Math.min(2_000, planned.getTime() - Date.now())));
      const post = await findPost(story);
      expectThat(Boolean(post), 'the post is there within 20 seconds of its minute');
      const late = new Date(post.publishedAt).getTime() - planned.getTime();
      return { planned: made.plannedLocal, publishedAt: post.publishedAt, secondsAfterItsMinute: late / 1000 };
    },
  },
  {
    name: '互动 the shopper likes and comments; risky words are refused',
    play: async (story) => {
      const { token } = story.shopper;
      const post = await findPost(story);
      await story.standIn('POST', '/stand-in/visit', { body: { personId: story.shopper.personId } });
      const liked = expectStatus(await story.api('PUT', `/member/posts/${post.id}/like`, { token }), 200).body;
      const again = expectStatus(await story.api('PUT', `/member/posts/${post.id}/like`, { token }), 200).body;
      expectThat(liked.likes === again.likes, 'a like counts once');
      const comments = `/member/posts/${post.id}/comments`;
      const comment = expectStatus(
        await story.api('POST', comments, { token, body: { text: '好喝！下次带朋友来 🍵' }, key: newKey() }),
        200,
        201,
      ).body;
      const list = expectStatus(await story.api('GET', comments, { token }), 200).body.items;
      return { likes: again.likes, comment: comment.text ?? comment.state, comments: list.length };
    },
  },
];
