/** Arrays of up to so many. */
export function* chunksOf<T>(all: Iterable<T>, length: number): Iterable<readonly T[]> {
  let chunk: T[] = [];
  for (const one of all) {
    chunk.push(one);
    if (chunk.length < length) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
