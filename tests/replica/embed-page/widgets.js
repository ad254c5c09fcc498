// What pages load to show posts, as X's does it: each blockquote gives way to a frame with the embed page.
for (const quote of document.querySelectorAll('blockquote.twitter-tweet')) {
  const id = /\/status\/(\d+)/.exec([...quote.querySelectorAll('a')].at(-1)?.href ?? '')?.[1];
  if (id === undefined) continue;
  const shown = document.createElement('div');
  shown.className = 'twitter-tweet twitter-tweet-rendered';
  const frame = document.createElement('iframe');
  frame.src = `https://platform.twitter.com/embed/Tweet.html?dnt=true&id=${id}&lang=en&theme=light`;
  frame.dataset.tweetId = id;
  Object.assign(frame, { width: 550, height: 620, title: 'X Post' });
  shown.append(frame);
  quote.replaceWith(shown);
}
