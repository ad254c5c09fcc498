import type { CDPSession } from 'playwright';

/** A frame of a page. */
export interface FrameRef {
  readonly id: string;
  readonly url: string;
}

/**
 * Calls functions in the frames of a page, each in a world of its own: scripts of the page share its elements, but none
 * of its objects, so that what they did to `Array` or `Promise` counts nothing here.
 *
 * Playwright does as much, but first sends a library of 300 kB into every document, twice.
 */
export interface World {
  /** All frames, the page's own first. */
  frames(): Promise<readonly [FrameRef, ...(readonly FrameRef[])]>;
  /**
   * Call a function in a frame. It is sent as text: it must refer to nothing outside itself.
   *
   * @returns What it returns, as far as JSON can say it: of a hostile page anything.
   * @throws If the frame goes away or leads elsewhere meanwhile, or if the function throws.
   */
  call<Argument>(frame: FrameRef, run: (argument: Argument) => unknown, argument: Argument): Promise<unknown>;
}

const worldName = 'embalm';

/** Open a world over a session. */
export function openWorld(session: CDPSession): World {
  return {
    async frames() {
      const { frameTree } = await session.send('Page.getFrameTree');
      return [refOf(frameTree), ...descendants(frameTree)];
    },
    async call({ id }, run, argument) {
      const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: id, worldName });
      const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
        functionDeclaration: String(run),
        arguments: [{ value: argument }],
        executionContextId,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails !== undefined) {
        throw new Error(`the page cannot be read: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
      }
      return result.value as unknown;
    },
  };
}

interface FrameTree {
  readonly frame: { readonly id: string; readonly url: string };
  readonly childFrames?: readonly FrameTree[];
}

function refOf({ frame: { id, url } }: FrameTree): FrameRef {
  return { id, url };
}

function descendants({ childFrames = [] }: FrameTree): readonly FrameRef[] {
  return childFrames.flatMap((child) => [refOf(child), ...descendants(child)]);
}
