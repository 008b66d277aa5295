import { activitiesMigrations } from '@fanloop/activities';
import { campaignsMigrations } from '@fanloop/campaigns';
import { communityMigrations } from '@fanloop/community';
import { counterMigrations } from '@fanloop/counter';
import { couponsMigrations } from '@fanloop/coupons';
import { loyaltyMigrations } from '@fanloop/loyalty';
import { membersMigrations } from '@fanloop/members';
import { organizationMigrations } from '@fanloop/organization';
import { paymentsMigrations } from '@fanloop/payments';
import { dataSourceOptions, platformMigrations, prepareConnections } from '@fanloop/platform';
import { rewardsMigrations } from '@fanloop/rewards';
import { salesMigrations } from '@fanloop/sales';
import { taggingMigrations } from '@fanloop/tagging';
import { wechatMigrations } from '@fanloop/wechat';
import { DataSource, DataSourceOptions } from 'typeorm';

/** Every context's tables, in the order of their floors. */
const migrations = [
  ...platformMigrations,
  ...wechatMigrations,
  ...organizationMigrations,
  ...membersMigrations,
  ...salesMigrations,
  ...loyaltyMigrations,
  ...couponsMigrations,
  ...paymentsMigrations,
  ...communityMigrations,
  ...taggingMigrations,
  ...counterMigrations,
  ...activitiesMigrations,
  ...rewardsMigrations,
  ...campaignsMigrations,
];
const entities: DataSourceOptions['entities'] = [];

/** The options of every process of the deployment: all entities, all migrations. */
export const databaseOptions = (databaseUrl: string, extra: { poolSize?: number } = {}): DataSourceOptions =>
  dataSourceOptions(databaseUrl, { entities, migrations, ...extra });

export const createDataSource = (databaseUrl: string, extra: { poolSize?: number } = {}): DataSource =>
  new DataSource(databaseOptions(databaseUrl, extra));

/** Brings a database up to date; returns the names of the migrations that ran. */
export const runMigrations = async (databaseUrl: string): Promise<string[]> => {
  const dataSource = await createDataSource(databaseUrl, { poolSize: 2 }).initialize();
  prepareConnections(dataSource);
  try {
    return (await dataSource.runMigrations()).map((migration) => migration.name);
  } finally {
    await dataSource.destroy();
  }
};
