import type { PrivateDatabase } from '../../support/private-database';
import type { Violations } from '../../support/proves-absent';

interface OccurrenceRow {
  id: string;
  content_id: string;
  state: string;
  posts: string;
  events: string;
}

/**
 * What must hold when nothing is under way any more: an occurrence that is done has one post and one event, any other
 * has none, and nothing is left half-way.
 */
export const unsettled = async (database: PrivateDatabase): Promise<Violations> => {
  const rows = await database.query<OccurrenceRow>(
    `SELECT o.id, o.content_id, o.state,
            (SELECT COUNT(*) FROM community_post p WHERE p.occurrence_id = o.id OR p.content_id = o.content_id) AS posts,
            (SELECT COUNT(*) FROM platform_outbox e WHERE e.name = 'community.content-published.v1'
                AND JSON_VALUE(e.payload, '$.contentId') = CAST(o.content_id AS CHAR)) AS events
       FROM community_occurrence o
      WHERE o.id = (SELECT MAX(n.id) FROM community_occurrence n WHERE n.content_id = o.content_id)`,
  );
  return rows.flatMap((row) => {
    const wanted = row.state === 'done' ? '1' : '0';
    const name = `content ${row.content_id}`;
    return [
      ...(['claimed', 'dispatching', 'planned'].includes(row.state) ? [`${name} is left ${row.state}`] : []),
      ...(row.posts === wanted ? [] : [`${name} is ${row.state} with ${row.posts} posts`]),
      ...(row.events === wanted ? [] : [`${name} is ${row.state} with ${row.events} events`]),
    ];
  });
};

/** Counters equal the rows that they count. */
export const wrongCounters = async (database: PrivateDatabase): Promise<Violations> => {
  const rows = await database.query<{ id: string; likes: number; liked: string; comments: number; shown: string }>(
    `SELECT p.id, p.likes, p.comments,
            (SELECT COUNT(*) FROM community_like l WHERE l.post_id = p.id) AS liked,
            (SELECT COUNT(*) FROM community_comment c WHERE c.post_id = p.id AND c.state = 'visible') AS shown
       FROM community_post p`,
  );
  return rows.flatMap((row) => [
    ...(String(row.likes) === row.liked ? [] : [`post ${row.id} counts ${row.likes} likes of ${row.liked}`]),
    ...(String(row.comments) === row.shown ? [] : [`post ${row.id} counts ${row.comments} comments of ${row.shown}`]),
  ]);
};
