/** Notices that X shows in a post's place, in English. */
export const notices = {
  deleted: 'This Post was deleted by the Post author. Learn more',
  suspended: 'This Post is from a suspended account. Learn more',
  protected: 'You’re unable to view this Post because this account owner limits who can view their Posts. Learn more',
  ageRestricted:
    'Age-restricted adult content. This content might not be appropriate for people under 18 years old. To view this media, you’ll need to log in to X. Learn more',
  withheld: 'This Post from @example has been withheld in Examplia in response to a legal demand. Learn more',
} as const;

const learnMore = 'Learn more';
const learnMoreUrl = 'https://help.twitter.com/rules-and-policies/notices-on-twitter';

/** The payload that says a post is not shown, and why. */
export function tombstonePayload(text: string): unknown {
  const start = text.lastIndexOf(learnMore);
  const link = {
    from_index: start,
    to_index: start + learnMore.length,
    ref: { __typename: 'TimelineUrl', url: learnMoreUrl, url_type: 'ExternalUrl' },
  };
  return {
    __typename: 'TweetTombstone',
    tombstone: { __typename: 'TextTombstone', text: { text, entities: start < 0 ? [] : [link], rtl: false } },
  };
}
