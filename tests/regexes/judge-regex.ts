import analyser from 'recheck/lib/browser.js';
import type { AttackPattern, Parameters } from 'recheck';
import type { ShippedRegex } from './collect-regexes.ts';
import { mostMilliseconds, timeRegex } from './time-regex.ts';

/** What is known of the time that a regular expression takes. */
export interface Judgement {
  /**
   * - `safe`: the analyser says so.
   * - `bounded`: the analyser has an attack, and it takes linear time, for what is repeated has a bound.
   * - `tried`: the analyser does not know, and repeats of what the expression speaks of take linear time.
   * - `slow`: an attack takes too long.
   */
  readonly outcome: 'safe' | 'bounded' | 'tried' | 'slow';
  /** The attack. */
  readonly attack: string | null;
}

/** So much is tried for each. A machine that is too slow for it leaves more of them to {@link repeatsOf}. */
export const quick: Parameters = {
  timeout: 60,
  randomSeed: 0,
  attackLimit: 30_000_000,
  incubationLimit: 5000,
  maxIteration: 3,
  maxInitialGenerationSize: 60,
  maxGenerationSize: 20,
  mutationSize: 10,
  crossoverSize: 5,
  maxGeneStringSize: 800,
  maxNFASize: 1500,
};

/** For a suite that may take an hour: the analyser's own limits, but for the time and what it attacks with at once. */
export const patient: Parameters = { timeout: 10_000, randomSeed: 0, attackLimit: 300_000_000 };

/** Judge a regular expression. */
export function judgeRegex({ source, flags }: ShippedRegex, parameters: Parameters): Judgement {
  const result = analyser.checkSync(source, flags, parameters);
  if (result.status === 'safe') return { outcome: 'safe', attack: null };
  if (result.status === 'unknown') {
    const attack = repeatsOf(source).find(
      (part) => timeRegex(source, flags, (length) => part.repeat(length / part.length)) > mostMilliseconds,
    );
    return attack === undefined ? { outcome: 'tried', attack: null } : { outcome: 'slow', attack };
  }
  const { attack, complexity } = result;
  // What the analyser found by trying may be exponential up to a bound only: it is slow if it takes long.
  const first = complexity.type === 'exponential' ? pumpCounts.map((count) => count * pumpLength(attack)) : [];
  const isSlow = timeRegex(source, flags, (length) => writeAttack(attack, length), first) > mostMilliseconds;
  return { outcome: isSlow ? 'slow' : 'bounded', attack: attack.pattern };
}

/** So few repeats, and so few more at a time, that what is exponential is known before it takes for ever. */
const pumpCounts: readonly number[] = [8, 12, 16, 20, 24, 28, 32, 40, 50, 64, 80, 100, 128, 160, 200, 250];

function pumpLength({ pumps }: AttackPattern): number {
  return Math.max(
    1,
    pumps.reduce((sum, { pump }) => sum + pump.length, 0),
  );
}

function writeAttack(attack: AttackPattern, length: number): string {
  const { pumps, suffix } = attack;
  const count = Math.max(1, Math.floor(length / pumpLength(attack)));
  return pumps.map(({ prefix, pump }) => prefix + pump.repeat(count)).join('') + suffix;
}

/** Words of the expression, and one and two of its characters and of those that its classes may mean. */
function repeatsOf(source: string): readonly string[] {
  const characters = Array.from(new Set(Array.from(`${source.replace(/\\./g, '')}a0 \n!`))).slice(0, 12);
  const words = (source.match(/[\w<@:/-]{2,30}/g) ?? []).slice(0, 12);
  const pairs = characters.flatMap((one) => characters.map((other) => one + other));
  return [...words, ...words.map((word) => `${word} `), ...words.map((word) => `<${word} `), ...characters, ...pairs];
}
