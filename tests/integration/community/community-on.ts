import type { Clock } from '@fanloop/kernel';
import { AuditLog, BusinessCalendar, Outbox, UnitOfWork } from '@fanloop/platform';
import type { DataSource } from 'typeorm';
import type { Misfire } from '../../../libs/community/src/rules/occurrence';
import { AttentionRepository } from '../../../libs/community/src/store/attention.repository';
import { CommentRepository } from '../../../libs/community/src/store/comment.repository';
import { ContentRepository } from '../../../libs/community/src/store/content.repository';
import { ContentHistory } from '../../../libs/community/src/store/content-history';
import { DueContentRepository } from '../../../libs/community/src/store/due-content.repository';
import { LikeRepository } from '../../../libs/community/src/store/like.repository';
import { OccurrenceRepository } from '../../../libs/community/src/store/occurrence.repository';
import { PostRepository } from '../../../libs/community/src/store/post.repository';
import { ScheduleRepository } from '../../../libs/community/src/store/schedule.repository';
import { TimeZones } from '../../../libs/community/src/store/time-zones';
import { CancelContent } from '../../../libs/community/src/use-cases/cancel-content.use-case';
import { ContentDesk } from '../../../libs/community/src/use-cases/content-desk';
import { type ContentDraft, DraftReader } from '../../../libs/community/src/use-cases/content-draft';
import { ContentRows, CreateContent } from '../../../libs/community/src/use-cases/create-content.use-case';
import { ForgetMembers } from '../../../libs/community/src/use-cases/forget-members.use-case';
import { LikePost } from '../../../libs/community/src/use-cases/like-post.use-case';
import { MoveContent } from '../../../libs/community/src/use-cases/move-content.use-case';
import { NoteAttention } from '../../../libs/community/src/use-cases/note-attention.use-case';
import { PauseContent } from '../../../libs/community/src/use-cases/pause-content.use-case';
import { PublishDueContent } from '../../../libs/community/src/use-cases/publish-due-content.use-case';
import { PublishOccurrence } from '../../../libs/community/src/use-cases/publish-occurrence';
import { PublishToFeed } from '../../../libs/community/src/use-cases/publish-to-feed';
import { ReviseContent } from '../../../libs/community/src/use-cases/revise-content.use-case';
import { UnlikePost } from '../../../libs/community/src/use-cases/unlike-post.use-case';

/** Parts that a test may replace by a broken twin, or by one that dies at its step. */
export interface Twins {
  readonly unitOfWork?: UnitOfWork;
  readonly due?: DueContentRepository;
  readonly occurrences?: OccurrenceRepository;
  readonly posts?: PostRepository;
  readonly likes?: LikeRepository;
  readonly attention?: AttentionRepository;
  readonly outbox?: Outbox;
  readonly schedules?: ScheduleRepository;
  /** In place of the sweep, over the parts that it is made of. */
  readonly sweep?: (parts: SweepParts) => { execute(): Promise<unknown> };
}

export interface SweepParts {
  readonly unitOfWork: UnitOfWork;
  readonly due: DueContentRepository;
  readonly publish: PublishOccurrence;
  readonly feed: PublishToFeed;
  readonly occurrences: OccurrenceRepository;
  readonly clock: Clock;
}

/** The community on one data source: each call is a process of its own, as far as connections and objects go. */
export const communityOn = (dataSource: DataSource, clock: Clock, twins: Twins = {}) => {
  const unitOfWork = twins.unitOfWork ?? new UnitOfWork(dataSource);
  const outbox = twins.outbox ?? new Outbox();
  const posts = twins.posts ?? new PostRepository();
  const likes = twins.likes ?? new LikeRepository();
  const attention = twins.attention ?? new AttentionRepository();
  const contents = new ContentRepository();
  const schedules = twins.schedules ?? new ScheduleRepository();
  const history = new ContentHistory(new AuditLog(clock));
  const due = twins.due ?? new DueContentRepository();
  const occurrences = twins.occurrences ?? new OccurrenceRepository();
  const feed = new PublishToFeed(contents, posts, history, outbox);
  const publish = new PublishOccurrence(unitOfWork, occurrences, feed, history, clock);
  const drafts = new DraftReader(new TimeZones());
  const desk = new ContentDesk(unitOfWork, contents, history, clock);
  return {
    unitOfWork,
    due,
    publish,
    create: new CreateContent(unitOfWork, drafts, new ContentRows(contents, schedules, history), clock),
    revise: new ReviseContent(desk, drafts, contents, schedules),
    move: new MoveContent(desk, drafts, schedules),
    cancel: new CancelContent(desk, schedules),
    pause: new PauseContent(desk, schedules),
    sweep:
      twins.sweep?.({ unitOfWork, due, publish, feed, occurrences, clock }) ??
      new PublishDueContent(unitOfWork, due, publish, clock),
    like: new LikePost(unitOfWork, posts, likes, outbox, clock),
    unlike: new UnlikePost(unitOfWork, posts, likes, outbox, clock),
    attend: new NoteAttention(unitOfWork, attention, new BusinessCalendar('Asia/Shanghai'), outbox, clock),
    forget: new ForgetMembers(posts, likes, new CommentRepository(), attention),
  };
};
export type Community = ReturnType<typeof communityOn>;

export const ANNA = { kind: 'staff', id: '21' } as const;

export const LATE: Misfire = { kind: 'late', maxLatenessMinutes: 24 * 60 };

let next = 0;
export const aDraft = (change: Partial<ContentDraft> = {}): ContentDraft => {
  next += 1;
  return {
    title: `新茶上市 ${next}`,
    text: '今年的第一批龙井到了。',
    pictureUrls: [],
    link: null,
    plannedLocal: '2026-06-15T12:01',
    zone: 'Asia/Shanghai',
    misfire: LATE,
    ...change,
  };
};

/** `count` items for one moment. */
export const plan = async (community: Community, count: number, change: Partial<ContentDraft> = {}) => {
  const ids: string[] = [];
  for (let i = 0; i < count; i += 1) ids.push(await community.create.execute({ draft: aDraft(change), actor: ANNA }));
  return ids;
};
