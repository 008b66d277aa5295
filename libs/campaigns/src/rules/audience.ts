import { type Day, isDay, isWholeWithin } from '@fanloop/kernel';
import { refuse } from './refusals';

/** A choice with the name that it had when it was made, so that the sentence of an issue stays what was agreed to. */
export interface Named {
  readonly code: string;
  readonly name: string;
}

/**
 * Who shall get it: active members who meet ALL of these. null asks nothing; within a list one entry is enough. With nothing
 * asked it is everybody.
 */
export interface AudienceConditions {
  readonly tiers: readonly Named[] | null;
  readonly tags: readonly Named[] | null;
  readonly fanTiers: readonly Named[] | null;
  /** Of the last purchase. */
  readonly lastStores: readonly Named[] | null;
  /** First and last day of joining, both included. */
  readonly joinedFrom: Day | null;
  readonly joinedTo: Day | null;
  /** Bought on this day or later. */
  readonly boughtSince: Day | null;
  /** Has bought once, but not on this day or later. */
  readonly notBoughtSince: Day | null;
  /** Members of an uploaded list. */
  readonly list: Named | null;
}

export const EVERYBODY: AudienceConditions = {
  tiers: null,
  tags: null,
  fanTiers: null,
  lastStores: null,
  joinedFrom: null,
  joinedTo: null,
  boughtSince: null,
  notBoughtSince: null,
  list: null,
};

const MOST_CHOICES = 200;

/** Refuses conditions that cannot be meant: they would silently ask nothing, or be met by nobody. */
export const assertConditions = (conditions: AudienceConditions): void => {
  const { joinedFrom, joinedTo, boughtSince, notBoughtSince } = conditions;
  const lists = [
    [conditions.tiers, '请至少选择一个等级'],
    [conditions.tags, '请至少选择一个标签'],
    [conditions.fanTiers, '请至少选择一个粉丝层级'],
    [conditions.lastStores, '请至少选择一家门店'],
  ] as const;
  const checks: (readonly [boolean, string])[] = [
    ...lists.map(([list, problem]) => [list === null || isWholeWithin(list.length, 1, MOST_CHOICES), problem] as const),
    ...[joinedFrom, joinedTo, boughtSince, notBoughtSince].map(
      (day) => [day === null || isDay(day), '日期有误'] as const,
    ),
    [!joinedFrom || !joinedTo || joinedFrom <= joinedTo, '入会的结束日期不能早于开始日期'],
    [!boughtSince || !notBoughtSince || boughtSince < notBoughtSince, '“没有消费”的日期要晚于“有消费”的日期'],
  ];
  const broken = checks.find(([holds]) => !holds);
  if (broken) throw refuse('IssueInvalid', { problem: broken[1] });
};

/** The audience in one sentence, as the manager reads it before the issue begins. */
export const audienceSentence = (conditions: AudienceConditions): string => {
  const { joinedFrom, joinedTo, boughtSince, notBoughtSince } = conditions;
  const parts = [
    conditions.list ? [`在名单“${conditions.list.name}”里`] : [],
    conditions.tiers ? [`等级是${anyOf(conditions.tiers)}`] : [],
    conditions.tags ? [`有标签${anyOf(conditions.tags)}`] : [],
    conditions.fanTiers ? [`粉丝层级是${anyOf(conditions.fanTiers)}`] : [],
    conditions.lastStores ? [`最近一次消费在${anyOf(conditions.lastStores)}`] : [],
    joinedFrom && joinedTo
      ? [`${joinedFrom} 到 ${joinedTo} 入会`]
      : joinedFrom
        ? [`${joinedFrom} 起入会`]
        : joinedTo
          ? [`${joinedTo} 及以前入会`]
          : [],
    boughtSince ? [`${boughtSince} 起消费过`] : [],
    notBoughtSince ? [`消费过，但 ${notBoughtSince} 起没有再来`] : [],
  ].flat();
  return parts.length === 0 ? '全部正常会员' : `${parts.join('，并且')}的会员`;
};

const SHOWN = 5;

const anyOf = (choices: readonly Named[]): string => {
  const names = choices.slice(0, SHOWN).map(({ name }) => name);
  return choices.length > SHOWN ? `${names.join('、')}等 ${choices.length} 项之一` : names.join('或');
};
