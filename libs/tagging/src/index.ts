import { CreateTaggingTables1760000800001 } from './store/migrations/1760000800001-create-tagging-tables';
import { TellTagsAndReward1760000800002 } from './store/migrations/1760000800002-tell-tags-and-reward';
import { NetTastesOfRefunds1760000800003 } from './store/migrations/1760000800003-net-tastes-of-refunds';

export * from './handlers/on-interactions.handler';
export * from './handlers/on-members.handler';
export { TaggingOnRewards } from './handlers/on-rewards.handler';
export * from './handlers/on-sales.handler';
export * from './reads/member-standing.read';
export * from './reads/population.read';
export { type RefusedTag, RefusedTagsRead } from './reads/refused-tags.read';
export { TaggingPersonalData } from './reads/tagging-personal-data.read';
export { FAN_TIERS } from './rules/fan-tiers';
export * from './tagging.door';
export * from './tagging.module';
export * from './use-cases/nightly-tagging.use-case';
export { RefusedTags } from './use-cases/refused-tags.use-case';
export * from './use-cases/request-tagging.use-case';
export * from './use-cases/run-tagging.use-case';
export * from './use-cases/tag-by-hand.use-case';
export { TellTags } from './use-cases/tell-tags.use-case';

export const taggingMigrations = [
  CreateTaggingTables1760000800001,
  TellTagsAndReward1760000800002,
  NetTastesOfRefunds1760000800003,
];
