type Json = Readonly<Record<string, unknown>>;

/**
 * Put a payload of X's older or newer API into the shape that react-tweet takes, the one of X's syndication service: what
 * is in them is the same and stands elsewhere.
 */
export function asTweetResult(payload: unknown): Json {
  const post = objectOf(payload);
  if (post['__typename'] === 'TweetWithVisibilityResults') return asTweetResult(post['tweet']);
  if (post['legacy'] === undefined) return fromLegacy(post, objectOf(post['user']));
  const user = objectAt(post, 'core', 'user_results', 'result');
  const name = objectOf(user['core']);
  const avatar = objectAt(user, 'avatar')['image_url'];
  const named = {
    ...objectOf(user['legacy']),
    ...name,
    id_str: user['rest_id'],
    is_blue_verified: user['is_blue_verified'],
  };
  const legacy = { id_str: post['rest_id'], ...objectOf(post['legacy']) };
  const quoted = objectAt(post, 'quoted_status_result', 'result');
  return fromLegacy(
    { ...legacy, quoted_status: quoted['legacy'] === undefined ? undefined : asTweetResult(quoted) },
    avatar === undefined ? named : { ...named, profile_image_url_https: avatar },
  );
}

function fromLegacy(post: Json, user: Json): Json {
  const whole = { ...post, ...objectOf(post['extended_tweet']) } as Json;
  const text = whole['full_text'] ?? whole['text'];
  const media = objectOf(whole['extended_entities'])['media'] ?? objectOf(whole['entities'])['media'];
  const quoted = whole['quoted_status'];
  return {
    __typename: 'Tweet',
    ...whole,
    text,
    display_text_range: whole['display_text_range'] ?? [0, Array.from(String(text)).length],
    user,
    mediaDetails: media,
    conversation_count: whole['reply_count'] ?? 0,
    quoted_tweet: quoted === undefined || quoted === null ? undefined : asTweetResult(quoted),
  };
}

function objectAt(value: unknown, ...path: readonly string[]): Json {
  return path.reduce<Json>((at, key) => objectOf(at[key]), objectOf(value));
}

function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}
