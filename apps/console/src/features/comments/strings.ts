export const t = {
  title: '评论审核',
  lead: '内容安全检查拿不准的评论先到这里，通过后大家才看得见。',
  approve: '通过',
  reject: '拒绝',
  approved: '已通过',
  rejected: '已拒绝',
  onPost: (title: string) => `评论于「${title}」`,
  untitled: '无标题',
  emptyTitle: '没有待审核的评论',
  emptyHint: '有需要人工判断的评论时，会出现在这里和「今日」待办里。',
  waiting: (count: string) => `待审核 ${count} 条`,
} as const;
