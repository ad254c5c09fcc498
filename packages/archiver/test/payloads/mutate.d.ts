/** A place in a payload: keys and indices from its root. */
export type Place = readonly (string | number)[];
/** An object or an array of a payload. */
export type Container = Record<string | number, unknown>;
/** Ways in which a payload may come to differ from what it used to be; `false` if it cannot at that place. */
export declare const mutations: Readonly<Record<string, (holder: Container, key: string | number) => boolean>>;
/** Every place of a payload; of a list the first two. */
export declare function placesIn(value: unknown, at?: Place): Generator<Place>;
/** A place as diagnostics name it, as in `entities.urls[2]`. */
export declare function nameOf(place: Place): string;
/** A copy of a payload that differs at one place, or `null` if it cannot differ so. */
export declare function mutate(json: string, place: Place, how: (typeof mutations)[string]): unknown;
//# sourceMappingURL=mutate.d.ts.map
