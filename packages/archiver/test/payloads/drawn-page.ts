const id = '1500127395262201857';

interface DrawnArticle {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  /** The inside of its text element. */
  readonly text: string;
  /** What stands below the text. */
  readonly below?: string;
  /** Whether the page is that of this post. */
  readonly isOwn?: boolean;
}

/** A post as X's pages draw it, without their many wrappers. */
export function drawnArticle({ id: own, handle, name, text, below = '', isOwn = false }: DrawnArticle): string {
  return `<article role="article" tabindex="${isOwn ? '-1' : '0'}" data-testid="tweet">
<div data-testid="Tweet-User-Avatar"><a href="/${handle}" role="link"><img alt="" src="https://pbs.twimg.com/profile_images/1/face_x96.jpg"></a></div>
<div data-testid="User-Name"><a href="/${handle}" role="link"><span>${name}</span><svg aria-label="Verified account" data-testid="icon-verified"></svg></a><a href="/${handle}" role="link"><span>@${handle}</span></a></div>
<div dir="auto" lang="en" data-testid="tweetText">${text}</div>${below}
<a href="/${handle}/status/${own}" role="link"><time datetime="2022-03-05T15:13:36.000Z">4:13 PM · Mar 5, 2022</time></a>
<div role="group" aria-label="2 replies, 3 reposts, 7 likes"><button aria-label="2 Replies. Reply" data-testid="reply">2</button><button aria-label="3 reposts. Repost" data-testid="retweet">3</button><button aria-label="7 Likes. Like" data-testid="like">7</button><a href="/${handle}/status/${own}/analytics" aria-label="1,234 views. View post analytics">1.2K</a></div>
</article>`;
}

/** The invented post of `one-post.ts` on its page, below the post that it answers and above an answer and an advertisement. */
export const drawnPage = `<!DOCTYPE html><html lang="en"><body><main>
${drawnArticle({ id: '1500127000000000000', handle: 'grace_example', name: 'Grace', text: '<span>What a pair.</span>' })}
${drawnArticle({
  id,
  handle: 'ada_example',
  name: 'Ada Example',
  isOwn: true,
  text: `<span>Tom &amp; Jerry </span><img alt="🚀" src="https://abs-0.twimg.com/emoji/v2/svg/1f680.svg"><span> </span><span><a dir="ltr" href="/hashtag/ISS?src=hashtag_click">#ISS</a></span><span> </span><span><a dir="ltr" href="/search?q=%24TSLA&amp;src=cashtag_click">$TSLA</a></span><span> </span><span><a dir="ltr" href="/NASA">@NASA</a></span><span> </span><a dir="ltr" href="https://t.co/aaaaaaaaaa"><span aria-hidden="true">https://</span>nasa.example/iss</a>`,
  below: `<a href="/ada_example/status/${id}/photo/1"><div aria-label="A cat and a mouse." data-testid="tweetPhoto"><img alt="A cat and a mouse." src="https://pbs.twimg.com/media/KEY?format=jpg&amp;name=medium"></div></a>`,
})}
${drawnArticle({ id: '1500127400000000000', handle: 'mira', name: 'Mira', text: '<span>Ha!</span>' })}
<article data-testid="tweet"><div data-testid="User-Name"><a href="/shop"><span>A shop</span></a><a href="/shop"><span>@shop</span></a></div><div data-testid="tweetText">Buy!</div></article>
</main></body></html>`;
