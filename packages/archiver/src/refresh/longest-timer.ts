/** In ms, some 24 days: timers of Node that are set for longer end at once. */
export const longestTimer: number = 2 ** 31 - 1;
