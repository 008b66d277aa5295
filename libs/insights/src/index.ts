export * from './insights.module';
export { HomeRead, type HomeView } from './reads/home.read';
export { MemberDetailRead } from './reads/member-detail.read';
export { type DirectoryItem, MemberDirectoryRead } from './reads/member-directory.read';
export { TimelineRead } from './reads/timeline.read';
export { TodayRead, type TodayView } from './reads/today.read';
export type { TodoItem } from './reads/todo.read';
export { type UnissuedReward, UnissuedRewardsRead } from './reads/unissued-rewards.read';
export type { Moment } from './rules/timeline';
