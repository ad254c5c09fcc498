import { readFileSync } from 'node:fs';

// Loaded before the command with `--import`: its clock is that of this machine, put forward by as many ms as stand in the file that
// the variable names, so that a test can turn it while the command runs.
const file = process.env['EMBALM_TEST_CLOCK'] ?? '';
const TrueDate = globalThis.Date;

function now(): number {
  return TrueDate.now() + Number(readFileSync(file, 'utf8'));
}

globalThis.Date = new Proxy(TrueDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as object,
  get: (target, key) => (key === 'now' ? now : (Reflect.get(target, key) as unknown)),
});
