/** Rules of one thing that a post may have. They stand within the rule of the post itself. */
export interface Sheet {
  /** A page whose markup has one of these needs the rules; none: every page does. */
  readonly markers: readonly string[];
  readonly css: string;
}
