import type { ExchangeRequest, ExchangeResponse } from '@embalm/store';
import { type Field, writeRequestHead, writeResponseHead } from '../../door/exchange-head.ts';
import type { FinishedHop } from './hop.ts';
import type { HeaderFields } from './network-events.ts';

/**
 * The head of a request. The browser tells its fields, in alphabetical order, and not its text, so it is put together:
 * with the fields as they went out if it showed them, else as the page asked.
 */
export function requestHead({ hop, request }: FinishedHop): Pick<ExchangeRequest, 'head' | 'headSource'> {
  const { method, url, headers } = hop.sent.request;
  const fields = listFields(request?.headers ?? headers).filter(([name]) => name.toLowerCase() !== 'host');
  return { head: writeRequestHead(method, new URL(url), fields), headSource: 'synthesised' };
}

/** The head of a response, or `null` if there is none: word for word over HTTP/1, else put together from its fields. */
export function responseHead({
  hop,
  response,
}: FinishedHop): Pick<ExchangeResponse, 'status' | 'head' | 'headSource'> | null {
  const seen = hop.response;
  const status = response?.statusCode ?? seen?.status;
  if (status === undefined) return null;
  if (response?.headersText !== undefined) {
    return { status, head: response.headersText.replace(/(?:\r\n){2}$/, '\r\n'), headSource: 'verbatim' };
  }
  const fields = listFields(response?.headers ?? seen?.headers ?? {});
  return { status, head: writeResponseHead(status, seen?.statusText ?? '', fields), headSource: 'synthesised' };
}

/** The value of a field named in lower case, of the first if there are several; `null` if there is none. */
export function fieldOf(headers: HeaderFields, name: string): string | null {
  return listFields(headers).find(([key]) => key.toLowerCase() === name)?.[1] ?? null;
}

/** Fields one by one: repeats come joined by line feeds. HTTP/2's pseudo-fields stand in the first line already. */
export function listFields(headers: HeaderFields): readonly Field[] {
  return Object.entries(headers)
    .filter(([name]) => !name.startsWith(':'))
    .flatMap(([name, value]) => value.split('\n').map((single): Field => [name, single]));
}
