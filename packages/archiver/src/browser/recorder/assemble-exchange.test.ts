import { describe, expect, test } from 'vitest';
import { assembleExchange } from './assemble-exchange.ts';
import type { HopBody } from './hop.ts';
import { createHopLog, type HopLog } from './hop-log.ts';
import type { RequestEvent, ResponseData } from './network-events.ts';

const sha256 = 'ab'.repeat(32);
const kept = (bytes: number): HopBody => ({ kind: 'kept', cut: null, ref: { sha256, bytes } });

const cut = (why: 'length' | 'unspecified'): HopBody => ({ kind: 'kept', ref: { sha256, bytes: 3 }, cut: why });

const request = (requestId: string, path: string, redirectResponse?: ResponseData): RequestEvent => ({
  requestId,
  request: { url: `https://site.example${path}`, method: 'GET', headers: { Accept: '*/*' } },
  timestamp: 10,
  wallTime: 1_646_611_200.25,
  redirectHasExtraInfo: redirectResponse !== undefined,
  ...(redirectResponse === undefined ? {} : { redirectResponse }),
});
const response = (headers: Record<string, string> = {}, status = 200): ResponseData => ({
  status,
  statusText: 'OK',
  headers,
  protocol: 'http/1.1',
});
const extra = (requestId: string, headersText: string, headers: Record<string, string> = {}, statusCode = 200) => ({
  requestId,
  headers,
  statusCode,
  headersText,
});

const assemble = (log: HopLog, addressOf: (host: string) => string | null = () => null) =>
  log.hops().map((finished) => assembleExchange(finished, addressOf));

/** Everything about one answered request, in the order given. */
function logOf(...steps: ('request' | 'requestExtra' | 'response' | 'responseExtra' | 'end')[]): HopLog {
  const log = createHopLog();
  const take = {
    request: () => log.request(request('1', '/a?b=c')),
    requestExtra: () => log.requestExtra({ requestId: '1', headers: { Cookie: 'x=1', Host: 'site.example' } }),
    response: () => log.response({ requestId: '1', response: response(), hasExtraInfo: true }),
    responseExtra: () => log.responseExtra(extra('1', 'HTTP/1.1 200 Yes\r\nA: b\r\n\r\n')),
    end: () => {
      const hop = log.end({ requestId: '1', timestamp: 10.0625 });
      if (hop !== null) hop.body = kept(3);
    },
  };
  for (const step of steps) take[step]();
  return log;
}

describe('assembleExchange', () => {
  test('puts events together in whatever order they come', () => {
    const usual = assemble(logOf('request', 'requestExtra', 'responseExtra', 'response', 'end'));
    expect(usual).toEqual([
      {
        url: 'https://site.example/a?b=c',
        method: 'GET',
        by: 'browser',
        startedAt: '2022-03-07T00:00:00.250Z',
        durationMs: 63,
        protocol: 'http/1.1',
        remoteAddress: null,
        request: {
          head: 'GET /a?b=c HTTP/1.1\r\nhost: site.example\r\nCookie: x=1\r\n',
          headSource: 'synthesised',
          body: null,
        },
        response: {
          status: 200,
          head: 'HTTP/1.1 200 Yes\r\nA: b\r\n',
          headSource: 'verbatim',
          body: { sha256, bytes: 3 },
          truncated: null,
        },
        failure: null,
      },
    ]);
    expect(assemble(logOf('requestExtra', 'responseExtra', 'request', 'response', 'end'))).toEqual(usual);
    expect(assemble(logOf('request', 'response', 'end', 'responseExtra', 'requestExtra'))).toEqual(usual);
  });

  test('gives each hop of a redirect its own heads', () => {
    const log = createHopLog();
    log.request(request('1', '/a'));
    log.responseExtra(extra('1', 'HTTP/1.1 302 Found\r\n\r\n', {}, 302));
    log.request(request('1', '/b', response({}, 302)));
    log.responseExtra(extra('1', 'HTTP/1.1 200 Here\r\n\r\n'));
    log.response({ requestId: '1', response: response(), hasExtraInfo: true });
    expect(assemble(log).map((exchange) => exchange.response?.head)).toEqual([
      'HTTP/1.1 302 Found\r\n',
      'HTTP/1.1 200 Here\r\n',
    ]);
  });

  test('does not take heads for a hop that has none of its own', () => {
    const log = createHopLog();
    log.request(request('1', '/a'));
    log.request({ ...request('1', '/b', response({}, 307)), redirectHasExtraInfo: false });
    log.responseExtra(extra('1', 'HTTP/1.1 200 Here\r\n\r\n'));
    log.response({ requestId: '1', response: response(), hasExtraInfo: true });
    expect(assemble(log).map((exchange) => exchange.response?.headSource)).toEqual(['synthesised', 'verbatim']);
  });

  test('puts a head without text together, fields apart, pseudo-fields left out', () => {
    const log = createHopLog();
    log.request(request('1', '/a'));
    log.response({
      requestId: '1',
      response: { ...response({ ':status': '200', 'set-cookie': 'a=1\nb=2', odd: 'x\ry' }), protocol: 'h2' },
      hasExtraInfo: false,
    });
    const [exchange] = assemble(log);
    expect(exchange?.protocol).toBe('h2');
    expect(exchange?.response).toMatchObject({
      headSource: 'synthesised',
      head: 'HTTP/1.1 200 OK\r\nset-cookie: a=1\r\nset-cookie: b=2\r\nodd: x y\r\n',
    });
  });

  test('names the address that the door connected to, if anything came from there', () => {
    const log = createHopLog();
    log.request(request('1', '/a'));
    expect(assemble(log, () => '192.0.2.1')[0]?.remoteAddress).toBeNull();
    log.response({ requestId: '1', response: response(), hasExtraInfo: false });
    expect(assemble(log, () => '192.0.2.1')[0]?.remoteAddress).toBe('192.0.2.1:443');
    expect(assemble(log, () => '2001:db8::1')[0]?.remoteAddress).toBe('[2001:db8::1]:443');
  });

  test('says of a request that it failed, or that no answer came in time', () => {
    const log = createHopLog();
    log.request(request('1', '/failed'));
    log.end({ requestId: '1', timestamp: 11, errorText: 'net::ERR_TUNNEL_CONNECTION_FAILED' });
    log.request(request('2', '/blocked'));
    log.end({ requestId: '2', timestamp: 11, errorText: 'net::ERR_BLOCKED_BY_CLIENT', blockedReason: 'inspector' });
    log.request(request('3', '/open'));
    expect(assemble(log).map(({ response: answer, failure }) => [answer, failure])).toEqual([
      [null, 'net::ERR_TUNNEL_CONNECTION_FAILED'],
      [null, 'not captured: analytics or a stream'],
      [null, 'the capture ended before an answer came'],
    ]);
  });

  test('records neither what came from the cache nor what is no HTTP', () => {
    const log = logOf('request', 'response');
    log.servedFromCache('1');
    expect(log.end({ requestId: '1', timestamp: 11 })).toBeNull();
    const data = request('2', '/');
    expect(log.request({ ...data, request: { ...data.request, url: 'data:text/plain,x' } })).toBeNull();
    expect(assemble(log)).toEqual([]);
  });

  test('forgets events that belong to nothing', () => {
    const log = createHopLog();
    log.data({ requestId: '9', dataLength: 5 });
    log.response({ requestId: '9', response: response(), hasExtraInfo: true });
    expect(log.end({ requestId: '9', timestamp: 1 })).toBeNull();
    expect(log.hops()).toEqual([]);
  });
});

const judge = (headers: Record<string, string>, body: HopBody, errorText?: string, status = 200) => {
  const log = createHopLog();
  log.request(request('1', '/a'));
  log.response({ requestId: '1', response: response(headers, status), hasExtraInfo: false });
  const hop = log.end({ requestId: '1', timestamp: 11, ...(errorText === undefined ? {} : { errorText }) });
  if (hop !== null) hop.body = body;
  const [exchange] = assemble(log);
  return [exchange?.response?.body?.bytes, exchange?.response?.truncated, exchange?.failure];
};

describe('the body of an answer', () => {
  const missing: HopBody = { kind: 'missing', why: 'it is gone', truncated: 'unspecified' };

  test('is whole if it has the length it should have, or if none is said', () => {
    expect(judge({ 'Content-Length': '3' }, kept(3))).toEqual([3, null, null]);
    expect(judge({}, kept(3))).toEqual([3, null, null]);
  });

  test('is not whole if it has another length', () => {
    const failure = 'the body has 0 bytes, its Content-Length says 3';
    expect(judge({ 'content-length': '3' }, kept(0))).toEqual([0, 'unspecified', failure]);
  });

  test('is not measured against the length of its coded form', () => {
    expect(judge({ 'content-length': '3', 'content-encoding': 'br' }, kept(7))).toEqual([7, null, null]);
    expect(judge({ 'content-length': '3', 'content-encoding': 'identity' }, kept(3))).toEqual([3, null, null]);
  });

  test('is whole if all of it came before the page lost interest', () => {
    expect(judge({ 'content-length': '3' }, kept(3), 'net::ERR_ABORTED')).toEqual([3, null, null]);
    expect(judge({ 'content-length': '4' }, kept(3), 'net::ERR_ABORTED')).toEqual([
      3,
      'unspecified',
      'net::ERR_ABORTED',
    ]);
  });

  test('is cut where this program took no more of it', () => {
    expect(judge({ 'content-length': '9' }, cut('length'), 'net::ERR_ABORTED')).toEqual([
      3,
      'length',
      '3 bytes of the body were kept: it is longer than that',
    ]);
    expect(judge({}, cut('unspecified'))).toEqual([3, 'unspecified', expect.stringContaining('ended before all')]);
  });

  test('is cut by a lost connection', () => {
    const lost = 'net::ERR_INCOMPLETE_CHUNKED_ENCODING';
    expect(judge({}, kept(3), lost)).toEqual([3, 'disconnect', lost]);
  });

  test('is empty where there can be none', () => {
    expect(judge({}, missing, undefined, 204)).toEqual([0, null, null]);
    expect(judge({ 'content-length': '0' }, missing)).toEqual([0, null, null]);
  });

  test('is missing where the browser does not give it out', () => {
    expect(judge({}, missing)).toEqual([undefined, 'unspecified', 'it is gone']);
    expect(judge({ 'content-length': 'many' }, missing)).toEqual([undefined, 'unspecified', 'it is gone']);
  });
});
