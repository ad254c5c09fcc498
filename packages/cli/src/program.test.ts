import type { Command } from 'commander';
import { expect, it } from 'vitest';
import { fakeStream } from '../test/fake-stream.ts';
import type { Io } from './io.ts';
import { buildProgram } from './program.ts';

const io: Io = {
  out: fakeStream(),
  err: fakeStream(),
  signal: new AbortController().signal,
  stdin: (async function* nothing() {})(),
};

async function build(name: string | undefined): Promise<readonly Command[]> {
  return (await buildProgram(io, () => {}, name)).commands;
}

it('has every command when it is asked for by its name, and then only those of its group', async () => {
  const all = await build(undefined);
  expect(all.length).toBeGreaterThan(20);
  for (const command of all.filter((each) => each.name() !== 'help')) {
    const some = await build(command.name());
    expect(some.length).toBeLessThan(all.length / 2);
    expect(some.find((other) => other.name() === command.name())?.helpInformation()).toBe(command.helpInformation());
  }
});

it('has all commands when what it is asked for may be an input', async () => {
  const all = await build(undefined);
  expect((await build('article.txt')).map((command) => command.name())).toEqual(all.map((command) => command.name()));
});
