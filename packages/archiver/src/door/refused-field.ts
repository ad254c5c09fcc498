/**
 * A field of answers that the browser's proxy gives itself, in a host's place. It stands apart from the proxy, which takes a
 * tenth of a second to load.
 */
export const refusedField = 'x-embalm-refused';
