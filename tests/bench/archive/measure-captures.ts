import { join } from 'node:path';
import { openArchiver } from '@embalm/archiver';
import { findReferences } from '@embalm/parser';
import { openArchive } from '@embalm/store';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { medianOf } from '../render/median-of.ts';
import { measureTree, type TreeUsage } from './process-tree.ts';
import type { ReplicaProcess } from './start-replica-process.ts';

/** How captures went. */
export interface CaptureRates {
  readonly perMinute: number;
  /** The medians of the first and of the last third, browser included, and the most. */
  readonly megabytes: readonly [first: number, last: number, most: number];
  /** Browser processes for pages that are still there when all is done: 0 if every context was closed. */
  readonly renderersLeft: number;
}

const concurrency = 2;
const warmUp = 4;
/**
 * To ask the kernel what a browser's memory is takes a twentieth of a second, in which nothing is captured. So many are never
 * each at the same age of a browser, which ends after 100 pages.
 */
const samplesWanted = 23;

/**
 * Capture posts with one browser, two at a time, each with everything there is to it.
 *
 * @param onSample Called with how many are done, and what is used by then.
 */
export async function measureWarmCaptures(
  replica: ReplicaProcess,
  ids: readonly string[],
  onSample: (done: number, usage: TreeUsage) => void = () => {},
): Promise<CaptureRates> {
  await using folder = await temporaryFolder();
  await using archive = await openArchive(join(folder.path, 'archive'));
  const samples: number[] = [];
  let done = 0;
  const step = Math.max(1, Math.floor(ids.length / samplesWanted));
  await using archiver = openArchiver({
    ...settingsFor(replica),
    archive,
    concurrency,
    onPreserved: () => {
      done += 1;
      if (done <= warmUp || done % step !== 0) return;
      const usage = measureTree(process.pid, replica.pid);
      samples.push(usage.megabytes);
      onSample(done, usage);
    },
  });
  await preserve(ids.slice(0, warmUp));
  const started = performance.now();
  await preserve(ids.slice(warmUp));
  const minutes = (performance.now() - started) / 60_000;
  const after = measureTree(process.pid, replica.pid);
  const third = Math.ceil(samples.length / 3);
  const captures = ids.length - warmUp;
  return {
    perMinute: captures / minutes,
    megabytes: [medianOf(samples.slice(0, third)), medianOf(samples.slice(-third)), Math.max(...samples)],
    renderersLeft: after.renderers,
  };

  async function preserve(some: readonly string[]): Promise<void> {
    const preserved = await archiver.preserve('bench', referencesTo(some));
    expectCaptured(preserved, some.length);
  }
}

/** Capture posts the naive way: a browser of its own for each, two at a time. */
export async function measureFreshBrowsers(replica: ReplicaProcess, ids: readonly string[]): Promise<CaptureRates> {
  await using folder = await temporaryFolder();
  await using archive = await openArchive(join(folder.path, 'archive'));
  const waiting = [...ids];
  const samples: number[] = [];
  const started = performance.now();
  const work = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      await using archiver = openArchiver({ ...settingsFor(replica), archive, concurrency: 1 });
      expectCaptured(await archiver.preserve('bench', referencesTo([id])), 1);
      samples.push(measureTree(process.pid, replica.pid).megabytes);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  const minutes = (performance.now() - started) / 60_000;
  const after = measureTree(process.pid, replica.pid);
  return {
    perMinute: ids.length / minutes,
    megabytes: [samples[0] ?? 0, samples.at(-1) ?? 0, Math.max(...samples)],
    renderersLeft: after.renderers,
  };
}

function settingsFor({ proxyUrl, caPem }: ReplicaProcess) {
  return {
    offline: false,
    proxy: proxyUrl,
    proxyCa: caPem,
    // How fast it can be; politeness makes it slower on purpose.
    spacingMs: 0,
    browser: true,
    timeoutMs: 120_000,
    signal: new AbortController().signal,
    onNotice: console.error,
  };
}

function referencesTo(ids: readonly string[]) {
  return findReferences(ids.map((id) => `https://x.com/i/status/${id}`).join('\n'), { format: 'text' });
}

function expectCaptured(preserved: readonly { outcome: string; missing: readonly unknown[] }[], count: number): void {
  const whole = preserved.filter(({ outcome, missing }) => outcome === 'captured' && missing.length === 0);
  if (whole.length !== count) throw new Error(`${count - whole.length} of ${count} posts were not captured whole`);
}
