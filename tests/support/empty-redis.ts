import Redis from 'ioredis';

/** Empties the worker's own Redis database; others on the same server are not touched. */
export const emptyRedis = async (url: string): Promise<void> => {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 1 });
  try {
    await redis.connect();
    await redis.flushdb();
  } finally {
    redis.disconnect();
  }
};
