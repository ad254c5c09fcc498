/**
 * The ways in which sites of many systems write "put a post of X here". Each pattern begins where the shortcode begins;
 * `target` holds an id, or an address. What is optional and what is between is bounded.
 */
const id = '\\d{1,19}(?!\\w)';
const address = '(?:https?:)?//[\\w.-]{1,60}/[\\w/#!%?&=.;~+-]{1,500}';
const quote = '["\'“”‘’`]?';
const target = `${quote}(?<target>${id}|${address})${quote}`;
/** A name that others have, too: not with the number of anything. */
const bareX = 'x(?![\\s(]{1,5}\\d{1,5}(?!\\d))';
const rest = '[^{}\\[\\]<>\\n]{0,300}';
/** `user="…" id="…"`, in any order. */
const named = `[^{}<>\\n]{0,200}?\\b(?:id|url|tweetid|status)\\s{0,3}=\\s{0,3}${target}`;

const sources: readonly string[] = [
  // WordPress: [tweet URL], [tweet id=…], [embed]URL[/embed], [twitter]URL[/twitter]; forums: [TWEET]ID[/TWEET], [media=twitter]ID[/media]
  `\\[(?:tweet|twitter|embed|x|media=(?:twitter|x))(?:\\s[^\\[\\]\\n]{0,200})?\\]\\s{0,9}${target}\\s{0,9}\\[/(?:tweet|twitter|embed|x|media)\\]`,
  `\\[(?:tweet|twitter|embed|blackbirdpie)(?:\\s{1,9}|:\\s{0,3})(?:(?:id|url|tweet|src)\\s{0,3}=\\s{0,3})?(?!${quote}\\d{1,5}(?!\\d))${target}${rest}\\](?:\\s{0,9}\\[/(?:tweet|twitter|embed)\\])?`,
  // Joomla, and others in single braces: {tweet}ID{/tweet}, {tweet:ID}
  `\\{(?:tweet|twitter)(?:\\}\\s{0,3}${target}\\s{0,3}\\{/(?:tweet|twitter)\\}|[:\\s]\\s{0,3}(?:(?:id|url)=)?(?!\\d{1,5}(?!\\d))${target}[^{}\\n]{0,100}\\})`,
  // WordPress blocks: <!-- wp:embed {"url":"…"} --> … <!-- /wp:embed -->
  `<!--\\s{1,3}wp:(?:core-embed/[\\w-]{1,20}|embed)\\s{1,3}\\{[^{}\\n]{0,200}?"url":"(?<target>${address})"[^{}\\n]{0,500}\\}\\s{1,3}/?-->(?:[^<]{0,9}<figure(?:(?!<!--)[^])(?:(?!<!--)[^]){0,2000}<!--\\s{1,3}/wp:(?:core-embed/[\\w-]{1,20}|embed)\\s{1,3}-->)?`,
  // Hugo: {{< tweet ID >}}, {{< tweet user="…" id="…" >}}, {{< tweet user ID >}}, {{% x … %}}, also escaped
  `\\{\\{[<%](?:/\\*)?\\s{0,5}(?:[\\w-]{1,20}/)?(?:tweet|twitter|x)(?:[_-](?:simple|single|card))?\\s{1,5}(?:(?:${quote}\\w{1,20}${quote}\\s{1,3})?${target}|${named})${rest}(?:\\*/)?[>%]\\}\\}`,
  // Jekyll, Liquid, Eleventy, dev.to, Octopress: {% tweet … %}, {% twitter … %}, {% embed URL %}, {% blockquote @user URL %}
  `\\{%-?\\s{0,5}(?:tweet|twitter|${bareX}|embed|blockquote\\s{1,3}@\\w{1,20})\\s{1,5}${target}[^%\\n]{0,300}%\\}`,
  `\\{%-?\\s{0,5}(?:include|render)\\s{1,5}[\\w/.-]{0,60}tw(?:eet|itter)[\\w/.-]{0,40}\\s{1,5}(?:${target}|[^%\\n]{0,200}?\\b(?:id|url|tweet_id|status)\\s{0,3}=\\s{0,3}${target})[^%\\n]{0,300}%\\}`,
  // Nunjucks, Zola, Pelican: {{ tweet("…") }}, {{ tweet(id="…") }}, {{ tweet(user="…", id="…") }}; Logseq: {{tweet URL}}
  `\\{\\{-?\\s{0,5}(?:tweet|twitter|${bareX})\\(\\s{0,3}(?:(?:[^{}()\\n]{0,100}?\\b(?:id|url)\\s{0,3}=\\s{0,3})?${target})[^{}\\n]{0,200}\\)\\s{0,5}-?\\}\\}`,
  `\\{\\{(?:tweet|twitter):?\\s{1,3}${target}\\s{0,3}\\}\\}`,
  // Of other platforms: {{< youtube ID >}}, {{< youtube id="ID" >}}, {{< bluesky link="URL" >}}, {% youtube ID %}
  `\\{(?:\\{[<%]|%-?)\\s{0,5}(?:youtube(?:-lite)?\\s{1,5}(?:id=)?${quote}(?<youtube>[\\w-]{11})(?![\\w-])|instagram\\s{1,5}(?:id=)?${quote}(?<instagram>[\\w-]{10,40})(?![\\w-])|(?:youtube|instagram|tiktok|bluesky|threads|mastodon|facebook|reddit)\\s{1,5}(?:(?:url|link|id)=)?${quote}(?<target>${address}))[^{}<>\\n]{0,200}[>%]\\}\\}?`,
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
  `\\{\\{\\s{0,3}(?:cite )?tweet\\s{0,3}(?=\\|)[^{}]{0,500}?\\|\\s{0,3}(?:number|id)\\s{0,3}=\\s{0,3}(?<target>${id})(?:[^{}]|\\{\\{[^{}]{0,300}\\}\\}){0,1000}\\}\\}`,
];

/** The patterns of all shortcodes, sticky. */
export const shortcodes: readonly RegExp[] = sources.map((source) => new RegExp(source, 'iy'));

/** Where one in brackets begins, as the source of a pattern: these are found in plain text, too. */
const bracketedStart = String.raw`\[(?:tweet|twitter|embed|blackbirdpie|media=(?:twitter|x))\b|\{\{[<%]|\{%|\{\{-?\s{0,5}(?:tweet|twitter|x\(|cite tweet)|\{\{#(?:tweet|widget):|\{(?:tweet|twitter)[\s:}]`;

/** The same for a place in text (sticky): it may begin there. */
export const textShortcodeStart: RegExp = new RegExp(bracketedStart, 'iy');

/** The bytes that {@link textShortcodeStart} begins with. */
export const textShortcodeNeedles: readonly string[] = [
  '{{',
  '{%',
  '{t',
  '{T',
  ...bothCases('[tw'),
  ...bothCases('[em'),
  ...bothCases('[me'),
  ...bothCases('[bl'),
];

/** The second and third byte of a needle may each be a capital. */
function bothCases(needle: string): readonly string[] {
  return [needle, needle.toUpperCase()];
}

/** Where any may begin: its first characters, and its word. */
export const shortcodeStart: RegExp = new RegExp(
  String.raw`${bracketedStart}|\[x\]|<!--\s{1,3}wp:|\b(?:blogdown::)?shortcode\(|${'`'}(?:twitter|tweet|oembed):|>\s{0,3}(?:twitter:|tweet\s)|@\[(?:tweet|twitter|x)\]|:{2,3}\s?(?:tweet|twitter|x)\b|:(?:tweet|twitter)[[{]|\b(?:tweet|twitter)::?|\.\.\s{1,3}tw`,
  'gi',
);
