const roundMilliseconds = 300;
const batch = 20;

/**
 * Call functions in turn, each for a while, so many times: what else runs on the machine then slows all of them alike.
 *
 * @returns For each function, calls a second of processor time, one number for each round; the first round only warms up.
 */
export function rateInTurns(
  functions: readonly ((turn: number) => unknown)[],
  rounds: number,
): readonly (readonly number[])[] {
  const rates = functions.map((): number[] => []);
  for (let round = -1; round < rounds; round += 1) {
    for (const [index, call] of functions.entries()) {
      const rate = rateOf(call);
      if (round >= 0) rates[index]?.push(rate);
    }
  }
  return rates;
}

function rateOf(call: (turn: number) => unknown): number {
  const end = performance.now() + roundMilliseconds;
  const started = process.cpuUsage();
  let calls = 0;
  while (performance.now() < end) {
    for (let index = 0; index < batch; index += 1) call(calls + index);
    calls += batch;
  }
  const { user, system } = process.cpuUsage(started);
  return calls / ((user + system) / 1e6);
}
