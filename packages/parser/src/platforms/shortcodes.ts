/**
 * The ways in which sites of many systems write "put a post of X here". Each pattern begins where the shortcode begins;
 * `target` holds an id, or an address. What is optional and what is between is bounded.
 */
const id = '\\d{1,19}(?!\\w)';
const address = '(?:https?:)?//[\\w.-]{1,60}/[\\w/#!%?&=.;~+@-]{1,500}';
const quote = '["\'“”‘’`]?';
const target = `${quote}(?<target>${id}|${address})${quote}`;
/** A name that others have, too: not with the number of anything. */
const bareX = 'x(?![\\s(]{1,5}\\d{1,5}(?!\\d))';
const rest = '[^{}\\[\\]<>\\n]{0,300}';
const restOfLines = '[^{}\\[\\]<>]{0,300}';
/** `user="…" id="…"`, in any order. */
const named = `[^{}<>]{0,200}?\\b(?:id|url|tweetid|status)\\s{0,3}=\\s{0,3}${target}`;

const sources: readonly string[] = [
  // WordPress: [tweet URL], [tweet id=…], [embed]URL[/embed], [twitter]URL[/twitter]; forums: [TWEET]ID[/TWEET], [media=twitter]ID[/media]
  `\\[(?:tweet|twitter|embed|x|media=(?:twitter|x))(?:\\s[^\\[\\]\\n]{0,200})?\\]\\s{0,9}${target}\\s{0,9}\\[/(?:tweet|twitter|embed|x|media)\\]`,
  `\\[(?:tweet|twitter|embed|blackbirdpie)(?:\\s{1,9}|[:=]\\s{0,3})(?:(?:id|url|tweet|src)\\s{0,3}=\\s{0,3})?(?!${quote}\\d{1,5}(?!\\d))${target}${rest}\\](?:\\s{0,9}\\[/(?:tweet|twitter|embed)\\])?`,
  // Joomla, and others in single braces: {tweet}ID{/tweet}, {tweet:ID}
  `\\{(?:tweet|twitter)(?:\\}\\s{0,3}${target}\\s{0,3}\\{/(?:tweet|twitter)\\}|[:\\s]\\s{0,3}(?:(?:id|url)=)?(?!\\d{1,5}(?!\\d))${target}[^{}\\n]{0,100}\\})`,
  // WordPress blocks: <!-- wp:embed {"url":"…"} --> … <!-- /wp:embed -->
  `<!--\\s{1,3}wp:(?:core-embed/[\\w-]{1,20}|embedpress/[\\w-]{1,30}|embed)\\s{1,3}\\{[^{}\\n]{0,200}?"url":"(?<target>${address})"[^{}\\n]{0,500}\\}\\s{1,3}/?-->(?:[^<]{0,9}<figure(?:(?!<!--)[^])(?:(?!<!--)[^]){0,2000}<!--\\s{1,3}/wp:(?:core-embed/[\\w-]{1,20}|embed)\\s{1,3}-->)?`,
  // Hugo: {{< tweet ID >}}, {{< tweet user="…" id="…" >}}, {{< tweet user ID >}}, {{% x … %}}, also escaped
  `\\{\\{[<%](?:/\\*)?\\s{0,5}(?:[\\w-]{1,20}/)?(?:tweet|twitter|x)(?:[_-]?(?:simple|single|card|embed|post))?\\s{1,5}(?:(?:${quote}\\w{1,20}${quote}\\s{1,3})?${target}|${named})${restOfLines}(?:\\*/)?[>%]\\}\\}`,
  // Jekyll, Liquid, Eleventy, dev.to, Octopress: {% tweet … %}, {% twitter … %}, {% embed URL %}, {% blockquote @user URL %}
  `\\{%-?\\s{0,5}(?:tweet|twitter|${bareX}|embed|blockquote\\s{1,3}@\\w{1,20})\\s{1,5}${target}[^%\\n]{0,300}%\\}`,
  `\\{%-?\\s{0,5}(?:include|render)\\s{1,5}[\\w/.-]{0,60}tw(?:eet|itter)[\\w/.-]{0,40}\\s{1,5}(?:${target}|[^%\\n]{0,200}?\\b(?:id|url|tweet_id|status)\\s{0,3}=\\s{0,3}${target})[^%\\n]{0,300}%\\}`,
  // Nunjucks, Zola, Pelican: {{ tweet("…") }}, {{ tweet(id="…") }}, {{ tweet(user="…", id="…") }}; Logseq: {{tweet URL}}
  `\\{\\{-?\\s{0,5}(?:(?:tweet|twitter|x)[_-]?(?:post|embed|card)|tweet|twitter|${bareX})\\(\\s{0,3}(?:(?:[^{}()\\n]{0,100}?\\b(?:id|url)\\s{0,3}=\\s{0,3})?${target})[^{}\\n]{0,200}\\)\\s{0,5}-?\\}\\}`,
  `\\{\\{(?:tweet|twitter):?\\s{1,3}${target}\\s{0,3}\\}\\}`,
  // blogdown: shortcode('tweet', '…')
  `(?:blogdown::)?shortcode\\(\\s{0,3}["'](?:tweet|twitter|x)["']\\s{0,3},[^()\\n]{0,100}?${target}[^()\\n]{0,100}\\)`,
  // Gatsby: \`twitter: URL\`, \`tweet:ID\`; fastpages: > twitter: URL
  `\`(?:twitter|tweet|oembed):\\s{0,3}${target}\\s{0,3}\``,
  `(?<=^|\\n)>\\s{0,3}(?:twitter:|tweet\\s)\\s{0,3}${target}`,
  // Zenn and others that extend Markdown: @[tweet](URL)
  `@\\[(?:tweet|twitter|x)\\]\\(\\s{0,3}${target}[^()\\n]{0,100}\\)`,
  // Directives: ::tweet{id=…}, ::tweet[ID], :::twitter user ID, ::: tweet URL; AsciiDoc: tweet::ID[]; reStructuredText: .. tweet:: URL
  `(?<![:\\w]):{2,3}\\s?(?:tweet|twitter|x)(?:\\[[^\\]\\n]{0,100}\\])?(?:\\{[^{}\\n]{0,100}?#?(?:\\b(?:id|url)=)?${target}[^{}\\n]{0,100}\\}|\\s{1,3}(?:\\w{1,20}\\s{1,3})?${target})`,
  `(?<![:\\w]):{1,3}(?:tweet|twitter)(?:\\[${target}\\](?:\\{[^{}\\n]{0,100}\\})?|\\{[^{}\\n]{0,100}?\\b(?:id|url|status)=${target}[^{}\\n]{0,100}\\})`,
  `(?<![:\\w])(?:tweet|twitter)::?${target}\\[[^\\]\\n]{0,100}\\]`,
  `(?<![:\\w])\\.\\.\\s{1,3}(?:tweet|twitter)::\\s{1,3}${target}`,
  // MediaWiki with extensions: {{#tweet: ID}}, {{#widget:Tweet|id=ID}}
  `\\{\\{#(?:tweet|widget):\\s{0,3}(?:tweet\\s{0,3}\\|\\s{0,3}id\\s{0,3}=\\s{0,3})?${target}[^{}\\n]{0,200}\\}\\}`,
  // Wikipedia: {{cite tweet |user=… |number=… }}, {{Tweet |username=… |ID=…}}; titles have templates in them
  `\\{\\{\\s{0,3}(?:cit(?:e|a|ar|er) )?tweet\\s{0,3}(?=\\|)[^{}]{0,500}?\\|\\s{0,3}(?:number|n[uú]mero|num[eé]ro|id)\\s{0,3}=\\s{0,3}(?<target>${id})(?:[^{}]|\\{\\{[^{}]{0,300}\\}\\}){0,1000}\\}\\}`,
];

/** The same of other platforms, which are named in the group `platform`; `code` holds an id, or an address. */
const foreign = '(?<platform>youtube|instagram|tiktok|facebook|bluesky|threads|mastodon|reddit)';
const code = `${quote}(?<code>${address}|[\\w-]{5,40}(?:/comments/\\w{5,8})?(?![\\w-]))${quote}`;
const attribute = '(?:[^{}<>\\[\\]\\n]{0,100}?\\b(?:id|url|link|src)\\s{0,3}=\\s{0,3})?';

const foreignSources: readonly string[] = [
  // [youtube]ID[/youtube], [media=youtube]ID[/media], [video=youtube;ID]URL[/video], [embedyt]URL[/embedyt]
  `\\[(?:media=)?${foreign}\\]\\s{0,9}${code}\\s{0,9}\\[/(?:media|\\k<platform>)\\]`,
  `\\[video=${foreign};${code}\\][^\\[\\]\\n]{0,500}\\[/video\\]`,
  `\\[embedyt\\]\\s{0,9}(?<target>${address})\\s{0,9}\\[/embedyt\\]`,
  // [youtube URL], [youtube=URL], [instagram url="URL"], [video:URL], [video src="URL"]
  `\\[${foreign}(?:\\s{1,9}|[:=]\\s{0,3})(?:[^{}<>\\[\\]\\n]{0,100}?\\b(?:id|url|link|src)\\s{0,3}=\\s{0,3}${code}|${quote}(?<target>${address}))${rest}\\](?:\\s{0,9}\\[/\\k<platform>\\])?`,
  `\\[(?:video|vc_video|et_pb_video)(?:\\s{1,9}|[:=]\\s{0,3})${attribute}${quote}(?<target>${address})${quote}${rest}\\](?:\\s{0,9}\\[/\\w{5,20}\\])?`,
  // {youtube}ID{/youtube}, {youtube}ID|600|450{/youtube}
  `\\{${foreign}\\}\\s{0,3}${code}(?:\\|[^{}\\n]{0,100})?\\s{0,3}\\{/\\k<platform>\\}`,
  // {{< youtube ID >}}, {{< youtube id="ID" >}}, {{< bluesky link="URL" >}}, {{< video URL >}}, {% youtube ID %}
  `\\{(?:\\{[<%]|%-?)\\s{0,5}${foreign}(?:-lite)?\\s{1,5}${attribute}${code}[^{}<>\\n]{0,200}[>%]\\}\\}?`,
  `\\{(?:\\{[<%]|%-?)\\s{0,5}(?:video|toot|embed)\\s{1,5}${attribute}${quote}(?<target>${address})[^{}<>\\n]{0,200}[>%]\\}\\}?`,
  `\\{%-?\\s{0,5}(?:include|render)\\s{1,5}[\\w/.-]{0,60}?${foreign}[\\w/.-]{0,40}\\s{1,5}[^%\\n]{0,200}?\\bid\\s{0,3}=\\s{0,3}${code}[^%\\n]{0,300}%\\}`,
  // {{ youtube(id="ID") }}, {{youtube>ID}}, {{youtube URL}}, {{[[youtube]]: URL}}
  `\\{\\{-?\\s{0,5}${foreign}\\(\\s{0,3}${attribute}${code}[^{}\\n]{0,200}\\)\\s{0,5}-?\\}\\}`,
  `\\{\\{(?:\\[\\[)?${foreign}(?:\\]\\])?(?:>${code}|:?\\s{1,3}(?<target>${address}))[^{}\\n]{0,100}\\}\\}`,
  // @[youtube](ID), ::youtube[ID], ::youtube{#ID}, ::youtube{id="ID"}, .. youtube:: ID, \`youtube: URL\`
  `@\\[${foreign}\\]\\(\\s{0,3}${code}[^()\\n]{0,100}\\)`,
  `(?<![:\\w])::${foreign}(?:\\[${code}\\](?:\\{[^{}\\n]{0,100}\\})?|\\{#?${attribute}${code}[^{}\\n]{0,100}\\})`,
  `(?<![:\\w])\\.\\.\\s{1,3}${foreign}::\\s{1,3}${code}`,
  `\`${foreign}:\\s{0,3}${code}\\s{0,3}\``,
];

/** The patterns of all shortcodes, sticky. */
export const shortcodes: readonly RegExp[] = [...sources, ...foreignSources].map((source) => new RegExp(source, 'iy'));

/** Where one in brackets begins, as the source of a pattern: these are found in plain text, too. */
const foreignName = 'youtube|instagram|tiktok|facebook|bluesky|threads|mastodon|reddit';
const bracketedStart = String.raw`\[(?:tweet|twitter|embed(?:yt)?|blackbirdpie|media=(?:twitter|x|${foreignName})|youtube|instagram|tiktok|facebook|reddit|video)\b|\{\{[<%]|\{%|\{\{-?\s{0,5}(?:tweet|twitter|x(?:[_-]\w{1,6})?\(|cit(?:e|a|ar|er) tweet|(?:\[\[)?(?:${foreignName}))|\{\{#(?:tweet|widget):|\{(?:tweet|twitter|youtube)[\s:}]`;

/** The same for a place in text (sticky): it may begin there. */
export const textShortcodeStart: RegExp = new RegExp(bracketedStart, 'iy');

/** The bytes that {@link textShortcodeStart} begins with. */
export const textShortcodeNeedles: readonly string[] = [
  '{{',
  '{%',
  '{t',
  '{T',
  '{y',
  '{Y',
  ...bothCases('[tw'),
  ...bothCases('[em'),
  ...bothCases('[me'),
  ...bothCases('[bl'),
  ...bothCases('[yo'),
  ...bothCases('[in'),
  ...bothCases('[ti'),
  ...bothCases('[fa'),
  ...bothCases('[re'),
  ...bothCases('[vi'),
];

/** The second and third byte of a needle may each be a capital. */
function bothCases(needle: string): readonly string[] {
  return [needle, needle.toUpperCase()];
}

/** Those that begin with a word, from the sign behind it: to look for the word takes as long as to look for all the others. */
const wordStart = String.raw`:(?<=\b(?<name>tweet|twitter):)|\((?<=\b(?<call>(?:blogdown::)?shortcode)\()`;

const shortcodeStart = new RegExp(
  String.raw`${bracketedStart}|\[(?:x\]|vc_video\b|et_pb_video\b)|<!--\s{1,3}wp:|${'`'}(?:twitter|tweet|oembed|youtube|instagram):|>\s{0,3}(?:twitter:|tweet\s)|@\[(?:tweet|twitter|x|${foreignName})\]|:{2,3}\s?(?:tweet|twitter|x|youtube|instagram)\b|:(?:tweet|twitter)[[{]|${wordStart}|\.\.\s{1,3}(?:tw|(?:${foreignName})::)`,
  'gi',
);

/** Where any may begin: its first characters, and its word. */
export function* findShortcodeStarts(text: string): Generator<number> {
  for (const { index, groups } of text.matchAll(shortcodeStart)) {
    yield index - (groups?.['name'] ?? groups?.['call'] ?? '').length;
  }
}
