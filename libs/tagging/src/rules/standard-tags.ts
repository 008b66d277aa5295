/** What a tag's condition may speak of. */
export interface TagFacts {
  readonly purchases: number;
  readonly netFen: number;
  readonly recencyDays: number | null;
  readonly memberDays: number;
  readonly r: number | null;
  readonly f: number | null;
  readonly m: number | null;
  readonly topCategory: string | null;
  readonly activitiesAttended: number;
}

export interface TagRule {
  readonly code: string;
  readonly name: string;
  readonly kind: 'rule' | 'scored';
  readonly version: number;
  readonly description: string;
  /** JsonLogic over `TagFacts`. */
  readonly condition: Record<string, unknown>;
}

const and = (...all: unknown[]) => ({ and: all });
const fact = (name: keyof TagFacts) => ({ var: name });
const known = (name: keyof TagFacts) => ({ '!==': [fact(name), null] });
const atLeast = (name: keyof TagFacts, value: number) => and(known(name), { '>=': [fact(name), value] });
const atMost = (name: keyof TagFacts, value: number) => and(known(name), { '<=': [fact(name), value] });

const taste = (code: string, category: string): TagRule => ({
  code,
  name: `爱喝${category}`,
  kind: 'rule',
  version: 1,
  description: `买得最多的品类是${category}，且至少买过 3 次`,
  condition: and({ '==': [fact('topCategory'), category] }, atLeast('purchases', 3)),
});

/** The tags that every brand starts with. A change of a condition is a new version. */
export const standardTags: readonly TagRule[] = [
  {
    code: 'new-member',
    name: '新会员',
    kind: 'rule',
    version: 1,
    description: '入会未满 30 天',
    condition: { '<': [fact('memberDays'), 30] },
  },
  {
    code: 'never-bought',
    name: '未消费',
    kind: 'rule',
    version: 1,
    description: '入会后还没有消费（退尽的不算）',
    condition: atMost('purchases', 0),
  },
  {
    code: 'one-time',
    name: '一次客',
    kind: 'rule',
    version: 1,
    description: '只消费过 1 次',
    condition: { '==': [fact('purchases'), 1] },
  },
  {
    code: 'champion',
    name: '高价值',
    kind: 'scored',
    version: 1,
    description: '新近、频次、金额都在前五分之二',
    condition: and(atLeast('r', 4), atLeast('f', 4), atLeast('m', 4)),
  },
  {
    code: 'at-risk',
    name: '流失风险',
    kind: 'scored',
    version: 1,
    description: '曾经常来（频次 4 分以上），最近不来了（新近 2 分以下）',
    condition: and(atLeast('f', 4), atMost('r', 2)),
  },
  {
    code: 'sleeping',
    name: '沉睡',
    kind: 'rule',
    version: 1,
    description: '超过 180 天没有消费',
    condition: atLeast('recencyDays', 181),
  },
  {
    code: 'event-goer',
    name: '活动达人',
    kind: 'rule',
    version: 1,
    description: '近一年到场 2 次活动以上',
    condition: atLeast('activitiesAttended', 2),
  },
  taste('taste-tea', '原叶茶'),
  taste('taste-milk', '奶茶'),
  taste('taste-fruit', '果茶'),
];
