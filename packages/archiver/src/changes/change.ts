/** One thing that is not in a later capture as it was in an earlier one. */
export interface Change {
  /**
   * What: `state`, `content` (there is one now, or a better one), `text`, `name`, `handle`, `verification`, `affiliation`,
   * `account-label`, `account`, `media`, `alt`, `edits`, `entities`,
   * `quote`, `parent`, `repost`, `reply-to`, `card`, `poll`, `place`, `note`, `sensitive`, `source-label`, `truncated`, `lang`,
   * `created`, `file` (one that could not be had before); of counts `likes`, `replies`, `reposts`, `quotes`, `views`. In a post that is quoted or answered, as in `quote.text`.
   */
  readonly field: string;
  /** As people read it; `null` if there was none: a photo that was added, a note that came. */
  readonly before: string | null;
  /** `null` if there is none any more. */
  readonly after: string | null;
}
