import { element } from './embed-elements.js';
import { drawMedia } from './embed-media.js';
import { drawText } from './embed-text.js';

/** A post with all that belongs to it. */
export function drawPost(post, hideThread) {
  const parent = post.parent !== undefined && !hideThread ? drawInner(post.parent, 'parent') : null;
  return element(
    'article',
    { role: 'article', tabindex: '-1', lang: post.lang },
    parent,
    drawAuthor(post.user),
    drawText(post),
    drawAttachments(post),
    post.quoted_tweet === undefined ? null : drawInner(post.quoted_tweet, 'inner'),
    element('a', { class: 'time', href: pageOf(post) }, drawTime(post.created_at, post.isEdited)),
    element(
      'div',
      { class: 'counts' },
      element('span', {}, `♥ ${post.favorite_count}`),
      element('span', {}, `Read ${post.conversation_count} replies`),
    ),
  );
}

function drawInner(post, kind) {
  return element(
    'div',
    { class: kind === 'inner' ? 'inner' : 'parent', role: 'link' },
    drawAuthor(post.user),
    drawText(post),
    drawAttachments(post),
  );
}

function drawAttachments(post) {
  const attachments = [];
  if ((post.mediaDetails ?? []).length > 0) attachments.push(drawMedia(post.mediaDetails));
  if (post.card !== undefined) attachments.push(drawCard(post.card));
  return attachments;
}

function drawAuthor(user) {
  const badge =
    user.is_blue_verified || user.verified_type !== undefined ? element('span', { class: 'badge' }, '✔') : null;
  const shape = user.profile_image_shape ?? 'Circle';
  return element(
    'div',
    { class: 'author' },
    element('img', { alt: '', src: user.profile_image_url_https, 'data-shape': shape }),
    element(
      'div',
      { class: 'names' },
      element('span', { class: 'name' }, element('bdi', {}, user.name), badge),
      element('span', { class: 'handle' }, `@${user.screen_name}`),
    ),
  );
}

function drawCard(card) {
  const values = card.binding_values;
  if (card.name.startsWith('poll')) return drawPoll(values);
  const image = values.photo_image_full_size_large.image_value.url;
  return element(
    'a',
    { class: 'card', href: card.url },
    element('img', { alt: values.photo_image_full_size_alt_text?.string_value ?? '', src: image }),
    element('div', { class: 'handle' }, values.vanity_url.string_value),
    element('div', {}, values.title.string_value),
    element('div', { class: 'description' }, values.description.string_value),
  );
}

function drawPoll(values) {
  const choices = [1, 2, 3, 4]
    .filter((number) => values[`choice${number}_label`] !== undefined)
    .map((number) => ({
      label: values[`choice${number}_label`].string_value,
      votes: Number(values[`choice${number}_count`].string_value),
    }));
  const total = Math.max(
    1,
    choices.reduce((sum, choice) => sum + choice.votes, 0),
  );
  const rows = choices.map(({ label, votes }) => {
    const share = `${Math.round((100 * votes) / total)}%`;
    return element('div', { style: `--share: ${share}` }, element('span', {}, label), element('span', {}, share));
  });
  return element('div', { class: 'poll' }, rows);
}

function drawTime(createdAt, isEdited) {
  const time = new Intl.DateTimeFormat('en-US', { timeStyle: 'short', timeZone: 'UTC' }).format(new Date(createdAt));
  const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(createdAt));
  return element('time', { datetime: createdAt }, `${isEdited ? 'Last edited ' : ''}${time} · ${day}`);
}

function pageOf(post) {
  return `https://twitter.com/${post.user.screen_name}/status/${post.id_str}`;
}
