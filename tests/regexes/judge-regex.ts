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
  timeout: 500,
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
  const isSlow =
    complexity.type === 'exponential' ||
    timeRegex(source, flags, (length) => writeAttack(attack, length)) > mostMilliseconds;
  return { outcome: isSlow ? 'slow' : 'bounded', attack: attack.pattern };
}

function writeAttack({ pumps, suffix }: AttackPattern, length: number): string {
  const once = pumps.reduce((sum, { pump }) => sum + pump.length, 0);
  const count = Math.max(1, Math.floor(length / Math.max(1, once)));
  return pumps.map(({ prefix, pump }) => prefix + pump.repeat(count)).join('') + suffix;
}

/** Words of the expression, and one and two of its characters and of those that its classes may mean. */
function repeatsOf(source: string): readonly string[] {
  const characters = Array.from(new Set(Array.from(`${source.replace(/\\./g, '')}a0 \n!`))).slice(0, 16);
  const words = (source.match(/[\w<@:/-]{2,30}/g) ?? []).slice(0, 16);
  const pairs = characters.flatMap((one) => characters.map((other) => one + other));
  return [...words, ...words.map((word) => `${word} `), ...words.map((word) => `<${word} `), ...characters, ...pairs];
}
