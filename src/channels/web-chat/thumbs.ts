import type { Activity, Entity } from 'botbuilder';
import { z } from 'zod';
import type { Rating } from '../../core/reply';

/** What Web Chat calls a click on a thumb. */
const CLICKED = 'webchat:activity-status/feedback';

const clicked = z.looseObject({
  '@type': z.enum(['LikeAction', 'DislikeAction']),
  '@id': z.string().max(500),
});

/** Makes Web Chat show a thumb up and one down with a message; each brings back the id of the answer. */
export function withThumbs(id: string): Entity {
  const thumb = (type: 'LikeAction' | 'DislikeAction') => ({
    type: `https://schema.org/${type}`,
    '@type': type,
    '@id': id,
    actionStatus: 'PotentialActionStatus',
  });
  return {
    type: 'https://schema.org/Message',
    '@context': 'https://schema.org',
    '@type': 'Message',
    '@id': '',
    potentialAction: [thumb('LikeAction'), thumb('DislikeAction')],
  };
}

/** The click on a thumb that an activity is; undefined for any other. */
export function readThumb({ type, name, entities }: Partial<Activity>): Rating | undefined {
  if (type !== 'event' || name !== CLICKED) return undefined;
  const thumb = clicked.safeParse(entities?.[0]).data;
  return thumb && { of: thumb['@id'], helped: thumb['@type'] === 'LikeAction' };
}
